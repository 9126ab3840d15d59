#include "ground_weights.h"

static const unsigned char weights[] = {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
#embed "weights.bin"
#pragma clang diagnostic pop
};

const unsigned char *handoff_ground_weights(size_t *count) {
  *count = sizeof weights;
  return weights;
}
