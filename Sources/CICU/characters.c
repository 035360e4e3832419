#include "CICU.h"
#include "utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

const char *cicu_character_script(uint32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript((UChar32)scalar, &status);
  return U_SUCCESS(status) ? uscript_getShortName(script) : "Zzzz";
}

int32_t cicu_character_has_script(uint32_t scalar, const char *script) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode codes[16];
  int32_t count = uscript_getCode(script, codes, 16, &status);
  if (U_FAILURE(status)) return 0;
  for (int32_t i = 0; i < count; i++) {
    if (uscript_hasScript((UChar32)scalar, codes[i])) return 1;
  }
  return 0;
}

int32_t cicu_character_width(uint32_t scalar) {
  UChar32 c = (UChar32)scalar;
  if (c >= 0x20 && c < 0x7F) return 1;
  switch (u_charType(c)) {
  case U_CONTROL_CHAR:
  case U_NON_SPACING_MARK:
  case U_ENCLOSING_MARK:
    return 0;
  default:
    break;
  }
  // Zero width (joiners, direction marks), but for the soft hyphen, which terminals show.
  if (c != 0xAD && u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return 0;
  // The vowels and final consonants that join a Hangul syllable's first consonant.
  switch (u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE)) {
  case U_HST_VOWEL_JAMO:
  case U_HST_TRAILING_JAMO:
    return 0;
  default:
    break;
  }
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
  case U_EA_FULLWIDTH:
  case U_EA_WIDE:
    return 2;
  default:
    return 1;
  }
}

int32_t cicu_character_category(uint32_t scalar) { return u_charType((UChar32)scalar); }

int32_t cicu_character_digit(uint32_t scalar) { return u_charDigitValue((UChar32)scalar); }
