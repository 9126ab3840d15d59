#ifndef HANDOFF_REVIEW_WEIGHTS_H
#define HANDOFF_REVIEW_WEIGHTS_H

#include <stddef.h>

/* The files beside this folder as they were when this was compiled; Training/Reviewing/README.md says how they are made. */
const unsigned char *_Nonnull handoff_wording_weights(size_t *_Nonnull count);
const unsigned char *_Nonnull handoff_number_weights(size_t *_Nonnull count);
const unsigned char *_Nonnull handoff_word_ratings(size_t *_Nonnull count);

#endif
