// Reads texts through ures_open and ICU's MessageFormat: resources FOLDER <requests >texts. A request is a line
// LOCALE, KEY, KIND (text, plural, ordinal, select), VALUE and the names of the arguments, each of which
// gets the value; tabs between them. The answer is the text, with `\n` for a line feed, or (why not).

#include <iostream>
#include <map>
#include <string>
#include <vector>

#include <unicode/msgfmt.h>
#include <unicode/ures.h>

static std::string text(const char *folder, const std::vector<std::string> &request,
                        std::map<std::string, UResourceBundle *> &bundles) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string &locale = request[0];
  if (!bundles.count(locale)) {
    UResourceBundle *bundle = ures_open(folder, locale.c_str(), &status);
    // A warning that another locale answers would hide a file that is missing.
    if (status != U_ZERO_ERROR) return std::string("(ures_open: ") + u_errorName(status) + ")";
    bundles[locale] = bundle;
  }
  int32_t length = 0;
  const UChar *pattern =
      ures_getStringByKey(bundles[locale], request[1].c_str(), &length, &status);
  if (U_FAILURE(status)) return std::string("(missing: ") + u_errorName(status) + ")";
  UParseError place;
  icu::MessageFormat format(icu::UnicodeString(true, pattern, length), icu::Locale(locale.c_str()),
                            place, status);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  bool is_number = request[2] == "plural" || request[2] == "ordinal";
  for (size_t index = 4; index < request.size(); index++) {
    names.push_back(icu::UnicodeString::fromUTF8(request[index]));
    values.push_back(is_number ? icu::Formattable((int64_t)std::stoll(request[3]))
                               : icu::Formattable(icu::UnicodeString::fromUTF8(request[3])));
  }
  icu::UnicodeString formatted;
  format.format(names.data(), values.data(), (int32_t)names.size(), formatted, status);
  if (U_FAILURE(status)) return std::string("(MessageFormat: ") + u_errorName(status) + ")";
  std::string result;
  formatted.toUTF8String(result);
  for (size_t place = 0; (place = result.find('\n', place)) != std::string::npos; place += 2)
    result.replace(place, 1, "\\n");
  return result;
}

int main(int count, char **arguments) {
  if (count != 2) return 2;
  std::map<std::string, UResourceBundle *> bundles;
  for (std::string line; std::getline(std::cin, line);) {
    std::vector<std::string> request;
    for (size_t start = 0, end; start <= line.size(); start = end + 1) {
      end = std::min(line.find('\t', start), line.size());
      request.push_back(line.substr(start, end - start));
    }
    if (request.size() < 4) return 2;
    std::cout << text(arguments[1], request, bundles) << "\n";
  }
}
