import CReviewWeights

/// The tables that were built in; Training/Reviewing/README.md says how they are made.
extension WeightTable {
  /// What the words and reasons of a rewording say.
  static let wording = WeightTable(bytes(handoff_wording_weights))
  /// What the words around a number say of whether more of it is better.
  static let numbers = WeightTable(bytes(handoff_number_weights))
}

extension WordRatings {
  static let builtIn = WordRatings(bytes(handoff_word_ratings))
}

/// The bytes of a constant of C, which outlives every use.
private func bytes(_ constant: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>) -> [UInt8] {
  var count = 0
  let start = constant(&count)
  return Array(UnsafeBufferPointer(start: start, count: count))
}
