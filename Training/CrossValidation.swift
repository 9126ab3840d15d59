import Drafting
import PlanModel

/// Scores of every row by weights that were learned without the part it belongs to.
struct CrossValidation {
  static let folds = 5

  let scores: [SIMD16<Float>]

  /// Five parts of whole groups: other rows of the sets that are known.
  init(_ rows: [LabelledRow], _ trainer: Trainer) {
    self.init(parts: rows.map { Self.fold(of: $0.group) }, trainer)
  }

  /// Every set is a part: texts of a kind that the weights never saw.
  init(leavingOutSetsOf rows: [LabelledRow], _ trainer: Trainer) {
    self.init(parts: rows.setNumbers, trainer)
  }

  /// `parts` says for each row, by a number from 0, which part it belongs to.
  private init(parts: [Int], _ trainer: Trainer) {
    var scores = [SIMD16<Float>](repeating: .zero, count: parts.count)
    for part in 0...(parts.max() ?? 0) {
      let tested = parts.indices.filter { parts[$0] == part }
      let weights = trainer.weights(from: parts.indices.filter { parts[$0] != part })
      for (place, score) in zip(tested, trainer.scores(weights, at: tested)) { scores[place] = score }
    }
    self.scores = scores
  }

  /// By a hash of the group's name: the same fold on every machine.
  private static func fold(of group: String) -> Int {
    Int((FNV1a.hash(group.utf8) >> 20) % UInt64(folds))
  }
}
