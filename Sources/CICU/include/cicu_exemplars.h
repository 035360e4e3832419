#ifndef CICU_EXEMPLARS_H
#define CICU_EXEMPLARS_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// A set of characters and of strings of characters; may be read from several threads.
typedef struct CICUCharacterSet CICUCharacterSet;

/// The characters that a locale writes: `kind` 0 standard, 1 auxiliary, 2 index, 3 punctuation.
/// `cases`: 1 to add the upper and title case of each.
CICUCharacterSet *_Nullable cicu_exemplars_open(
    const char *locale, int32_t kind, int32_t cases, int32_t *status);
void cicu_character_set_close(CICUCharacterSet *self);
int32_t cicu_character_set_contains(const CICUCharacterSet *self, uint32_t scalar);
/// How many items the set has: ranges of characters, then strings.
int32_t cicu_character_set_count(const CICUCharacterSet *self);
/// One item: a range (`first` to `last`, and 0 returned), or a string (its length returned).
int32_t cicu_character_set_item(
    const CICUCharacterSet *self, int32_t index, uint32_t *first, uint32_t *last,
    char *_Nullable out, int32_t capacity, int32_t *status);

#pragma clang assume_nonnull end

#endif
