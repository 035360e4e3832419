#ifndef CICU_SEGMENTATION_H
#define CICU_SEGMENTATION_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// Finds boundaries in text. Not to be shared between threads: clone it for each use.
typedef struct CICUSegmenter CICUSegmenter;

/// `kind`: 0 characters as users see them, 1 words, 2 places for line breaks, 3 sentences.
CICUSegmenter *_Nullable cicu_segmenter_open(const char *locale, int32_t kind, int32_t *status);
CICUSegmenter *_Nullable cicu_segmenter_clone(const CICUSegmenter *self, int32_t *status);
void cicu_segmenter_close(CICUSegmenter *self);

/// Calls `each` with the end of every segment in UTF-8 bytes and with ICU's rule status, which for
/// words is 0 where the segment is only space or punctuation.
void cicu_segmenter_run(
    CICUSegmenter *self, const char *text, int32_t length, void *context,
    void (*each)(void *context, int32_t end, int32_t rule), int32_t *status);

#pragma clang assume_nonnull end

#endif
