#include "CICU.h"
#include "utf8.h"

#include <string.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>

int32_t cicu_match(
    const char *const *desired, int32_t desiredCount, const char *const *available,
    int32_t availableCount, int32_t *status) {
  UAcceptResult result = ULOC_ACCEPT_FAILED;
  char best[ULOC_FULLNAME_CAPACITY];
  UEnumeration *list = uenum_openCharStringsEnumeration(available, availableCount, CICU_STATUS);
  // ICU's parameter lacks a const that it keeps.
  uloc_acceptLanguage(
      best, sizeof best, &result, (const char **)desired, desiredCount, list, CICU_STATUS);
  uenum_close(list);
  if (U_FAILURE(*CICU_STATUS) || result == ULOC_ACCEPT_FAILED) return -1;
  // ICU answers with the name as it writes it itself.
  for (int32_t i = 0; i < availableCount; i++) {
    char name[ULOC_FULLNAME_CAPACITY];
    UErrorCode fits = U_ZERO_ERROR;
    uloc_getName(available[i], name, sizeof name, &fits);
    if (U_SUCCESS(fits) && strcmp(name, best) == 0) return i;
  }
  return -1;
}
