#include "CICU.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/uformattedvalue.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ures.h>

CICUNumberFormat *cicu_number_open(
    const char *locale, const char *skeleton, int32_t length, int32_t *status) {
  CICUText text;
  cicu_text_open(&text, skeleton, length, CICU_STATUS);
  UNumberFormatter *self =
      unumf_openForSkeletonAndLocale(text.text, text.length, locale, CICU_STATUS);
  cicu_text_close(&text);
  return (CICUNumberFormat *)self;
}

void cicu_number_close(CICUNumberFormat *self) { unumf_close((UNumberFormatter *)self); }

static int32_t write_result(
    const UFormattedNumber *result, char *out, int32_t capacity, UErrorCode *status) {
  int32_t length = 0;
  const UFormattedValue *value = unumf_resultAsValue(result, status);
  if (U_FAILURE(*status)) return 0;
  const UChar *text = ufmtval_getString(value, &length, status);
  return cicu_write_utf8(text, length, out, capacity, status);
}

int32_t cicu_number_format_integer(
    const CICUNumberFormat *self, int64_t number, char *out, int32_t capacity, int32_t *status) {
  UFormattedNumber *result = unumf_openResult(CICU_STATUS);
  unumf_formatInt((const UNumberFormatter *)self, number, result, CICU_STATUS);
  int32_t needed = write_result(result, out, capacity, CICU_STATUS);
  unumf_closeResult(result);
  return needed;
}

int32_t cicu_number_format_double(
    const CICUNumberFormat *self, double number, char *out, int32_t capacity, int32_t *status) {
  UFormattedNumber *result = unumf_openResult(CICU_STATUS);
  unumf_formatDouble((const UNumberFormatter *)self, number, result, CICU_STATUS);
  int32_t needed = write_result(result, out, capacity, CICU_STATUS);
  unumf_closeResult(result);
  return needed;
}

int32_t cicu_number_format_decimal(
    const CICUNumberFormat *self, const char *number, int32_t length, char *out, int32_t capacity,
    int32_t *status) {
  UFormattedNumber *result = unumf_openResult(CICU_STATUS);
  unumf_formatDecimal((const UNumberFormatter *)self, number, length, result, CICU_STATUS);
  int32_t needed = write_result(result, out, capacity, CICU_STATUS);
  unumf_closeResult(result);
  return needed;
}

// The length in UTF-8 of the first `end` units.
static int32_t utf8_length(const UChar *text, int32_t end) {
  int32_t needed = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8WithSub(NULL, 0, &needed, text, end, 0xFFFD, NULL, &status);
  return needed;
}

int32_t cicu_number_format_fields(
    const CICUNumberFormat *self, const char *number, int32_t length, char *out, int32_t capacity,
    CICUNumberField *fields, int32_t field_capacity, int32_t *field_count, int32_t *status) {
  UFormattedNumber *result = unumf_openResult(CICU_STATUS);
  unumf_formatDecimal((const UNumberFormatter *)self, number, length, result, CICU_STATUS);
  int32_t needed = write_result(result, out, capacity, CICU_STATUS);
  *field_count = 0;
  if (U_SUCCESS(*CICU_STATUS)) {
    int32_t units = 0;
    const UFormattedValue *value = unumf_resultAsValue(result, CICU_STATUS);
    const UChar *text = ufmtval_getString(value, &units, CICU_STATUS);
    UConstrainedFieldPosition *position = ucfpos_open(CICU_STATUS);
    ucfpos_constrainCategory(position, UFIELD_CATEGORY_NUMBER, CICU_STATUS);
    while (U_SUCCESS(*CICU_STATUS) && ufmtval_nextPosition(value, position, CICU_STATUS)) {
      int32_t start = 0;
      int32_t end = 0;
      ucfpos_getIndexes(position, &start, &end, CICU_STATUS);
      if (fields && *field_count < field_capacity) {
        fields[*field_count].field = ucfpos_getField(position, CICU_STATUS);
        fields[*field_count].start = utf8_length(text, start);
        fields[*field_count].end = utf8_length(text, end);
      }
      *field_count += 1;
    }
    ucfpos_close(position);
  }
  unumf_closeResult(result);
  return needed;
}

int32_t cicu_number_shown(
    const CICUNumberFormat *self, const char *number, int32_t length, char *out, int32_t capacity,
    int32_t *fraction_digits, int32_t *status) {
  UFormattedNumber *result = unumf_openResult(CICU_STATUS);
  unumf_formatDecimal((const UNumberFormatter *)self, number, length, result, CICU_STATUS);
  int32_t needed = unumf_resultToDecimalNumber(result, out, capacity, CICU_STATUS);
  if (*CICU_STATUS == U_STRING_NOT_TERMINATED_WARNING) *CICU_STATUS = U_ZERO_ERROR;
  *fraction_digits = 0;
  if (U_SUCCESS(*CICU_STATUS)) {
    UFieldPosition position = {UNUM_FRACTION_FIELD, 0, 0};
    if (unumf_resultNextFieldPosition(result, &position, CICU_STATUS)) {
      int32_t units = 0;
      const UChar *text =
          ufmtval_getString(unumf_resultAsValue(result, CICU_STATUS), &units, CICU_STATUS);
      if (U_SUCCESS(*CICU_STATUS)) {
        *fraction_digits =
            u_countChar32(text + position.beginIndex, position.endIndex - position.beginIndex);
      }
    }
  }
  unumf_closeResult(result);
  return needed;
}

int32_t cicu_currency_fraction_digits(const char *currency, int32_t *status) {
  CICUText text;
  cicu_text_open(&text, currency, 3, CICU_STATUS);
  int32_t digits = ucurr_getDefaultFractionDigits(text.text, CICU_STATUS);
  cicu_text_close(&text);
  return digits;
}

int32_t cicu_unit_type(const char *unit, char *out, int32_t capacity, int32_t *status) {
  UResourceBundle *names = ures_open(U_ICUDATA_NAME "-unit", "en", CICU_STATUS);
  UResourceBundle *types = ures_getByKey(names, "units", NULL, CICU_STATUS);
  UResourceBundle *type = NULL;
  int32_t needed = 0;
  while (U_SUCCESS(*CICU_STATUS) && needed == 0 && ures_hasNext(types)) {
    type = ures_getNextResource(types, type, CICU_STATUS);
    if (U_FAILURE(*CICU_STATUS) || ures_getType(type) != URES_TABLE) continue;
    UErrorCode absent = U_ZERO_ERROR;
    UResourceBundle *found = ures_getByKey(type, unit, NULL, &absent);
    if (U_SUCCESS(absent)) {
      const char *key = ures_getKey(type);
      needed = (int32_t)strlen(key);
      if (needed > capacity) {
        *CICU_STATUS = U_BUFFER_OVERFLOW_ERROR;
      } else {
        memcpy(out, key, (size_t)needed);
      }
    }
    ures_close(found);
  }
  if (U_SUCCESS(*CICU_STATUS) && needed == 0) *CICU_STATUS = U_MISSING_RESOURCE_ERROR;
  ures_close(type);
  ures_close(types);
  ures_close(names);
  return needed;
}

int32_t cicu_unit_type_has_usage(const char *type, const char *usage) {
  UErrorCode code = U_ZERO_ERROR;
  UResourceBundle *units = ures_openDirect(NULL, "units", &code);
  UResourceBundle *preferences = ures_getByKey(units, "unitPreferenceData", NULL, &code);
  UResourceBundle *of_type = ures_getByKey(preferences, type, NULL, &code);
  UResourceBundle *found = ures_getByKey(of_type, usage, NULL, &code);
  ures_close(found);
  ures_close(of_type);
  ures_close(preferences);
  ures_close(units);
  return U_SUCCESS(code) ? 1 : 0;
}

CICUSpellout *cicu_spellout_open(const char *locale, int32_t style, int32_t *status) {
  UNumberFormatStyle kind = style == 0   ? UNUM_SPELLOUT
                            : style == 1 ? UNUM_ORDINAL
                                         : UNUM_DURATION;
  return (CICUSpellout *)unum_open(kind, NULL, 0, locale, NULL, CICU_STATUS);
}

void cicu_spellout_close(CICUSpellout *self) { unum_close((UNumberFormat *)self); }

void cicu_spellout_set_rules(
    CICUSpellout *self, const char *rules, int32_t length, int32_t *status) {
  CICUText text;
  cicu_text_open(&text, rules, length, CICU_STATUS);
  if (U_SUCCESS(*CICU_STATUS)) {
    unum_setTextAttribute(
        (UNumberFormat *)self, UNUM_DEFAULT_RULESET, text.text, text.length, CICU_STATUS);
  }
  cicu_text_close(&text);
}

// Calls `unum_…` with a buffer on the stack, and a larger one where it is asked for.
#define FORMAT_UNITS(CALL)                                                                   \
  UChar local[256];                                                                          \
  UChar *units = local;                                                                      \
  int32_t room = 256;                                                                        \
  int32_t length_needed = CALL;                                                              \
  UChar *heap = NULL;                                                                        \
  if (*CICU_STATUS == U_BUFFER_OVERFLOW_ERROR) {                                             \
    *CICU_STATUS = U_ZERO_ERROR;                                                             \
    room = length_needed + 1;                                                                \
    heap = malloc((size_t)room * sizeof(UChar));                                             \
    if (!heap) {                                                                             \
      *CICU_STATUS = U_MEMORY_ALLOCATION_ERROR;                                              \
      return 0;                                                                              \
    }                                                                                        \
    units = heap;                                                                            \
    length_needed = CALL;                                                                    \
  }                                                                                          \
  if (*CICU_STATUS == U_STRING_NOT_TERMINATED_WARNING) *CICU_STATUS = U_ZERO_ERROR;          \
  int32_t needed = cicu_write_utf8(units, length_needed, out, capacity, CICU_STATUS);        \
  free(heap);                                                                                \
  return needed

int32_t cicu_spellout_format(
    const CICUSpellout *self, double number, char *out, int32_t capacity, int32_t *status) {
  FORMAT_UNITS(
      unum_formatDouble((const UNumberFormat *)self, number, units, room, NULL, CICU_STATUS));
}

int32_t cicu_spellout_format_integer(
    const CICUSpellout *self, int64_t number, char *out, int32_t capacity, int32_t *status) {
  FORMAT_UNITS(
      unum_formatInt64((const UNumberFormat *)self, number, units, room, NULL, CICU_STATUS));
}

CICUPatternNumberFormat *cicu_number_pattern_open(
    const char *locale, int32_t style, const char *pattern, int32_t length, int32_t *status) {
  static const UNumberFormatStyle styles[] = {
      UNUM_DECIMAL, UNUM_DECIMAL, UNUM_CURRENCY, UNUM_PERCENT, UNUM_DECIMAL};
  if (style < 0 || style > 4) {
    *CICU_STATUS = U_ILLEGAL_ARGUMENT_ERROR;
    return NULL;
  }
  UNumberFormat *self = unum_open(styles[style], NULL, 0, locale, NULL, CICU_STATUS);
  if (self && style == 0) {
    // Opened with the pattern, a format would take a currency's digits instead of the pattern's.
    CICUText text;
    cicu_text_open(&text, pattern, length, CICU_STATUS);
    unum_applyPattern(self, 0, text.text, text.length, NULL, CICU_STATUS);
    cicu_text_close(&text);
    if (U_FAILURE(*CICU_STATUS)) {
      unum_close(self);
      self = NULL;
    }
  }
  if (self && style == 4) {
    unum_setAttribute(self, UNUM_MAX_FRACTION_DIGITS, 0);
    unum_setAttribute(self, UNUM_DECIMAL_ALWAYS_SHOWN, 0);
    unum_setAttribute(self, UNUM_PARSE_INT_ONLY, 1);
    unum_setAttribute(self, UNUM_ROUNDING_MODE, UNUM_ROUND_HALFEVEN);
  }
  return (CICUPatternNumberFormat *)self;
}

CICUPatternNumberFormat *cicu_number_pattern_digits(
    const CICUPatternNumberFormat *self, int32_t *status) {
  UNumberFormat *digits = unum_clone((const UNumberFormat *)self, CICU_STATUS);
  if (!digits) return NULL;
  static const struct {
    UNumberFormatSymbol symbol;
    const UChar *text;
  } symbols[] = {
      {UNUM_ZERO_DIGIT_SYMBOL, u"0"},        {UNUM_DECIMAL_SEPARATOR_SYMBOL, u"."},
      {UNUM_MONETARY_SEPARATOR_SYMBOL, u"."}, {UNUM_MINUS_SIGN_SYMBOL, u"-"},
      {UNUM_EXPONENTIAL_SYMBOL, u"E"},
  };
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
    unum_setSymbol(digits, symbols[i].symbol, symbols[i].text, 1, CICU_STATUS);
  }
  static const UNumberFormatTextAttribute affixes[] = {
      UNUM_POSITIVE_PREFIX, UNUM_POSITIVE_SUFFIX, UNUM_NEGATIVE_PREFIX, UNUM_NEGATIVE_SUFFIX};
  for (size_t i = 0; i < sizeof affixes / sizeof *affixes; i++) {
    unum_setTextAttribute(digits, affixes[i], u"", 0, CICU_STATUS);
  }
  unum_setAttribute(digits, UNUM_GROUPING_USED, 0);
  unum_setAttribute(digits, UNUM_FORMAT_WIDTH, 0);
  return (CICUPatternNumberFormat *)digits;
}

void cicu_number_pattern_close(CICUPatternNumberFormat *self) {
  unum_close((UNumberFormat *)self);
}

int32_t cicu_number_pattern_format(
    const CICUPatternNumberFormat *self, const char *number, int32_t length, char *out,
    int32_t capacity, int32_t *status) {
  FORMAT_UNITS(unum_formatDecimal(
      (const UNumberFormat *)self, number, length, units, room, NULL, CICU_STATUS));
}

int32_t cicu_number_pattern_format_double(
    const CICUPatternNumberFormat *self, double number, char *out, int32_t capacity,
    int32_t *status) {
  FORMAT_UNITS(
      unum_formatDouble((const UNumberFormat *)self, number, units, room, NULL, CICU_STATUS));
}
