#ifndef CICU_ALIASES_H
#define CICU_ALIASES_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// What CLDR says to write instead of a deprecated or legacy subtag (UTS 35 annex C): `type` is
/// "language", "script", "territory", "subdivision" or "variant". Several replacements are separated
/// by spaces; 0 bytes if the subtag is not an alias.
int32_t cicu_alias(
    const char *type, const char *subtag, char *_Nullable out, int32_t capacity, int32_t *status);

/// CLDR's parent of a locale where it is not the name cut short ("es_419" of "es_MX", "root" of
/// "zh_Hant"); 0 bytes elsewhere.
int32_t cicu_parent(
    const char *locale, char *_Nullable out, int32_t capacity, int32_t *status);

#pragma clang assume_nonnull end

#endif
