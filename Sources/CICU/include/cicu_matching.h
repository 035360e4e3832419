#ifndef CICU_MATCHING_H
#define CICU_MATCHING_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// The place, among the available locales, of the best one for a list of desired ones, best first, by
/// CLDR's distances; -1 if none is near enough.
int32_t cicu_match(
    const char *_Nonnull const *_Nonnull desired, int32_t desiredCount,
    const char *_Nonnull const *_Nonnull available, int32_t availableCount, int32_t *status);

#pragma clang assume_nonnull end

#endif
