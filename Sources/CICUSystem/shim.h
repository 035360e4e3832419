// Deliberately empty: this module carries only the compiler flags of the system's ICU.
// The functions are reached through CICU, whose names do not change with ICU's version.
