#include "CICU.h"
#include "utf8.h"

#include <string.h>
#include <unicode/ures.h>

int32_t cicu_alias(
    const char *type, const char *subtag, char *out, int32_t capacity, int32_t *status) {
  UResourceBundle *metadata = ures_openDirect(NULL, "metadata", CICU_STATUS);
  UResourceBundle *aliases = ures_getByKey(metadata, "alias", NULL, CICU_STATUS);
  UResourceBundle *table = ures_getByKey(aliases, type, NULL, CICU_STATUS);
  int32_t needed = 0;
  if (U_SUCCESS(*CICU_STATUS)) {
    UErrorCode missing = U_ZERO_ERROR;
    UResourceBundle *alias = ures_getByKey(table, subtag, NULL, &missing);
    int32_t length = 0;
    const UChar *text = ures_getStringByKey(alias, "replacement", &length, &missing);
    if (U_SUCCESS(missing)) needed = cicu_write_utf8(text, length, out, capacity, CICU_STATUS);
    ures_close(alias);
  }
  ures_close(table);
  ures_close(aliases);
  ures_close(metadata);
  return needed;
}

// Whether a resource, a string or an array of strings, holds the name.
static int holds(UResourceBundle *list, const char *name) {
  for (int32_t i = 0; i < ures_getSize(list); i++) {
    UErrorCode status = U_ZERO_ERROR;
    char locale[64];
    int32_t length = sizeof locale;
    const char *found = ures_getUTF8StringByIndex(list, i, locale, &length, 1, &status);
    if (U_SUCCESS(status) && strcmp(found, name) == 0) return 1;
  }
  return 0;
}

int32_t cicu_parent(const char *locale, char *out, int32_t capacity, int32_t *status) {
  UResourceBundle *data = ures_openDirect(NULL, "supplementalData", CICU_STATUS);
  UResourceBundle *parents = ures_getByKey(data, "parentLocales", NULL, CICU_STATUS);
  UResourceBundle *children = NULL;
  int32_t needed = 0;
  while (U_SUCCESS(*CICU_STATUS) && needed == 0 && ures_hasNext(parents)) {
    children = ures_getNextResource(parents, children, CICU_STATUS);
    UResType type = ures_getType(children);
    // Newer data has tables here for single components, which are another subject.
    if ((type != URES_ARRAY && type != URES_STRING) || !holds(children, locale)) continue;
    const char *parent = ures_getKey(children);
    needed = (int32_t)strlen(parent);
    if (needed <= capacity) memcpy(out, parent, (size_t)needed);
    else *CICU_STATUS = U_BUFFER_OVERFLOW_ERROR;
  }
  ures_close(children);
  ures_close(parents);
  ures_close(data);
  return needed;
}
