#ifndef CICU_COLLATION_H
#define CICU_COLLATION_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// A collator; every function but close may be called from several threads.
typedef struct CICUCollator CICUCollator;

CICUCollator *_Nullable cicu_collator_open(const char *locale, int32_t *status);
void cicu_collator_close(CICUCollator *self);
/// -1, 0 or 1 as the first text comes before, with or after the second.
int32_t cicu_collator_compare(
    const CICUCollator *self, const char *_Nullable left, int32_t leftLength,
    const char *_Nullable right, int32_t rightLength, int32_t *status);
/// Bytes that compare as the texts do; returns how many, the zero at the end not counted.
int32_t cicu_collator_sort_key(
    const CICUCollator *self, const char *_Nullable text, int32_t length, uint8_t *_Nullable out,
    int32_t capacity, int32_t *status);

#pragma clang assume_nonnull end

#endif
