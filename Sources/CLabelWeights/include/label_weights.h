#ifndef HANDOFF_LABEL_WEIGHTS_H
#define HANDOFF_LABEL_WEIGHTS_H

#include <stddef.h>

/* The file weights.bin as it was when this was compiled; Training/README.md says how it is made. */
const unsigned char *_Nonnull handoff_label_weights(size_t *_Nonnull count);

#endif
