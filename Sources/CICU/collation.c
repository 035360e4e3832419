#include "CICU.h"
#include "utf8.h"

#include <unicode/ucol.h>

_Static_assert(UCOL_LESS == -1 && UCOL_EQUAL == 0 && UCOL_GREATER == 1, "an order crosses as int");

CICUCollator *cicu_collator_open(const char *locale, int32_t *status) {
  return (CICUCollator *)ucol_open(locale, CICU_STATUS);
}

void cicu_collator_close(CICUCollator *self) { ucol_close((UCollator *)self); }

int32_t cicu_collator_compare(
    const CICUCollator *self, const char *left, int32_t leftLength, const char *right,
    int32_t rightLength, int32_t *status) {
  return ucol_strcollUTF8(
      (const UCollator *)self, left ? left : "", leftLength, right ? right : "", rightLength,
      CICU_STATUS);
}

int32_t cicu_collator_sort_key(
    const CICUCollator *self, const char *text, int32_t length, uint8_t *out, int32_t capacity,
    int32_t *status) {
  CICUText source;
  int32_t needed = 0;
  cicu_text_open(&source, text, length, CICU_STATUS);
  if (U_SUCCESS(*CICU_STATUS)) {
    // ICU counts the zero at the end, and returns 0 on an error.
    needed = ucol_getSortKey(
        (const UCollator *)self, source.text, source.length, out, capacity);
    if (needed == 0) *CICU_STATUS = U_INTERNAL_PROGRAM_ERROR;
    if (needed > capacity) *CICU_STATUS = U_BUFFER_OVERFLOW_ERROR;
  }
  cicu_text_close(&source);
  return needed > 0 ? needed - 1 : 0;
}
