#include "CICU.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucasemap.h>
#include <unicode/utrans.h>

// A result that fills the buffer has no room for a zero, and needs none.
static int32_t whole(int32_t length, int32_t *status) {
  if (*CICU_STATUS == U_STRING_NOT_TERMINATED_WARNING) *CICU_STATUS = U_ZERO_ERROR;
  return length;
}

int32_t cicu_text_capitalize(
    const char *locale, const char *text, int32_t length, char *out, int32_t capacity,
    int32_t *status) {
  UCaseMap *map = ucasemap_open(
      locale, U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE, CICU_STATUS);
  int32_t needed =
      ucasemap_utf8ToTitle(map, out, capacity, text ? text : "", length, CICU_STATUS);
  ucasemap_close(map);
  return whole(needed, status);
}

int32_t cicu_text_lowercase(
    const char *locale, const char *text, int32_t length, char *out, int32_t capacity,
    int32_t *status) {
  UCaseMap *map = ucasemap_open(locale, 0, CICU_STATUS);
  int32_t needed =
      ucasemap_utf8ToLower(map, out, capacity, text ? text : "", length, CICU_STATUS);
  ucasemap_close(map);
  return whole(needed, status);
}

int32_t cicu_text_fold_case(
    const char *text, int32_t length, char *out, int32_t capacity, int32_t *status) {
  UCaseMap *map = ucasemap_open("", U_FOLD_CASE_DEFAULT, CICU_STATUS);
  int32_t needed =
      ucasemap_utf8FoldCase(map, out, capacity, text ? text : "", length, CICU_STATUS);
  ucasemap_close(map);
  return whole(needed, status);
}

CICUTransliterator *cicu_transliterator_open(const char *identifier, int32_t *status) {
  CICUText name;
  UParseError error;
  UTransliterator *result = NULL;
  cicu_text_open(&name, identifier, (int32_t)strlen(identifier), CICU_STATUS);
  if (U_SUCCESS(*CICU_STATUS)) {
    result = utrans_openU(name.text, name.length, UTRANS_FORWARD, NULL, 0, &error, CICU_STATUS);
  }
  cicu_text_close(&name);
  return (CICUTransliterator *)result;
}

void cicu_transliterator_close(CICUTransliterator *self) { utrans_close((UTransliterator *)self); }

int32_t cicu_transliterator_run(
    const CICUTransliterator *self, const char *text, int32_t length, char *out, int32_t capacity,
    int32_t *status) {
  CICUText source;
  int32_t needed = 0;
  cicu_text_open(&source, text, length, CICU_STATUS);
  if (U_SUCCESS(*CICU_STATUS)) {
    // ICU rewrites the text in place, in a buffer that must hold the longest stage; if it does not,
    // ICU says how long that is.
    int32_t room = source.length * 4 + 64;
    for (;;) {
      UChar *buffer = malloc((size_t)room * sizeof(UChar));
      if (!buffer) {
        *CICU_STATUS = U_MEMORY_ALLOCATION_ERROR;
        break;
      }
      memcpy(buffer, source.text, (size_t)source.length * sizeof(UChar));
      int32_t count = source.length;
      int32_t limit = count;
      UErrorCode fits = U_ZERO_ERROR;
      utrans_transUChars(
          (const UTransliterator *)self, buffer, &count, room, 0, &limit, &fits);
      if (fits == U_BUFFER_OVERFLOW_ERROR && count > room) {
        free(buffer);
        room = count + 1;
        continue;
      }
      if (U_FAILURE(fits)) *CICU_STATUS = fits;
      needed = cicu_write_utf8(buffer, count, out, capacity, CICU_STATUS);
      free(buffer);
      break;
    }
  }
  cicu_text_close(&source);
  return needed;
}
