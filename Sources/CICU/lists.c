#include "CICU.h"
#include "utf8.h"

#include <stdlib.h>
#include <unicode/ulistformatter.h>
#include <unicode/ureldatefmt.h>

CICUListFormat *cicu_list_open(
    const char *locale, int32_t type, int32_t width, int32_t *status) {
  if (type < 0 || type > 2 || width < 0 || width > 2) {
    *CICU_STATUS = U_ILLEGAL_ARGUMENT_ERROR;
    return NULL;
  }
  return (CICUListFormat *)ulistfmt_openForType(
      locale, (UListFormatterType)type, (UListFormatterWidth)width, CICU_STATUS);
}

void cicu_list_close(CICUListFormat *self) { ulistfmt_close((UListFormatter *)self); }

int32_t cicu_list_format(
    const CICUListFormat *self, const char *items, const int32_t *lengths, int32_t count,
    char *out, int32_t capacity, int32_t *status) {
  if (count <= 0) return 0;
  size_t bytes = 0;
  for (int32_t i = 0; i < count; i++) bytes += (size_t)lengths[i];
  UChar *units = malloc((bytes + 1) * sizeof(UChar));
  const UChar **strings = malloc((size_t)count * sizeof *strings);
  int32_t *unit_lengths = malloc((size_t)count * sizeof *unit_lengths);
  UFormattedList *result = ulistfmt_openResult(CICU_STATUS);
  int32_t needed = 0;
  if (!units || !strings || !unit_lengths) {
    *CICU_STATUS = U_MEMORY_ALLOCATION_ERROR;
  } else {
    UChar *next = units;
    for (int32_t i = 0; i < count && U_SUCCESS(*CICU_STATUS); i++) {
      int32_t length = 0;
      u_strFromUTF8WithSub(
          next, lengths[i] + 1, &length, items, lengths[i], 0xFFFD, NULL, CICU_STATUS);
      strings[i] = next;
      unit_lengths[i] = length;
      next += length;
      items += lengths[i];
    }
    ulistfmt_formatStringsToResult(
        (const UListFormatter *)self, strings, unit_lengths, count, result, CICU_STATUS);
    if (U_SUCCESS(*CICU_STATUS)) {
      int32_t length = 0;
      const UFormattedValue *value = ulistfmt_resultAsValue(result, CICU_STATUS);
      const UChar *text = ufmtval_getString(value, &length, CICU_STATUS);
      needed = cicu_write_utf8(text, length, out, capacity, CICU_STATUS);
    }
  }
  ulistfmt_closeResult(result);
  free(units);
  free(strings);
  free(unit_lengths);
  return needed;
}

CICURelativeTimeFormat *cicu_relative_time_open(
    const char *locale, int32_t style, int32_t *status) {
  if (style < 0 || style > 2) {
    *CICU_STATUS = U_ILLEGAL_ARGUMENT_ERROR;
    return NULL;
  }
  return (CICURelativeTimeFormat *)ureldatefmt_open(
      locale, NULL, (UDateRelativeDateTimeFormatterStyle)style, UDISPCTX_CAPITALIZATION_NONE,
      CICU_STATUS);
}

void cicu_relative_time_close(CICURelativeTimeFormat *self) {
  ureldatefmt_close((URelativeDateTimeFormatter *)self);
}

int32_t cicu_relative_time_format(
    const CICURelativeTimeFormat *self, double offset, int32_t unit, int32_t words, char *out,
    int32_t capacity, int32_t *status) {
  UChar text[256];
  if (unit < 0 || unit > 14) {
    *CICU_STATUS = U_ILLEGAL_ARGUMENT_ERROR;
    return 0;
  }
  const URelativeDateTimeFormatter *format = (const URelativeDateTimeFormatter *)self;
  int32_t length =
      words ? ureldatefmt_format(
                  format, offset, (URelativeDateTimeUnit)unit, text, 256, CICU_STATUS)
            : ureldatefmt_formatNumeric(
                  format, offset, (URelativeDateTimeUnit)unit, text, 256, CICU_STATUS);
  return cicu_write_utf8(text, length, out, capacity, CICU_STATUS);
}
