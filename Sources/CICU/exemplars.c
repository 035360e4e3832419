#include "CICU.h"
#include "utf8.h"

#include <unicode/ulocdata.h>
#include <unicode/uset.h>

_Static_assert(ULOCDATA_ES_STANDARD == 0 && ULOCDATA_ES_AUXILIARY == 1, "");
_Static_assert(ULOCDATA_ES_INDEX == 2 && ULOCDATA_ES_PUNCTUATION == 3, "");

CICUCharacterSet *cicu_exemplars_open(
    const char *locale, int32_t kind, int32_t cases, int32_t *status) {
  if (kind < 0 || kind > 3) {
    *CICU_STATUS = U_ILLEGAL_ARGUMENT_ERROR;
    return NULL;
  }
  ULocaleData *data = ulocdata_open(locale, CICU_STATUS);
  USet *set = uset_openEmpty();
  ulocdata_getExemplarSet(
      data, set, cases ? USET_ADD_CASE_MAPPINGS : 0, (ULocaleDataExemplarSetType)kind, CICU_STATUS);
  ulocdata_close(data);
  // A frozen set is faster to ask, and safe to share.
  uset_freeze(set);
  return (CICUCharacterSet *)set;
}

void cicu_character_set_close(CICUCharacterSet *self) { uset_close((USet *)self); }

int32_t cicu_character_set_contains(const CICUCharacterSet *self, uint32_t scalar) {
  return uset_contains((const USet *)self, (UChar32)scalar) ? 1 : 0;
}

int32_t cicu_character_set_count(const CICUCharacterSet *self) {
  return uset_getItemCount((const USet *)self);
}

int32_t cicu_character_set_item(
    const CICUCharacterSet *self, int32_t index, uint32_t *first, uint32_t *last, char *out,
    int32_t capacity, int32_t *status) {
  UChar text[64];
  UChar32 start = 0, end = 0;
  int32_t length =
      uset_getItem((const USet *)self, index, &start, &end, text, 64, CICU_STATUS);
  *first = (uint32_t)start;
  *last = (uint32_t)end;
  if (length < 2) return 0;
  return cicu_write_utf8(text, length, out, capacity, CICU_STATUS);
}
