/// ICU's C functions under names that do not change with ICU's version.
///
/// ICU renames every symbol by macro (`ucol_open_72`), which Swift cannot follow. So each subject
/// has a header here and a `.c` file beside this folder (`cicu_plurals.h`, `plurals.c`), and only
/// the `.c` files include ICU. The rules, which keep this module usable beside Foundation's own ICU
/// and on ICU 70 to 78:
///
/// - A public name starts with `cicu_`. Headers show opaque structs, `char`, `int32_t`, `int64_t`
///   and `double`, and no type or constant of ICU's.
/// - `status` is ICU's `UErrorCode`: 0 before the call; above 0 after it is an error.
/// - Text is UTF-8 with a length in bytes. A function that writes text takes a buffer and its
///   capacity, returns the length that it needs, and sets `CICU_BUFFER_OVERFLOW` if that is more.
/// - A function that is newer than ICU 70 is gated in its `.c` file by `U_ICU_VERSION_MAJOR_NUM`.
#ifndef CICU_H
#define CICU_H

#include "cicu_status.h"

#include "cicu_aliases.h"
#include "cicu_characters.h"
#include "cicu_collation.h"
#include "cicu_dates.h"
#include "cicu_exemplars.h"
#include "cicu_lists.h"
#include "cicu_locales.h"
#include "cicu_matching.h"
#include "cicu_names.h"
#include "cicu_normalizer.h"
#include "cicu_numbers.h"
#include "cicu_plurals.h"
#include "cicu_segmentation.h"
#include "cicu_text.h"

#endif
