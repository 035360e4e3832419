#ifndef ALLOCATIONS_H
#define ALLOCATIONS_H

#include <stdint.h>

// How often memory was asked for so far, by this program and every library in it. The functions
// below take the place of the C library's own; whoever wants memory goes through them.
uint64_t allocation_count(void);

#endif
