#include "review_weights.h"

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char wording[] = {
#embed "wording.tsv"
};

static const unsigned char numbers[] = {
#embed "numbers.tsv"
};

static const unsigned char ratings[] = {
#embed "ratings.tsv"
};

#pragma clang diagnostic pop

const unsigned char *handoff_wording_weights(size_t *count) {
  *count = sizeof wording;
  return wording;
}

const unsigned char *handoff_number_weights(size_t *count) {
  *count = sizeof numbers;
  return numbers;
}

const unsigned char *handoff_word_ratings(size_t *count) {
  *count = sizeof ratings;
  return ratings;
}
