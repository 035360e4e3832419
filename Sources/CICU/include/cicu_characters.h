#ifndef CICU_CHARACTERS_H
#define CICU_CHARACTERS_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// The script of a character by its ISO 15924 code: "Cyrl", "Zyyy" (common), "Zinh" (inherited).
const char *cicu_character_script(uint32_t scalar);
/// 1 if the character is used in the script, its script extensions included.
int32_t cicu_character_has_script(uint32_t scalar, const char *script);
/// How many cells of a terminal a character takes by itself: 0, 1 or 2.
int32_t cicu_character_width(uint32_t scalar);
/// The general category as ICU numbers it.
int32_t cicu_character_category(uint32_t scalar);
/// The value of a decimal digit in any script; -1 for other characters.
int32_t cicu_character_digit(uint32_t scalar);

#pragma clang assume_nonnull end

#endif
