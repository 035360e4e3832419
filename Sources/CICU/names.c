#include "CICU.h"
#include "utf8.h"

#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>

_Static_assert(ULOCDATA_QUOTATION_START == 0 && ULOCDATA_ALT_QUOTATION_END == 3, "");

CICUNames *cicu_names_open(
    const char *locale, int32_t dialects, int32_t abbreviated, int32_t capitalization,
    int32_t *status) {
  static const UDisplayContext capitalizations[] = {
      UDISPCTX_CAPITALIZATION_NONE, UDISPCTX_CAPITALIZATION_FOR_MIDDLE_OF_SENTENCE,
      UDISPCTX_CAPITALIZATION_FOR_BEGINNING_OF_SENTENCE,
      UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU, UDISPCTX_CAPITALIZATION_FOR_STANDALONE};
  if (capitalization < 0 || capitalization > 4) {
    *CICU_STATUS = U_ILLEGAL_ARGUMENT_ERROR;
    return NULL;
  }
  UDisplayContext contexts[] = {
      dialects ? UDISPCTX_DIALECT_NAMES : UDISPCTX_STANDARD_NAMES,
      capitalizations[capitalization],
      abbreviated ? UDISPCTX_LENGTH_SHORT : UDISPCTX_LENGTH_FULL, UDISPCTX_NO_SUBSTITUTE};
  return (CICUNames *)uldn_openForContext(locale, contexts, 4, CICU_STATUS);
}

void cicu_names_close(CICUNames *self) { uldn_close((ULocaleDisplayNames *)self); }

int32_t cicu_names_name(
    const CICUNames *self, int32_t kind, const char *code, char *out, int32_t capacity,
    int32_t *status) {
  const ULocaleDisplayNames *names = (const ULocaleDisplayNames *)self;
  UChar name[512];
  int32_t length = 0;
  switch (kind) {
  case CICU_NAME_LOCALE:
    length = uldn_localeDisplayName(names, code, name, 512, CICU_STATUS);
    break;
  case CICU_NAME_LANGUAGE:
    length = uldn_languageDisplayName(names, code, name, 512, CICU_STATUS);
    break;
  case CICU_NAME_SCRIPT:
    length = uldn_scriptDisplayName(names, code, name, 512, CICU_STATUS);
    break;
  case CICU_NAME_REGION:
    length = uldn_regionDisplayName(names, code, name, 512, CICU_STATUS);
    break;
  default:
    *CICU_STATUS = U_ILLEGAL_ARGUMENT_ERROR;
    return 0;
  }
  // Where it has no name and may not substitute the code, ICU calls the argument illegal.
  if (*CICU_STATUS == U_ILLEGAL_ARGUMENT_ERROR || length < 0) {
    *CICU_STATUS = U_ZERO_ERROR;
    return 0;
  }
  return cicu_write_utf8(name, length, out, capacity, CICU_STATUS);
}

int32_t cicu_delimiter(
    const char *locale, int32_t which, char *out, int32_t capacity, int32_t *status) {
  if (which < 0 || which > 3) {
    *CICU_STATUS = U_ILLEGAL_ARGUMENT_ERROR;
    return 0;
  }
  ULocaleData *data = ulocdata_open(locale, CICU_STATUS);
  UChar text[32];
  int32_t length =
      ulocdata_getDelimiter(data, (ULocaleDataDelimiterType)which, text, 32, CICU_STATUS);
  ulocdata_close(data);
  return cicu_write_utf8(text, length, out, capacity, CICU_STATUS);
}

const char *cicu_language_iso3(const char *locale) { return uloc_getISO3Language(locale); }

const char *const *cicu_regions(void) { return uloc_getISOCountries(); }
