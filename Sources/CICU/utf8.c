#include "utf8.h"

#include <stdlib.h>

void cicu_text_open(CICUText *self, const char *utf8, int32_t length, UErrorCode *status) {
  self->text = self->local;
  self->heap = NULL;
  self->length = 0;
  if (U_FAILURE(*status)) return;
  if (length < 0) {
    *status = U_ILLEGAL_ARGUMENT_ERROR;
    return;
  }
  // UTF-16 never has more units than UTF-8 has bytes; one more for the terminator.
  int32_t capacity = (int32_t)(sizeof self->local / sizeof self->local[0]);
  if (length >= capacity) {
    capacity = length + 1;
    self->heap = malloc((size_t)capacity * sizeof(UChar));
    if (!self->heap) {
      *status = U_MEMORY_ALLOCATION_ERROR;
      return;
    }
    self->text = self->heap;
  }
  u_strFromUTF8WithSub(
      self->text, capacity, &self->length, utf8 ? utf8 : "", length, 0xFFFD, NULL, status);
}

void cicu_text_close(CICUText *self) {
  free(self->heap);
  self->heap = NULL;
}

int32_t cicu_write_utf8(
    const UChar *text, int32_t length, char *out, int32_t capacity, UErrorCode *status) {
  int32_t needed = 0;
  if (U_FAILURE(*status)) return 0;
  u_strToUTF8WithSub(out, capacity, &needed, text, length, 0xFFFD, NULL, status);
  // A text that fills the buffer to the last byte has no room for a zero, and needs none.
  if (*status == U_STRING_NOT_TERMINATED_WARNING) *status = U_ZERO_ERROR;
  return needed;
}
