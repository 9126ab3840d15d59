import PlanModel

/// Adds up what the features of an utterance say.
package struct LabelScorer {
  /// The length of an utterance's own features, taken together, whatever their number.
  package static let length: Float = 3

  private let weights: LabelWeights
  private let steps: SIMD16<Float>
  private let biases: SIMD16<Float>

  package init(_ weights: LabelWeights) {
    self.weights = weights
    var steps = SIMD16<Float>.zero
    var biases = SIMD16<Float>.zero
    for (index, label) in weights.perLabel.enumerated() {
      steps[index] = label.step
      biases[index] = label.bias
    }
    self.steps = steps
    self.biases = biases
  }

  /// For each label, in the order of `Label.allCases`, a number that is the greater the more speaks for it.
  package func scores(_ features: Features) -> SIMD16<Float> {
    var own = SIMD16<Float>.zero
    var square: Float = 0
    for feature in features.own {
      let row = weights.rows[Int(feature.bucket)]
      let value = feature.value * Self.rarity(row)
      own += SIMD16<Float>(row) * value
      square += value * value
    }
    if square > 0 { own *= Self.length / square.squareRoot() }
    for feature in features.around { own += SIMD16<Float>(weights.rows[Int(feature.bucket)]) * feature.value }
    return own * steps + biases
  }

  /// How rare a feature is: the logarithm of how many utterances there are for one that has it, plus one.
  package static func rarity(_ row: LabelWeights.Row) -> Float {
    Float(UInt8(bitPattern: row[LabelWeights.rarityPlace])) / 16
  }
}
