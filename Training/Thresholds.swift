import Drafting
import PlanModel

/// How probable a label has to be before a statement is called so: where the mean F1 of all tasks is greatest, on scores
/// of rows that were not learned from.
struct Thresholds {
  /// Never a guess against odds greater than this.
  private static let least: Float = 0.12
  private static let steps = stride(from: least, to: 0.8, by: 0.02)

  private let tasks: [Task]
  private let scores: [SIMD16<Float>]

  init(_ rows: [LabelledRow], _ scores: [SIMD16<Float>]) {
    tasks = Task.all(of: rows)
    self.scores = scores
  }

  func apply(to weights: inout LabelWeights) {
    let probabilities = scores.map { weights.classification($0).probabilities }
    for label in weights.perLabel.indices { weights.perLabel[label].threshold = 0.3 }
    for _ in 0..<3 {
      for label in weights.perLabel.indices {
        var best: (threshold: Float, f1: Double) = (weights.perLabel[label].threshold, -1)
        for threshold in Self.steps {
          weights.perLabel[label].threshold = threshold
          let found = probabilities.map { weights.label($0) }
          let f1 = tasks.reduce(0) { $0 + $1.f1(found) }
          if f1 > best.f1 { best = (threshold, f1) }
        }
        weights.perLabel[label].threshold = best.threshold
      }
    }
  }
}
