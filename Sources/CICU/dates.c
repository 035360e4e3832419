#include "CICU.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>

CICUDatePatterns *cicu_date_patterns_open(const char *locale, int32_t *status) {
  return (CICUDatePatterns *)udatpg_open(locale, CICU_STATUS);
}

void cicu_date_patterns_close(CICUDatePatterns *self) {
  udatpg_close((UDateTimePatternGenerator *)self);
}

int32_t cicu_date_patterns_best(
    CICUDatePatterns *self, const char *skeleton, int32_t length, int32_t keep_hour_width,
    char *out, int32_t capacity, int32_t *status) {
  UChar pattern[256];
  CICUText text;
  cicu_text_open(&text, skeleton, length, CICU_STATUS);
  int32_t units = 0;
  if (U_SUCCESS(*CICU_STATUS)) {
    units = udatpg_getBestPatternWithOptions(
        (UDateTimePatternGenerator *)self, text.text, text.length,
        keep_hour_width ? UDATPG_MATCH_HOUR_FIELD_LENGTH : UDATPG_MATCH_NO_OPTIONS, pattern, 256,
        CICU_STATUS);
  }
  cicu_text_close(&text);
  return cicu_write_utf8(pattern, units, out, capacity, CICU_STATUS);
}

CICUDateFormat *cicu_date_open(
    const char *locale, const char *zone, int32_t zone_length, const char *pattern, int32_t length,
    int32_t proleptic, int32_t *status) {
  CICUText zone_text;
  CICUText pattern_text;
  cicu_text_open(&zone_text, zone, zone_length, CICU_STATUS);
  cicu_text_open(&pattern_text, pattern, length, CICU_STATUS);
  UDateFormat *self = NULL;
  if (U_SUCCESS(*CICU_STATUS)) {
    self = udat_open(
        UDAT_PATTERN, UDAT_PATTERN, locale, zone_text.text, zone_text.length, pattern_text.text,
        pattern_text.length, CICU_STATUS);
  }
  cicu_text_close(&zone_text);
  cicu_text_close(&pattern_text);
  if (U_SUCCESS(*CICU_STATUS) && proleptic) {
    UErrorCode ignored = U_ZERO_ERROR;
    const UCalendar *calendar = udat_getCalendar(self);
    const char *type = ucal_getType(calendar, &ignored);
    if (U_SUCCESS(ignored) && strcmp(type, "gregorian") == 0) {
      UCalendar *clone = ucal_clone(calendar, CICU_STATUS);
      if (U_SUCCESS(*CICU_STATUS)) {
        ucal_setGregorianChange(clone, -8.64e15, CICU_STATUS);
        udat_setCalendar(self, clone);
        ucal_close(clone);
      }
    }
  }
  return (CICUDateFormat *)self;
}

CICUDateFormat *cicu_date_open_style(
    const char *locale, const char *zone, int32_t zone_length, int32_t date_style,
    int32_t time_style, int32_t *status) {
  if (date_style < -1 || date_style > 3 || time_style < -1 || time_style > 3) {
    *CICU_STATUS = U_ILLEGAL_ARGUMENT_ERROR;
    return NULL;
  }
  CICUText zone_text;
  cicu_text_open(&zone_text, zone, zone_length, CICU_STATUS);
  UDateFormat *self = NULL;
  if (U_SUCCESS(*CICU_STATUS)) {
    self = udat_open(
        (UDateFormatStyle)time_style, (UDateFormatStyle)date_style, locale, zone_text.text,
        zone_text.length, NULL, 0, CICU_STATUS);
  }
  cicu_text_close(&zone_text);
  return (CICUDateFormat *)self;
}

void cicu_date_close(CICUDateFormat *self) { udat_close((UDateFormat *)self); }

int32_t cicu_date_format(
    const CICUDateFormat *self, double milliseconds, char *out, int32_t capacity,
    int32_t *status) {
  UChar local[256];
  UChar *units = local;
  UChar *heap = NULL;
  int32_t length =
      udat_format((const UDateFormat *)self, milliseconds, units, 256, NULL, CICU_STATUS);
  if (*CICU_STATUS == U_BUFFER_OVERFLOW_ERROR) {
    *CICU_STATUS = U_ZERO_ERROR;
    heap = malloc(((size_t)length + 1) * sizeof(UChar));
    if (!heap) {
      *CICU_STATUS = U_MEMORY_ALLOCATION_ERROR;
      return 0;
    }
    units = heap;
    length =
        udat_format((const UDateFormat *)self, milliseconds, units, length + 1, NULL, CICU_STATUS);
  }
  if (*CICU_STATUS == U_STRING_NOT_TERMINATED_WARNING) *CICU_STATUS = U_ZERO_ERROR;
  int32_t needed = cicu_write_utf8(units, length, out, capacity, CICU_STATUS);
  free(heap);
  return needed;
}

int32_t cicu_date_pattern(
    const CICUDateFormat *self, char *out, int32_t capacity, int32_t *status) {
  UChar pattern[256];
  int32_t length = udat_toPattern((const UDateFormat *)self, 0, pattern, 256, CICU_STATUS);
  return cicu_write_utf8(pattern, length, out, capacity, CICU_STATUS);
}

int32_t cicu_time_zone_canonical(
    const char *zone, int32_t length, char *out, int32_t capacity, int32_t *status) {
  UChar canonical[128];
  UBool is_system = 0;
  CICUText text;
  cicu_text_open(&text, zone, length, CICU_STATUS);
  int32_t units = 0;
  if (U_SUCCESS(*CICU_STATUS)) {
    units = ucal_getCanonicalTimeZoneID(
        text.text, text.length, canonical, 128, &is_system, CICU_STATUS);
  }
  cicu_text_close(&text);
  return cicu_write_utf8(canonical, units, out, capacity, CICU_STATUS);
}

static UCalendar *open_calendar(const char *zone, int32_t length, UErrorCode *status) {
  CICUText text;
  UCalendar *calendar = NULL;
  cicu_text_open(&text, zone, length, status);
  if (U_SUCCESS(*status)) {
    calendar = ucal_open(text.text, text.length, "en_US", UCAL_GREGORIAN, status);
  }
  cicu_text_close(&text);
  if (U_SUCCESS(*status)) ucal_setGregorianChange(calendar, -8.64e15, status);
  return calendar;
}

double cicu_time_zone_instant(
    const char *zone, int32_t length, int32_t year, int32_t month, int32_t day, int32_t hour,
    int32_t minute, int32_t second, int32_t *status) {
  UCalendar *calendar = open_calendar(zone, length, CICU_STATUS);
  double instant = 0;
  if (U_SUCCESS(*CICU_STATUS)) {
    ucal_clear(calendar);
    ucal_setDateTime(calendar, year, month - 1, day, hour, minute, second, CICU_STATUS);
    instant = ucal_getMillis(calendar, CICU_STATUS);
  }
  ucal_close(calendar);
  return instant;
}

int32_t cicu_time_zone_offset(
    const char *zone, int32_t length, double milliseconds, int32_t *status) {
  UCalendar *calendar = open_calendar(zone, length, CICU_STATUS);
  int32_t offset = 0;
  if (U_SUCCESS(*CICU_STATUS)) {
    ucal_setMillis(calendar, milliseconds, CICU_STATUS);
    offset = ucal_get(calendar, UCAL_ZONE_OFFSET, CICU_STATUS) +
             ucal_get(calendar, UCAL_DST_OFFSET, CICU_STATUS);
  }
  ucal_close(calendar);
  return offset;
}

int32_t cicu_calendar_type(const char *locale, char *out, int32_t capacity, int32_t *status) {
  UCalendar *calendar = ucal_open(u"GMT", 3, locale, UCAL_DEFAULT, CICU_STATUS);
  int32_t needed = 0;
  if (U_SUCCESS(*CICU_STATUS)) {
    const char *type = ucal_getType(calendar, CICU_STATUS);
    if (U_SUCCESS(*CICU_STATUS)) {
      needed = (int32_t)strlen(type);
      if (needed > capacity) {
        *CICU_STATUS = U_BUFFER_OVERFLOW_ERROR;
      } else {
        memcpy(out, type, (size_t)needed);
      }
    }
  }
  ucal_close(calendar);
  return needed;
}
