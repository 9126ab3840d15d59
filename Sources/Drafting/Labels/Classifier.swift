package import PlanModel

/// Tells what statements do: a linear model for each label over hashed features of words, letters, shape, place and
/// neighbours. Deterministic and offline.
package struct Classifier {
  private let scorer: LabelScorer
  private let weights: LabelWeights
  private var reader: FeatureReader

  package init(weights: LabelWeights = .builtIn) {
    self.weights = weights
    scorer = LabelScorer(weights)
    reader = FeatureReader(bits: weights.bits)
  }

  /// What each of `utterances` does, in order.
  package mutating func classify(_ utterances: [Utterance]) -> [Classification] {
    var found: [Classification] = []
    found.reserveCapacity(utterances.count)
    reader.read(utterances) { [scorer, weights] index, features in
      var classification = weights.classification(scorer.scores(features))
      if let label = LabelCues.certain(String(decoding: utterances[index].text, as: UTF8.self), classification.label) {
        classification.settle(label)
      }
      found.append(classification)
    }
    return found
  }
}

extension LabelWeights {
  /// What scores say.
  package func classification(_ scores: SIMD16<Float>) -> Classification {
    let probabilities = perLabel.indices.map { index in
      Logistic.value(perLabel[index].slope * scores[index] + perLabel[index].offset)
    }
    return Classification(label: label(probabilities), probabilities: probabilities)
  }

  /// How many times as probable as another label context may be before nothing else is said.
  private static let contextAgainst: Float = 1.5

  /// The label whose probability goes furthest beyond its threshold, as a share of what it could. Context is what is left
  /// when nothing else is said.
  package func label(_ probabilities: [Float]) -> Label? {
    let context = Label.allCases.firstIndex(of: .context) ?? 0
    let least = probabilities[context] / Self.contextAgainst
    var best: (label: Label, excess: Float)?
    for (index, label) in Label.allCases.enumerated() where label != .context && probabilities[index] >= least {
      let threshold = perLabel[index].threshold
      let excess = (probabilities[index] - threshold) / (1 - threshold)
      if excess >= best?.excess ?? 0 { best = (label, excess) }
    }
    if let best { return best.label }
    return probabilities[context] >= perLabel[context].threshold ? .context : nil
  }
}
