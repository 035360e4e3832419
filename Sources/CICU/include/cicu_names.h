#ifndef CICU_NAMES_H
#define CICU_NAMES_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// Names of languages, scripts and regions in one language; may be used from several threads.
typedef struct CICUNames CICUNames;

/// `dialects`: 1 for "British English" where 0 gives "English (United Kingdom)".
/// `abbreviated`: 1 for "English (UK)".
/// `capitalization`: 0 as it is in the data, 1 middle of a sentence, 2 beginning of a sentence,
/// 3 list or menu, 4 standing alone.
CICUNames *_Nullable cicu_names_open(
    const char *locale, int32_t dialects, int32_t abbreviated, int32_t capitalization,
    int32_t *status);
void cicu_names_close(CICUNames *self);

/// What a code is of.
enum { CICU_NAME_LOCALE = 0, CICU_NAME_LANGUAGE = 1, CICU_NAME_SCRIPT = 2, CICU_NAME_REGION = 3 };

/// The name of what `code` stands for; 0 bytes if there is none.
int32_t cicu_names_name(
    const CICUNames *self, int32_t kind, const char *code, char *_Nullable out, int32_t capacity,
    int32_t *status);

/// The opening and closing quotation marks: 0 “ 1 ” 2 ‘ 3 ’ of the locale.
int32_t cicu_delimiter(
    const char *locale, int32_t which, char *_Nullable out, int32_t capacity, int32_t *status);

/// The code of ISO 639-2/T or 639-3 of a locale's language ("deu"), empty if there is none.
const char *cicu_language_iso3(const char *locale);

/// The codes of ISO 3166, two letters each, a null at the end.
const char *_Nullable const *_Nonnull cicu_regions(void);

#pragma clang assume_nonnull end

#endif
