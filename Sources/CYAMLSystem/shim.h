// Deliberately empty: this module carries only the compiler flags of the system's libyaml.
