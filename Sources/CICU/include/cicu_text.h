#ifndef CICU_TEXT_H
#define CICU_TEXT_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// The text with the first letter of its first word in title case by the locale's rules (Dutch "ij"),
/// the rest as it is.
int32_t cicu_text_capitalize(
    const char *locale, const char *_Nullable text, int32_t length, char *_Nullable out,
    int32_t capacity, int32_t *status);
/// The text in lower case by the locale's rules.
int32_t cicu_text_lowercase(
    const char *locale, const char *_Nullable text, int32_t length, char *_Nullable out,
    int32_t capacity, int32_t *status);
/// The text with case differences removed.
int32_t cicu_text_fold_case(
    const char *_Nullable text, int32_t length, char *_Nullable out, int32_t capacity,
    int32_t *status);

/// A transliterator; may be used from several threads.
typedef struct CICUTransliterator CICUTransliterator;

/// `identifier`: "Any-Latin; Lower" and so on.
CICUTransliterator *_Nullable cicu_transliterator_open(const char *identifier, int32_t *status);
void cicu_transliterator_close(CICUTransliterator *self);
int32_t cicu_transliterator_run(
    const CICUTransliterator *self, const char *_Nullable text, int32_t length,
    char *_Nullable out, int32_t capacity, int32_t *status);

#pragma clang assume_nonnull end

#endif
