#ifndef HANDOFF_CZLIB_SHIM_H
#define HANDOFF_CZLIB_SHIM_H

/* zlib only reads its input. */
#define ZLIB_CONST
#include <zlib.h>

/* inflateInit2 is a macro, which Swift does not see. */
static inline int handoff_inflate_init(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}

#endif
