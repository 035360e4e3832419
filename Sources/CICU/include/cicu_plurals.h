#ifndef CICU_PLURALS_H
#define CICU_PLURALS_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// Plural rules of one locale; every function but close may be called from several threads.
typedef struct CICUPluralRules CICUPluralRules;

/// `ordinal`: 0 for cardinal numbers, 1 for ordinal ones.
CICUPluralRules *_Nullable cicu_plurals_open(const char *locale, int32_t ordinal, int32_t *status);
void cicu_plurals_close(CICUPluralRules *self);

/// The category of a number, as its keyword ("few").
int32_t cicu_plurals_select(
    const CICUPluralRules *self, double number, char *_Nullable out, int32_t capacity,
    int32_t *status);

/// The categories of the locale, separated by spaces ("few many one other").
int32_t cicu_plurals_categories(
    const CICUPluralRules *self, char *_Nullable out, int32_t capacity, int32_t *status);

#pragma clang assume_nonnull end

#endif
