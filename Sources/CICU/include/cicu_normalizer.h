#ifndef CICU_NORMALIZER_H
#define CICU_NORMALIZER_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// The NFC form of a text.
int32_t cicu_normalize_nfc(
    const char *text, int32_t length, char *_Nullable out, int32_t capacity, int32_t *status);

#pragma clang assume_nonnull end

#endif
