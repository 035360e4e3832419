#include "CICU.h"
#include "utf8.h"

#include <stdlib.h>
#include <unicode/unorm2.h>

int32_t cicu_normalize_nfc(
    const char *text, int32_t length, char *out, int32_t capacity, int32_t *status) {
  const UNormalizer2 *nfc = unorm2_getNFCInstance(CICU_STATUS);
  CICUText source;
  cicu_text_open(&source, text, length, CICU_STATUS);

  // NFC makes at most three UTF-16 units of one.
  UChar local[3 * 256];
  UChar *normal = local;
  int32_t room = (int32_t)(sizeof local / sizeof local[0]);
  if (source.length > 256) {
    room = source.length * 3;
    normal = malloc((size_t)room * sizeof(UChar));
    if (!normal) *CICU_STATUS = U_MEMORY_ALLOCATION_ERROR;
  }
  int32_t count =
      unorm2_normalize(nfc, source.text, source.length, normal, room, CICU_STATUS);
  if (*CICU_STATUS == U_STRING_NOT_TERMINATED_WARNING) *status = U_ZERO_ERROR;
  int32_t needed = cicu_write_utf8(normal, count, out, capacity, CICU_STATUS);
  if (normal != local) free(normal);
  cicu_text_close(&source);
  return needed;
}
