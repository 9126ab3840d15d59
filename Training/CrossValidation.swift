import Drafting
import PlanModel

/// Scores of every row by weights that were learned without its group.
struct CrossValidation {
  static let folds = 5

  let scores: [SIMD16<Float>]

  init(_ rows: [LabelledRow], _ trainer: Trainer) {
    let folds = rows.map { Self.fold(of: $0.group) }
    var scores = [SIMD16<Float>](repeating: .zero, count: rows.count)
    for fold in 0..<Self.folds {
      let tested = rows.indices.filter { folds[$0] == fold }
      let weights = trainer.weights(from: rows.indices.filter { folds[$0] != fold })
      for (place, score) in zip(tested, trainer.scores(weights, at: tested)) { scores[place] = score }
    }
    self.scores = scores
  }

  /// By a hash of the group's name: the same fold on every machine.
  private static func fold(of group: String) -> Int {
    Int((FNV1a.hash(group.utf8) >> 20) % UInt64(folds))
  }
}
