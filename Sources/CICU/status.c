#include "CICU.h"

#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/utypes.h>
#include <unicode/uversion.h>

_Static_assert(sizeof(UErrorCode) == sizeof(int32_t), "a status crosses as int32_t");
_Static_assert(CICU_BUFFER_OVERFLOW == U_BUFFER_OVERFLOW_ERROR, "");
_Static_assert(CICU_ILLEGAL_ARGUMENT == U_ILLEGAL_ARGUMENT_ERROR, "");
_Static_assert(sizeof(UVersionInfo) == 4, "a version has four parts");
_Static_assert(U_ICU_VERSION_MAJOR_NUM >= 70, "langue needs ICU 70 or newer");

const char *cicu_error_name(int32_t status) { return u_errorName((UErrorCode)status); }

void cicu_version(uint8_t parts[4]) { u_getVersion(parts); }

void cicu_cldr_version(uint8_t parts[4], int32_t *status) {
  ulocdata_getCLDRVersion(parts, (UErrorCode *)status);
}

void cicu_unicode_version(uint8_t parts[4]) { u_getUnicodeVersion(parts); }
