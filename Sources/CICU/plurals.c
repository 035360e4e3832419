#include "CICU.h"
#include "utf8.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/upluralrules.h>
#include <unicode/ures.h>

// Appends bytes as far as they fit; returns the length so far.
static int32_t append(
    char *out, int32_t capacity, int32_t length, const char *bytes, int32_t count) {
  if (length + count <= capacity) memcpy(out + length, bytes, (size_t)count);
  return length + count;
}

// The name of the locale's rule set ("set12"), looked for in the locale and then in its parents.
static const UChar *find_set(
    const UResourceBundle *sets, const char *locale, int32_t *length, UErrorCode *status) {
  char name[ULOC_FULLNAME_CAPACITY];
  uloc_getBaseName(locale, name, sizeof name, status);
  while (U_SUCCESS(*status) && name[0] != 0) {
    UErrorCode missing = U_ZERO_ERROR;
    const UChar *set = ures_getStringByKey(sets, name, length, &missing);
    if (U_SUCCESS(missing)) return set;
    char parent[ULOC_FULLNAME_CAPACITY];
    uloc_getParent(name, parent, sizeof parent, status);
    strcpy(name, parent);
  }
  return NULL;
}

int32_t cicu_plurals_rules(
    const char *locale, int32_t ordinal, char *out, int32_t capacity, int32_t *status) {
  UResourceBundle *data = ures_openDirect(NULL, "plurals", CICU_STATUS);
  UResourceBundle *sets =
      ures_getByKey(data, ordinal ? "locales_ordinals" : "locales", NULL, CICU_STATUS);
  UResourceBundle *rules = ures_getByKey(data, "rules", NULL, CICU_STATUS);
  int32_t needed = 0;
  int32_t setLength = 0;
  const UChar *set = find_set(sets, locale, &setLength, CICU_STATUS);
  if (set && U_SUCCESS(*CICU_STATUS)) {
    char key[32];
    u_strToUTF8(key, sizeof key, NULL, set, setLength, CICU_STATUS);
    UResourceBundle *categories = ures_getByKey(rules, key, NULL, CICU_STATUS);
    while (U_SUCCESS(*CICU_STATUS) && ures_hasNext(categories)) {
      const char *category = NULL;
      int32_t length = 0;
      const UChar *rule = ures_getNextString(categories, &length, &category, CICU_STATUS);
      if (U_FAILURE(*CICU_STATUS)) break;
      needed = append(out, capacity, needed, category, (int32_t)strlen(category));
      needed = append(out, capacity, needed, ":", 1);
      UErrorCode fits = U_ZERO_ERROR;
      int32_t room = capacity > needed ? capacity - needed : 0;
      needed += cicu_write_utf8(rule, length, room ? out + needed : NULL, room, &fits);
      needed = append(out, capacity, needed, "\n", 1);
    }
    ures_close(categories);
  }
  ures_close(rules);
  ures_close(sets);
  ures_close(data);
  if (needed > capacity && U_SUCCESS(*CICU_STATUS)) *CICU_STATUS = U_BUFFER_OVERFLOW_ERROR;
  return needed;
}

CICUPluralRules *cicu_plurals_open(const char *locale, int32_t ordinal, int32_t *status) {
  return (CICUPluralRules *)uplrules_openForType(
      locale, ordinal ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL, CICU_STATUS);
}

void cicu_plurals_close(CICUPluralRules *self) { uplrules_close((UPluralRules *)self); }

int32_t cicu_plurals_select(
    const CICUPluralRules *self, double number, char *out, int32_t capacity, int32_t *status) {
  UChar keyword[32];
  int32_t length = uplrules_select((const UPluralRules *)self, number, keyword, 32, CICU_STATUS);
  return cicu_write_utf8(keyword, length, out, capacity, CICU_STATUS);
}
