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

  /// FNV-1a of the group's name: the same fold on every machine.
  private static func fold(of group: String) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in group.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int((hash >> 20) % UInt64(folds))
  }
}
