import Drafting
import PlanModel

/// An utterance of a labelled set.
struct LabelledRow {
  var set: String
  var utterance: Utterance
  /// What people said of it; a label that the set does not tell of is not in it.
  var labels: [Label: Bool]
  /// Rows of one group are learned from together or tested together, never one by the other.
  var group: String

  init(_ set: String, _ text: String, _ labels: [Label: Bool], group: String) {
    self.set = set
    utterance = Utterance(text)
    self.labels = labels
    self.group = group
  }

  /// The labels that hold, of those that the set tells of.
  static func labels(_ holding: Set<Label>, of told: [Label]) -> [Label: Bool] {
    Dictionary((told + holding).map { ($0, holding.contains($0)) }) { first, _ in first }
  }
}

extension [LabelledRow] {
  /// For each row the number of its set, from 0.
  var setNumbers: [Int] {
    var numbers: [String: Int] = [:]
    for row in self where numbers[row.set] == nil { numbers[row.set] = numbers.count }
    return map { numbers[$0.set] ?? 0 }
  }
}
