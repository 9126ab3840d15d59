import Drafting
import PlanModel

/// How probable a label has to be before a statement is called so: where the mean F1 of all tasks is greatest, on scores
/// of rows that were not learned from.
struct Thresholds {
  /// A label that is this seldom right is not given.
  private static let least: Float = 0.2
  /// Of what is often the case more is asked: as many times its share.
  private static let timesShare: Float = 2
  /// But never more than this, as far as it is known beforehand.
  private static let mostOfLeast: Float = 0.4

  private let rows: [LabelledRow]
  private let tasks: [Task]
  private let validations: [CrossValidation]

  init(_ rows: [LabelledRow], _ validations: [CrossValidation]) {
    self.rows = rows
    tasks = Task.all(of: rows)
    self.validations = validations
  }

  func apply(to weights: inout LabelWeights) {
    let probabilities = validations.map { $0.scores.map { weights.classification($0).probabilities } }
    let floors = Label.allCases.map(floor)
    for label in weights.perLabel.indices { weights.perLabel[label].threshold = max(0.3, floors[label]) }
    for _ in 0..<3 {
      for label in weights.perLabel.indices {
        var best: (threshold: Float, f1: Double) = (weights.perLabel[label].threshold, -1)
        for threshold in stride(from: floors[label], to: 0.8, by: 0.02) {
          weights.perLabel[label].threshold = threshold
          let f1 = probabilities.reduce(0) { $0 + sum(of: $1, weights) }
          if f1 > best.f1 { best = (threshold, f1) }
        }
        weights.perLabel[label].threshold = best.threshold
      }
    }
  }

  private func sum(of probabilities: [[Float]], _ weights: LabelWeights) -> Double {
    let found = probabilities.map { weights.label($0) }
    return tasks.reduce(0) { $0 + $1.f1(found) }
  }

  private func floor(of label: Label) -> Float {
    let weights = RowWeights(rows).values
    let told = rows.indices.filter { rows[$0].labels[label] != nil }
    let all = told.reduce(0) { $0 + weights[$1] }
    let holding = told.filter { rows[$0].labels[label] == true }.reduce(0) { $0 + weights[$1] }
    return min(Self.mostOfLeast, max(Self.least, Self.timesShare * holding / max(all, 1)))
  }
}
