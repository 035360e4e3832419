#include "CICU.h"
#include "utf8.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

_Static_assert(UBRK_CHARACTER == 0 && UBRK_WORD == 1 && UBRK_LINE == 2 && UBRK_SENTENCE == 3, "");

CICUSegmenter *cicu_segmenter_open(const char *locale, int32_t kind, int32_t *status) {
  if (kind < 0 || kind > 3) {
    *CICU_STATUS = U_ILLEGAL_ARGUMENT_ERROR;
    return NULL;
  }
  return (CICUSegmenter *)ubrk_open((UBreakIteratorType)kind, locale, NULL, 0, CICU_STATUS);
}

CICUSegmenter *cicu_segmenter_clone(const CICUSegmenter *self, int32_t *status) {
  return (CICUSegmenter *)ubrk_clone((const UBreakIterator *)self, CICU_STATUS);
}

void cicu_segmenter_close(CICUSegmenter *self) { ubrk_close((UBreakIterator *)self); }

void cicu_segmenter_run(
    CICUSegmenter *self, const char *text, int32_t length, void *context,
    void (*each)(void *context, int32_t end, int32_t rule), int32_t *status) {
  UBreakIterator *iterator = (UBreakIterator *)self;
  UText input = UTEXT_INITIALIZER;
  utext_openUTF8(&input, text, length, CICU_STATUS);
  ubrk_setUText(iterator, &input, CICU_STATUS);
  if (U_SUCCESS(*CICU_STATUS)) {
    ubrk_first(iterator);
    for (int32_t end = ubrk_next(iterator); end != UBRK_DONE; end = ubrk_next(iterator)) {
      each(context, end, ubrk_getRuleStatus(iterator));
    }
  }
  utext_close(&input);
}
