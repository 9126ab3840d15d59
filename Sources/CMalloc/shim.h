#ifndef HANDOFF_CMALLOC_SHIM_H
#define HANDOFF_CMALLOC_SHIM_H

#include <stdlib.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

#endif
