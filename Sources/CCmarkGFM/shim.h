#ifndef HANDOFF_CCMARKGFM_SHIM_H
#define HANDOFF_CCMARKGFM_SHIM_H

#include <cmark-gfm.h>

#endif
