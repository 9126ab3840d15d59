import Drafting
import PlanModel

/// Turns scores into probabilities, by scores of rows that were not learned from.
struct Calibration {
  private let rows: [LabelledRow]
  private let validations: [CrossValidation]
  private let rowWeights: RowWeights

  /// `validations` of these rows: of other rows of known sets, and of sets that were left out, for a probability has to
  /// hold for both.
  init(_ rows: [LabelledRow], _ validations: [CrossValidation]) {
    self.rows = rows
    self.validations = validations
    rowWeights = RowWeights(rows)
  }

  func apply(to weights: inout LabelWeights) {
    for (index, label) in Label.allCases.enumerated() {
      let told = rows.indices.filter { rows[$0].labels[label] != nil }
      let judged = validations.flatMap { validation in
        told.map { place in
          Judged(
            score: validation.scores[place][index], holds: rows[place].labels[label] == true,
            weight: rowWeights.values[place])
        }
      }
      let line = Self.line(judged)
      weights.perLabel[index].slope = line.slope
      weights.perLabel[index].offset = line.offset
    }
  }

  private struct Judged {
    var score: Float
    var holds: Bool
    var weight: Float
  }

  /// The slope and offset at which the logistic function best tells what was judged: Platt, "Probabilistic outputs for support
  /// vector machines" (1999), with its corrected targets, by Newton's method.
  private static func line(_ judged: [Judged]) -> (slope: Float, offset: Float) {
    let positives = Float(judged.count { $0.holds })
    let high = (positives + 1) / (positives + 2)
    let low = 1 / (Float(judged.count) - positives + 2)
    var slope: Float = 1
    var offset: Float = 0
    for _ in 0..<50 {
      var gradient: (slope: Double, offset: Double) = (0, 0)
      var curve: (slope: Double, both: Double, offset: Double) = (1e-6, 0, 1e-6)
      for one in judged {
        let value = Logistic.value(slope * one.score + offset)
        let error = Double((value - (one.holds ? high : low)) * one.weight)
        let bend = Double(value * (1 - value) * one.weight)
        let score = Double(one.score)
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
