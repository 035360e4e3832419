#ifndef ICU_ORACLE_H
#define ICU_ORACLE_H

// What ICU's own C++ MessageFormat (named arguments) makes of a pattern: the truth that tests hold
// our MessageFormat 1 to. Tests only; nothing that ships links it.

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

enum ICUOracleArgumentKind {
  ICUOracleString = 0,
  ICUOracleInteger = 1,
  ICUOracleDouble = 2,
  // Milliseconds since 1970 in `number`.
  ICUOracleDate = 3,
  // Decimal digits in `text`.
  ICUOracleDecimal = 4,
};

typedef struct {
  const char *name;
  int32_t kind;
  const char *_Nullable text;
  int64_t integer;
  double number;
} ICUOracleArgument;

// The length of the UTF-8 text written to `output`, or, where ICU refuses the pattern or cannot
// format, the negative of its error code. `stage` becomes 0 where the pattern was refused, 1 where
// formatting failed, 2 where all went well. A text that does not fit is -15 (buffer overflow).
// Dates are formatted in the zone GMT.
int32_t icu_oracle_format(const char *pattern, int32_t pattern_length, const char *locale,
                          const ICUOracleArgument *_Nullable arguments, int32_t count,
                          char *output, int32_t capacity, int32_t *stage);

// A pattern that is parsed once, for formatting many times.
typedef struct ICUOracleMessage ICUOracleMessage;
ICUOracleMessage *_Nullable icu_oracle_open(const char *pattern, int32_t pattern_length,
                                            const char *locale, int32_t *status);
int32_t icu_oracle_format_open(const ICUOracleMessage *message,
                               const ICUOracleArgument *_Nullable arguments, int32_t count,
                               char *output, int32_t capacity);
void icu_oracle_close(ICUOracleMessage *message);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif

#endif
