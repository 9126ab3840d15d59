package import PlanModel

/// What a statement seems to do.
package struct Classification: Sendable {
  /// The label that most speaks for; nil when nothing speaks for any clearly enough.
  package var label: Label?
  /// How probable each label is, in the order of `Label.allCases`. A statement may do several things, so they need not
  /// add up to one.
  package var probabilities: [Float]

  package func probability(of label: Label) -> Float {
    Label.allCases.firstIndex(of: label).map { probabilities[$0] } ?? 0
  }

  /// Makes it `label`, which something other than the model says, and no other label more probable.
  mutating func settle(_ label: Label) {
    self.label = label
    for (index, other) in Label.allCases.enumerated() where probabilities.indices.contains(index) {
      if other == label {
        probabilities[index] = max(probabilities[index], LabelCues.probability)
      } else {
        probabilities[index] = min(probabilities[index], LabelCues.probability)
      }
    }
  }
}
