import PlanModel

/// What was learned of each feature: for each label how much it speaks for it, and how rare it is.
///
/// The file: `HLW1`, the number of bits of a bucket's number, then numbers as 32-bit little-endian floats, four for each
/// label (the size of one step of its weights, its bias, the slope and offset of its calibration) and one more (the
/// threshold of its name), then 16 bytes a bucket: a weight (signed) for each label, how rare it is in steps of 1/16,
/// zeros.
package struct LabelWeights: Sendable {
  /// The numbers of one bucket beside each other, so that a look at them is one read of memory.
  package typealias Row = SIMD16<Int8>

  /// Where in a row the rarity stands.
  package static let rarityPlace = 15

  package var bits: Int
  package var perLabel: [PerLabel]
  package var rows: [Row]

  package struct PerLabel: Sendable {
    /// The size of one step of a weight.
    package var step: Float = 0
    package var bias: Float = 0
    /// The probability is the logistic function of `slope * score + offset` (Platt, 1999).
    package var slope: Float = 1
    package var offset: Float = 0
    /// The least probability at which a statement is called so.
    package var threshold: Float = 0.5

    package init() {}
  }

  package init(bits: Int) {
    self.bits = bits
    perLabel = Label.allCases.map { _ in PerLabel() }
    rows = [Row](repeating: .zero, count: 1 << bits)
  }
}
