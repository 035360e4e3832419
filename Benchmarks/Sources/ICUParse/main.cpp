// ICUParse read|pattern|format FOLDER : the files of a site, FOLDER/<locale>/<catalogue>.json, in one thread.
//
// What a program has to do at least that looks at every message with ICU: read each file, find its strings, and
//   read     nothing more: reading and tokenizing alone;
//   pattern  parse every value with MessagePattern, which tells whether its syntax is right;
//   format   make a MessageFormat of every value, ICU's way to parse a message that is to be formatted.
// It prints how many messages there were and how many ICU refused.

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>

namespace {

std::string contents(const std::filesystem::path &path) {
  std::string text(std::filesystem::file_size(path), '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(text.data(), std::streamsize(text.size()));
  return text;
}

void append_utf8(std::string &text, UChar32 character) {
  icu::UnicodeString(character).toUTF8String(text);
}

/// Goes through the strings of a JSON text; the files are known to be well-formed.
class Strings {
 public:
  explicit Strings(std::string_view json) : json(json) {}

  /// Finds the next string; a key is one that a colon follows.
  bool next(std::string_view &text, bool &is_key) {
    size_t start = json.find('"', position);
    if (start == json.npos) return false;
    size_t end = ++start;
    bool has_escapes = false;
    while ((end = json.find_first_of("\"\\", end)) != json.npos && json[end] == '\\') {
      has_escapes = true;
      end += 2;
    }
    if (end == json.npos) return false;
    position = json.find_first_not_of(" \t\r\n", end + 1);
    is_key = position != json.npos && json[position] == ':';
    text = has_escapes ? resolved(json.substr(start, end - start)) : json.substr(start, end - start);
    return true;
  }

 private:
  std::string_view resolved(std::string_view escaped) {
    buffer.clear();
    for (size_t index = 0; index < escaped.size(); index++) {
      if (escaped[index] != '\\') {
        buffer += escaped[index];
        continue;
      }
      char escape = escaped[++index];
      switch (escape) {
        case 'n': buffer += '\n'; break;
        case 't': buffer += '\t'; break;
        case 'r': buffer += '\r'; break;
        case 'b': buffer += '\b'; break;
        case 'f': buffer += '\f'; break;
        case 'u':
          append_utf8(buffer, UChar32(std::stoul(std::string(escaped.substr(index + 1, 4)), nullptr, 16)));
          index += 4;
          break;
        default: buffer += escape;
      }
    }
    return buffer;
  }

  std::string_view json;
  size_t position = 0;
  std::string buffer;
};

}  // namespace

int main(int count, char **arguments) {
  const std::string_view job = count > 1 ? arguments[1] : "";
  if (count != 3 || (job != "read" && job != "pattern" && job != "format")) {
    std::fputs("usage: ICUParse read|pattern|format FOLDER\n", stderr);
    return 2;
  }
  long messages = 0;
  long refused = 0;
  UErrorCode status = U_ZERO_ERROR;
  icu::MessagePattern pattern(status);
  for (const auto &folder : std::filesystem::directory_iterator(arguments[2])) {
    if (!folder.is_directory()) continue;
    const auto locale = icu::Locale::forLanguageTag(folder.path().filename().string(), status);
    for (const auto &file : std::filesystem::directory_iterator(folder)) {
      if (file.path().extension() != ".json") continue;
      const std::string json = contents(file.path());
      Strings strings(json);
      std::string_view text;
      for (bool is_key; strings.next(text, is_key);) {
        if (is_key) continue;
        messages++;
        if (job == "read") continue;
        UErrorCode error = U_ZERO_ERROR;
        const auto message = icu::UnicodeString::fromUTF8(
            icu::StringPiece(text.data(), int32_t(text.size())));
        if (job == "pattern") {
          pattern.parse(message, nullptr, error);
        } else {
          icu::MessageFormat format(message, locale, error);
        }
        refused += U_FAILURE(error);
      }
    }
  }
  std::printf("%ld messages, %ld refused\n", messages, refused);
  return U_FAILURE(status) ? 1 : 0;
}
