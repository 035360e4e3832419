#include "Peers.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

#include <unicode/ures.h>

struct ICUResourcePeer {
  UResourceBundle *bundle;
};

ICUResourcePeer *icu_resources_open(const char *folder, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *bundle = ures_openDirect(folder, locale, &status);
  if (U_FAILURE(status)) return nullptr;
  return new ICUResourcePeer{bundle};
}

int64_t icu_resources_look_up(const ICUResourcePeer *resources, const char *const *keys,
                              int64_t count, int64_t repeats) {
  int64_t missing = 0;
  for (int64_t index = 0; index < repeats; index++) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = 0;
    const UChar *text =
        ures_getStringByKey(resources->bundle, keys[index % count], &length, &status);
    missing += U_FAILURE(status) || (length > 0 && *text == 0);
  }
  return missing;
}

int64_t icu_resources_look_up_utf8(const ICUResourcePeer *resources, const char *const *keys,
                                   int64_t count, int64_t repeats) {
  int64_t missing = 0;
  char buffer[4096];
  for (int64_t index = 0; index < repeats; index++) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = sizeof buffer;
    const char *text = ures_getUTF8StringByKey(resources->bundle, keys[index % count], buffer,
                                               &length, true, &status);
    missing += U_FAILURE(status) || (length > 0 && *text == 0);
  }
  return missing;
}

void icu_resources_close(ICUResourcePeer *resources) {
  ures_close(resources->bundle);
  delete resources;
}

int32_t gettext_open(const char *folder, const char *locale) {
  setenv("LANGUAGE", locale, 1);
  // Any locale but "C" will do: LANGUAGE then says which file is read.
  if (setlocale(LC_ALL, "C.UTF-8") == nullptr) return 0;
  bindtextdomain("m", folder);
  bind_textdomain_codeset("m", "UTF-8");
  return textdomain("m") != nullptr;
}

int64_t gettext_look_up(const char *const *keys, int64_t count, int64_t repeats) {
  int64_t missing = 0;
  for (int64_t index = 0; index < repeats; index++) {
    const char *key = keys[index % count];
    const char *text = gettext(key);
    // Of what it does not find, gettext returns the key itself.
    missing += text == key || *text == 0;
  }
  return missing;
}
