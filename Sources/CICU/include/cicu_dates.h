#ifndef CICU_DATES_H
#define CICU_DATES_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// Finds a locale's patterns for date fields. Not to be used from two threads at once.
typedef struct CICUDatePatterns CICUDatePatterns;

CICUDatePatterns *_Nullable cicu_date_patterns_open(const char *locale, int32_t *status);
void cicu_date_patterns_close(CICUDatePatterns *self);
/// The locale's pattern for a skeleton: `yMMMd` gives `d MMM y`. With `keep_hour_width` the hour
/// has the width of the skeleton.
int32_t cicu_date_patterns_best(
    CICUDatePatterns *self, const char *skeleton, int32_t length, int32_t keep_hour_width,
    char *_Nullable out, int32_t capacity, int32_t *status);

/// A date format of one locale and time zone; formatting may happen on several threads.
typedef struct CICUDateFormat CICUDateFormat;

/// Opens a format by a pattern (`d MMM y`). The Gregorian calendar goes back without a Julian one
/// if `proleptic` is 1.
CICUDateFormat *_Nullable cicu_date_open(
    const char *locale, const char *zone, int32_t zone_length, const char *pattern, int32_t length,
    int32_t proleptic, int32_t *status);
/// Opens a format by ICU's styles: 0 full, 1 long, 2 medium, 3 short, -1 none.
CICUDateFormat *_Nullable cicu_date_open_style(
    const char *locale, const char *zone, int32_t zone_length, int32_t date_style,
    int32_t time_style, int32_t *status);
void cicu_date_close(CICUDateFormat *self);
/// `milliseconds` since 1970-01-01T00:00Z.
int32_t cicu_date_format(
    const CICUDateFormat *self, double milliseconds, char *_Nullable out, int32_t capacity,
    int32_t *status);
/// The pattern of a format.
int32_t cicu_date_pattern(
    const CICUDateFormat *self, char *_Nullable out, int32_t capacity, int32_t *status);

/// The canonical name of a time zone; fails for a zone that ICU does not know.
int32_t cicu_time_zone_canonical(
    const char *zone, int32_t length, char *_Nullable out, int32_t capacity, int32_t *status);
/// The instant, in milliseconds since 1970-01-01T00:00Z, of a local date and time in a zone; month
/// counts from 1. Local times that a clock skips or repeats are read as before the change.
double cicu_time_zone_instant(
    const char *zone, int32_t length, int32_t year, int32_t month, int32_t day, int32_t hour,
    int32_t minute, int32_t second, int32_t *status);
/// How far a zone's local time is ahead of UTC at an instant, in milliseconds.
int32_t cicu_time_zone_offset(
    const char *zone, int32_t length, double milliseconds, int32_t *status);

/// The type of the calendar that a locale uses: `gregorian`, `buddhist`.
int32_t cicu_calendar_type(
    const char *locale, char *_Nullable out, int32_t capacity, int32_t *status);

#pragma clang assume_nonnull end

#endif
