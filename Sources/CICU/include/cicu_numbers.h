#ifndef CICU_NUMBERS_H
#define CICU_NUMBERS_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// A number format of one locale; every function but close may be called from several threads.
typedef struct CICUNumberFormat CICUNumberFormat;

/// A stretch of a formatted number, in bytes of its UTF-8 text.
typedef struct {
  /// `UNumberFormatFields`: 0 integer, 1 fraction, 2 decimal separator, 6 grouping separator,
  /// 7 currency, 8 percent, 10 sign, 11 measure unit …
  int32_t field;
  int32_t start;
  int32_t end;
} CICUNumberField;

/// Opens a format by a number skeleton (`currency/EUR .00`).
CICUNumberFormat *_Nullable cicu_number_open(
    const char *locale, const char *skeleton, int32_t length, int32_t *status);
void cicu_number_close(CICUNumberFormat *self);

int32_t cicu_number_format_integer(
    const CICUNumberFormat *self, int64_t number, char *_Nullable out, int32_t capacity,
    int32_t *status);
int32_t cicu_number_format_double(
    const CICUNumberFormat *self, double number, char *_Nullable out, int32_t capacity,
    int32_t *status);
/// `number` is a decimal number in ASCII: `-1234.5`, `1e3`.
int32_t cicu_number_format_decimal(
    const CICUNumberFormat *self, const char *number, int32_t length, char *_Nullable out,
    int32_t capacity, int32_t *status);

/// Formats a decimal number and tells where its parts are. At most `field_capacity` fields are
/// written; `field_count` is how many there are.
int32_t cicu_number_format_fields(
    const CICUNumberFormat *self, const char *number, int32_t length, char *_Nullable out,
    int32_t capacity, CICUNumberField *_Nullable fields, int32_t field_capacity,
    int32_t *field_count, int32_t *status);

/// The decimal number that this format shows, in ASCII without trailing zeros (`-1234.5`), and how
/// many fraction digits it writes.
int32_t cicu_number_shown(
    const CICUNumberFormat *self, const char *number, int32_t length, char *_Nullable out,
    int32_t capacity, int32_t *fraction_digits, int32_t *status);

/// How many fraction digits a currency has: 2 for EUR, 0 for JPY.
int32_t cicu_currency_fraction_digits(const char *currency, int32_t *status);

/// The kind of measure that a unit is of (`length` for `meter`); fails for a unit that CLDR has no
/// names for.
int32_t cicu_unit_type(
    const char *unit, char *_Nullable out, int32_t capacity, int32_t *status);
/// 1 if CLDR knows which units to use for measures of a type and a usage (`length`, `road`).
int32_t cicu_unit_type_has_usage(const char *type, const char *usage);

/// A rule based number format of one locale: numbers in words, ordinals, durations.
typedef struct CICUSpellout CICUSpellout;

/// `style`: 0 spell out, 1 ordinal, 2 duration.
CICUSpellout *_Nullable cicu_spellout_open(const char *locale, int32_t style, int32_t *status);
void cicu_spellout_close(CICUSpellout *self);
/// Chooses the rule set that ICU MessageFormat names (`%spellout-numbering`).
void cicu_spellout_set_rules(
    CICUSpellout *self, const char *rules, int32_t length, int32_t *status);
/// As below, exactly for whole numbers that no `double` holds.
int32_t cicu_spellout_format_integer(
    const CICUSpellout *self, int64_t number, char *_Nullable out, int32_t capacity,
    int32_t *status);
int32_t cicu_spellout_format(
    const CICUSpellout *self, double number, char *_Nullable out, int32_t capacity,
    int32_t *status);

/// A number format by a pattern (`#,##0.00`), ICU's older formats.
typedef struct CICUPatternNumberFormat CICUPatternNumberFormat;

/// `style`: 0 pattern, 1 default, 2 currency, 3 percent, 4 integer. `pattern` is read by 0 only.
CICUPatternNumberFormat *_Nullable cicu_number_pattern_open(
    const char *locale, int32_t style, const char *pattern, int32_t length, int32_t *status);
/// The same format, but it writes ASCII digits, `.` and `E` only, without sign, groups and affixes.
CICUPatternNumberFormat *_Nullable cicu_number_pattern_digits(
    const CICUPatternNumberFormat *self, int32_t *status);
void cicu_number_pattern_close(CICUPatternNumberFormat *self);
int32_t cicu_number_pattern_format(
    const CICUPatternNumberFormat *self, const char *number, int32_t length, char *_Nullable out,
    int32_t capacity, int32_t *status);
int32_t cicu_number_pattern_format_double(
    const CICUPatternNumberFormat *self, double number, char *_Nullable out, int32_t capacity,
    int32_t *status);

#pragma clang assume_nonnull end

#endif
