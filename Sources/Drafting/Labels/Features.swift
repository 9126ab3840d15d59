/// What is seen of one utterance: numbers of features in a table of `1 << bits`, with how much each counts.
package struct Features: Sendable {
  package struct Feature: Sendable {
    package var bucket: UInt32
    package var value: Float

    package init(bucket: UInt32, value: Float) {
      self.bucket = bucket
      self.value = value
    }
  }

  /// Of the utterance itself; their weights are set in relation to each other by the model.
  package internal(set) var own: [Feature] = []
  /// Of what stands around it.
  package internal(set) var around: [Feature] = []

  package init() {}
}
