#include "CICU.h"
#include "utf8.h"

#include <unicode/uenum.h>
#include <unicode/upluralrules.h>

CICUPluralRules *cicu_plurals_open(const char *locale, int32_t ordinal, int32_t *status) {
  return (CICUPluralRules *)uplrules_openForType(
      locale, ordinal ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL, CICU_STATUS);
}

void cicu_plurals_close(CICUPluralRules *self) { uplrules_close((UPluralRules *)self); }

int32_t cicu_plurals_select(
    const CICUPluralRules *self, double number, char *out, int32_t capacity, int32_t *status) {
  UChar keyword[32];
  int32_t length = uplrules_select((const UPluralRules *)self, number, keyword, 32, CICU_STATUS);
  return cicu_write_utf8(keyword, length, out, capacity, CICU_STATUS);
}

int32_t cicu_plurals_categories(
    const CICUPluralRules *self, char *out, int32_t capacity, int32_t *status) {
  UEnumeration *keywords = uplrules_getKeywords((const UPluralRules *)self, CICU_STATUS);
  int32_t needed = 0;
  int32_t length = 0;
  const char *keyword;
  while ((keyword = uenum_next(keywords, &length, CICU_STATUS)) != NULL) {
    if (needed > 0) {
      if (needed < capacity) out[needed] = ' ';
      needed += 1;
    }
    for (int32_t i = 0; i < length; i++, needed++) {
      if (needed < capacity) out[needed] = keyword[i];
    }
  }
  uenum_close(keywords);
  if (needed > capacity && U_SUCCESS(*CICU_STATUS)) *CICU_STATUS = U_BUFFER_OVERFLOW_ERROR;
  return needed;
}
