// UTF-8 to and from ICU's UTF-16, for the .c files of this folder alone.
#ifndef CICU_UTF8_H
#define CICU_UTF8_H

#include <unicode/ustring.h>
#include <unicode/utypes.h>

#define CICU_STATUS ((UErrorCode *)status)

// UTF-16 text that lives on the stack while it is short.
typedef struct {
  UChar *text;
  int32_t length;
  UChar *heap;
  UChar local[256];
} CICUText;

// Reads UTF-8; ill-formed sequences become U+FFFD. Always close with cicu_text_close.
void cicu_text_open(CICUText *self, const char *utf8, int32_t length, UErrorCode *status);
void cicu_text_close(CICUText *self);

// Writes UTF-16 as UTF-8; returns the length that it needs.
int32_t cicu_write_utf8(
    const UChar *text, int32_t length, char *out, int32_t capacity, UErrorCode *status);

#endif
