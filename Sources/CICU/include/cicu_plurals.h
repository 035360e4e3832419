#ifndef CICU_PLURALS_H
#define CICU_PLURALS_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// The plural rules of a locale or of its nearest parent that has some, as CLDR writes them, a line
/// for each category: "one:i = 1 and v = 0 @integer 1\nother: @integer 0, 2~16, …\n". Empty for a
/// locale without rules. `ordinal`: 0 for cardinal numbers, 1 for ordinal ones.
int32_t cicu_plurals_rules(
    const char *locale, int32_t ordinal, char *_Nullable out, int32_t capacity, int32_t *status);

/// ICU's own evaluation of the rules, which LocaleServices' is held to by its tests.
typedef struct CICUPluralRules CICUPluralRules;

CICUPluralRules *_Nullable cicu_plurals_open(const char *locale, int32_t ordinal, int32_t *status);
void cicu_plurals_close(CICUPluralRules *self);

/// The category of a number, as its keyword ("few").
int32_t cicu_plurals_select(
    const CICUPluralRules *self, double number, char *_Nullable out, int32_t capacity,
    int32_t *status);

#pragma clang assume_nonnull end

#endif
