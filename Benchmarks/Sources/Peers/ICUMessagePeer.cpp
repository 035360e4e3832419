#include "Peers.h"

#include <string>
#include <vector>

#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>

using icu::Formattable;
using icu::MessageFormat;
using icu::MessagePattern;
using icu::UnicodeString;

namespace {
constexpr int64_t sets = 30;
constexpr int32_t arguments = 5;
}  // namespace

struct ICUMessagePeer {
  MessageFormat format;
  UnicodeString names[arguments] = {"name", "count", "gender", "amount", "when"};
  std::vector<Formattable> values;

  ICUMessagePeer(const char *pattern, const char *locale, UErrorCode &status)
      : format(UnicodeString::fromUTF8(pattern), icu::Locale(locale), status) {
    const int64_t counts[] = {0, 1, 2, 3, 5, 11, 21, 22, 100, 1234};
    const char *genders[] = {"male", "female", "other"};
    for (int64_t set = 0; set < sets; set++) {
      values.emplace_back(UnicodeString("Anna"));
      values.emplace_back(counts[set % 10]);
      values.emplace_back(UnicodeString(genders[set % 3]));
      values.emplace_back(1234.5 + double(set));
      values.emplace_back(1700000000000.0 + double(set) * 86400000.0, Formattable::kIsDate);
    }
  }

  bool write(int64_t set, UnicodeString &output) const {
    UErrorCode status = U_ZERO_ERROR;
    format.format(names, &values[size_t(set % sets) * arguments], arguments, output, status);
    return U_SUCCESS(status);
  }
};

ICUMessagePeer *icu_message_open(const char *pattern, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  auto message = new ICUMessagePeer(pattern, locale, status);
  if (U_SUCCESS(status)) return message;
  delete message;
  return nullptr;
}

int32_t icu_message_text(const ICUMessagePeer *message, int64_t set, char *output,
                         int32_t capacity) {
  UnicodeString text;
  if (!message->write(set, text)) return -1;
  std::string utf8;
  text.toUTF8String(utf8);
  if (utf8.size() > size_t(capacity)) return -1;
  utf8.copy(output, utf8.size());
  return int32_t(utf8.size());
}

int64_t icu_message_format(const ICUMessagePeer *message, int64_t repeats) {
  int64_t sum = 0;
  UnicodeString output;
  for (int64_t index = 0; index < repeats; index++) {
    output.remove();
    message->write(index, output);
    sum += output.length();
  }
  return sum;
}

int64_t icu_message_format_utf8(const ICUMessagePeer *message, int64_t repeats) {
  int64_t sum = 0;
  for (int64_t index = 0; index < repeats; index++) {
    UnicodeString output;
    message->write(index, output);
    std::string utf8;
    output.toUTF8String(utf8);
    sum += int64_t(utf8.size());
  }
  return sum;
}

void icu_message_close(ICUMessagePeer *message) { delete message; }

int64_t icu_parse(const char *texts, const int32_t *lengths, int64_t count) {
  UErrorCode status = U_ZERO_ERROR;
  MessagePattern pattern(status);
  int64_t refused = 0;
  for (int64_t index = 0; index < count; index++) {
    status = U_ZERO_ERROR;
    pattern.parse(UnicodeString::fromUTF8(icu::StringPiece(texts, lengths[index])), nullptr,
                  status);
    refused += U_FAILURE(status);
    texts += lengths[index];
  }
  return refused;
}
