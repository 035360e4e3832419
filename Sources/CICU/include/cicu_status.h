#ifndef CICU_STATUS_H
#define CICU_STATUS_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// The text did not fit: make a buffer of the returned length and call again.
#define CICU_BUFFER_OVERFLOW 15
/// An argument is out of range or not understood.
#define CICU_ILLEGAL_ARGUMENT 1

/// ICU's name of a status: `U_ILLEGAL_ARGUMENT_ERROR`.
const char *cicu_error_name(int32_t status);

/// ICU's version, four numbers: 72, 1, 0, 0.
void cicu_version(uint8_t parts[_Nonnull 4]);
/// The version of the CLDR data in ICU, four numbers.
void cicu_cldr_version(uint8_t parts[_Nonnull 4], int32_t *status);
/// The version of Unicode, four numbers.
void cicu_unicode_version(uint8_t parts[_Nonnull 4]);

#pragma clang assume_nonnull end

#endif
