#include "CICU.h"
#include "utf8.h"

#include <string.h>
#include <unicode/uloc.h>

// A result that fills the buffer has no room for a zero, and needs none.
static int32_t whole(int32_t length, int32_t *status) {
  if (*status == U_STRING_NOT_TERMINATED_WARNING) *status = U_ZERO_ERROR;
  return length;
}

int32_t cicu_locale_maximize(const char *locale, char *out, int32_t capacity, int32_t *status) {
  return whole(uloc_addLikelySubtags(locale, out, capacity, CICU_STATUS), status);
}

int32_t cicu_locale_minimize(const char *locale, char *out, int32_t capacity, int32_t *status) {
  return whole(uloc_minimizeSubtags(locale, out, capacity, CICU_STATUS), status);
}

int32_t cicu_locale_canonicalize(
    const char *locale, char *out, int32_t capacity, int32_t *status) {
  return whole(uloc_canonicalize(locale, out, capacity, CICU_STATUS), status);
}

int32_t cicu_locale_from_tag(const char *tag, char *out, int32_t capacity, int32_t *status) {
  int32_t parsed = 0;
  int32_t length = uloc_forLanguageTag(tag, out, capacity, &parsed, CICU_STATUS);
  // ICU takes the longest well-formed beginning and says nothing.
  if (U_SUCCESS(*CICU_STATUS) && (size_t)parsed != strlen(tag)) {
    *CICU_STATUS = U_ILLEGAL_ARGUMENT_ERROR;
    return 0;
  }
  return whole(length, status);
}

int32_t cicu_locale_to_tag(const char *locale, char *out, int32_t capacity, int32_t *status) {
  return whole(uloc_toLanguageTag(locale, out, capacity, 1, CICU_STATUS), status);
}

int32_t cicu_locale_is_right_to_left(const char *locale) {
  return uloc_isRightToLeft(locale) ? 1 : 0;
}
