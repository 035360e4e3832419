#ifndef CICU_LOCALES_H
#define CICU_LOCALES_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// The locale with its likely script and region: "zh_TW" gives "zh_Hant_TW".
int32_t cicu_locale_maximize(
    const char *locale, char *_Nullable out, int32_t capacity, int32_t *status);
/// The locale without the script and region that are likely: "zh_Hant_TW" gives "zh_TW".
int32_t cicu_locale_minimize(
    const char *locale, char *_Nullable out, int32_t capacity, int32_t *status);
/// The locale with deprecated and legacy parts replaced: "iw" gives "he". BCP 47 or ICU's form.
int32_t cicu_locale_canonicalize(
    const char *locale, char *_Nullable out, int32_t capacity, int32_t *status);
/// BCP 47 to ICU's form, legacy tags (`i-klingon`) included; fails unless all of it is well formed.
int32_t cicu_locale_from_tag(
    const char *tag, char *_Nullable out, int32_t capacity, int32_t *status);
/// ICU's form to BCP 47.
int32_t cicu_locale_to_tag(
    const char *locale, char *_Nullable out, int32_t capacity, int32_t *status);
/// 1 if the locale is written from right to left.
int32_t cicu_locale_is_right_to_left(const char *locale);

#pragma clang assume_nonnull end

#endif
