#include "ICUOracle.h"

#include <unicode/bytestream.h>
#include <unicode/fmtable.h>
#include <unicode/locid.h>
#include <unicode/msgfmt.h>
#include <unicode/timezone.h>

#include <memory>
#include <string>
#include <vector>

using icu::Formattable;
using icu::UnicodeString;

struct ICUOracleMessage {
  std::unique_ptr<icu::MessageFormat> format;
};

namespace {

// Unset, ICU asks the machine for its zone.
void useGMT() {
  static const bool done = [] {
    icu::TimeZone::adoptDefault(icu::TimeZone::createTimeZone("GMT"));
    return true;
  }();
  (void)done;
}

Formattable value(const ICUOracleArgument &argument, UErrorCode &status) {
  switch (argument.kind) {
  case ICUOracleInteger:
    // As programs give it: ICU takes an `int` for a date, but nothing longer.
    if (argument.integer == static_cast<int32_t>(argument.integer)) {
      return Formattable(static_cast<int32_t>(argument.integer));
    }
    return Formattable(argument.integer);
  case ICUOracleDouble:
    return Formattable(argument.number);
  case ICUOracleDate:
    return Formattable(argument.number, Formattable::kIsDate);
  case ICUOracleDecimal:
    return Formattable(icu::StringPiece(argument.text ? argument.text : ""), status);
  default:
    return Formattable(UnicodeString::fromUTF8(argument.text ? argument.text : ""));
  }
}

int32_t write(const UnicodeString &text, char *output, int32_t capacity) {
  std::string utf8;
  text.toUTF8String(utf8);
  if (static_cast<int64_t>(utf8.size()) > capacity) return -U_BUFFER_OVERFLOW_ERROR;
  utf8.copy(output, utf8.size());
  return static_cast<int32_t>(utf8.size());
}

} // namespace

ICUOracleMessage *icu_oracle_open(const char *pattern, int32_t length, const char *locale,
                                  int32_t *status) {
  useGMT();
  UErrorCode code = U_ZERO_ERROR;
  UParseError where;
  auto format = std::make_unique<icu::MessageFormat>(
      UnicodeString::fromUTF8(icu::StringPiece(pattern, length)),
      icu::Locale::forLanguageTag(locale, code), where, code);
  *status = code;
  if (U_FAILURE(code)) return nullptr;
  return new ICUOracleMessage{std::move(format)};
}

int32_t icu_oracle_format_open(const ICUOracleMessage *message,
                               const ICUOracleArgument *arguments, int32_t count, char *output,
                               int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  std::vector<UnicodeString> names;
  std::vector<Formattable> values;
  for (int32_t i = 0; i < count; i++) {
    names.push_back(UnicodeString::fromUTF8(arguments[i].name));
    values.push_back(value(arguments[i], code));
  }
  UnicodeString result;
  message->format->format(names.data(), values.data(), count, result, code);
  if (U_FAILURE(code)) return -code;
  return write(result, output, capacity);
}

void icu_oracle_close(ICUOracleMessage *message) { delete message; }

int32_t icu_oracle_format(const char *pattern, int32_t length, const char *locale,
                          const ICUOracleArgument *arguments, int32_t count, char *output,
                          int32_t capacity, int32_t *stage) {
  int32_t status = 0;
  *stage = 0;
  ICUOracleMessage *message = icu_oracle_open(pattern, length, locale, &status);
  if (!message) return -status;
  *stage = 1;
  int32_t written = icu_oracle_format_open(message, arguments, count, output, capacity);
  icu_oracle_close(message);
  if (written >= 0) *stage = 2;
  return written;
}
