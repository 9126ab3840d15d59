#ifndef HANDOFF_GROUND_WEIGHTS_H
#define HANDOFF_GROUND_WEIGHTS_H

#include <stddef.h>

/* The file weights.bin as it was when this was compiled; Training/Grounding/README.md says how it is made. */
const unsigned char *_Nonnull handoff_ground_weights(size_t *_Nonnull count);

#endif
