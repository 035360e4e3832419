#ifndef CICU_LISTS_H
#define CICU_LISTS_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// A list format of one locale; formatting may happen on several threads.
typedef struct CICUListFormat CICUListFormat;

/// `type`: 0 and, 1 or, 2 units. `width`: 0 wide, 1 short, 2 narrow.
CICUListFormat *_Nullable cicu_list_open(
    const char *locale, int32_t type, int32_t width, int32_t *status);
void cicu_list_close(CICUListFormat *self);
/// Joins `count` texts that stand one behind the other in `items`; `lengths` are their bytes.
int32_t cicu_list_format(
    const CICUListFormat *self, const char *_Nullable items, const int32_t *_Nullable lengths,
    int32_t count, char *_Nullable out, int32_t capacity, int32_t *status);

/// A format of relative times ("in 3 days") of one locale; formatting may happen on several threads.
typedef struct CICURelativeTimeFormat CICURelativeTimeFormat;

/// `style`: 0 long, 1 short, 2 narrow.
CICURelativeTimeFormat *_Nullable cicu_relative_time_open(
    const char *locale, int32_t style, int32_t *status);
void cicu_relative_time_close(CICURelativeTimeFormat *self);
/// `unit`: 0 year, 1 quarter, 2 month, 3 week, 4 day, 5 hour, 6 minute, 7 second, 8 to 14 Sunday to
/// Saturday. With `words`, "tomorrow" stands for "in 1 day" where the locale has such a word.
int32_t cicu_relative_time_format(
    const CICURelativeTimeFormat *self, double offset, int32_t unit, int32_t words,
    char *_Nullable out, int32_t capacity, int32_t *status);

#pragma clang assume_nonnull end

#endif
