import PlanModel

/// One label of one set (or some labels that the set does not tell apart): which rows tell of it, and which it holds for.
struct Task {
  private static let together: [String: [Label]] = ["mails": [.request, .action]]
  /// Fewer rows that hold, or that do not, tell nothing.
  private static let fewest = 10

  var set: String
  var labels: [Label]
  var places: [Int]
  var holds: [Bool]

  var name: String { labels.map(\.rawValue).joined(separator: " or ") }

  static func all(of rows: [LabelledRow]) -> [Task] {
    var sets: [String] = []
    for row in rows where sets.last != row.set { sets.append(row.set) }
    return sets.flatMap { set in
      let places = rows.indices.filter { rows[$0].set == set }
      let groups = together[set].map { [$0] } ?? Label.allCases.map { [$0] }
      return groups.compactMap { Task(set, places, $0, of: rows) }
    }
  }

  private init?(_ set: String, _ places: [Int], _ labels: [Label], of rows: [LabelledRow]) {
    self.set = set
    self.labels = labels
    self.places = places.filter { place in labels.contains { rows[place].labels[$0] != nil } }
    holds = self.places.map { place in labels.contains { rows[place].labels[$0] == true } }
    let positives = holds.count { $0 }
    guard positives >= Self.fewest, holds.count - positives >= Self.fewest else { return nil }
  }

  func f1(_ found: [Label?]) -> Double {
    Measures.f1(zip(places, holds).map { (found[$0].map(labels.contains) ?? false, $1) })
  }
}
