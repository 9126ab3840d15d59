import Drafting
import PlanModel

/// Turns scores into probabilities, by scores of rows that were not learned from.
struct Calibration {
  private let rows: [LabelledRow]
  private let scores: [SIMD16<Float>]

  init(_ rows: [LabelledRow], _ scores: [SIMD16<Float>]) {
    self.rows = rows
    self.scores = scores
  }

  func apply(to weights: inout LabelWeights) {
    for (index, label) in Label.allCases.enumerated() {
      let told = rows.indices.filter { rows[$0].labels[label] != nil }
      let pairs = told.map { (score: scores[$0][index], holds: rows[$0].labels[label] == true) }
      let line = Self.line(pairs)
      weights.perLabel[index].slope = line.slope
      weights.perLabel[index].offset = line.offset
    }
  }

  /// The slope and offset at which the logistic function best tells the pairs: Platt, "Probabilistic outputs for support
  /// vector machines" (1999), with its corrected targets, by Newton's method.
  private static func line(_ pairs: [(score: Float, holds: Bool)]) -> (slope: Float, offset: Float) {
    let positives = Float(pairs.count { $0.holds })
    let high = (positives + 1) / (positives + 2)
    let low = 1 / (Float(pairs.count) - positives + 2)
    var slope: Float = 1
    var offset: Float = 0
    for _ in 0..<50 {
      var gradient: (slope: Double, offset: Double) = (0, 0)
      var curve: (slope: Double, both: Double, offset: Double) = (1e-6, 0, 1e-6)
      for pair in pairs {
        let value = Logistic.value(slope * pair.score + offset)
        let error = Double(value - (pair.holds ? high : low))
        let bend = Double(value * (1 - value))
        let score = Double(pair.score)
        gradient = (gradient.slope + error * score, gradient.offset + error)
        curve = (curve.slope + bend * score * score, curve.both + bend * score, curve.offset + bend)
      }
      let determinant = curve.slope * curve.offset - curve.both * curve.both
      guard determinant > 0 else { break }
      slope -= Float((curve.offset * gradient.slope - curve.both * gradient.offset) / determinant)
      offset -= Float((curve.slope * gradient.offset - curve.both * gradient.slope) / determinant)
    }
    return (slope, offset)
  }
}
