/// How well scores part rows that hold from rows that do not.
struct Measures {
  private let sorted: [(score: Float, holds: Bool)]
  let positives: Int

  init(_ pairs: [(score: Float, holds: Bool)]) {
    sorted = pairs.sorted { $0.score > $1.score }
    positives = pairs.count { $0.holds }
  }

  /// The mean, over the rows that hold, of the precision at each.
  var averagePrecision: Double {
    var hits = 0
    var sum = 0.0
    for (place, pair) in sorted.enumerated() where pair.holds {
      hits += 1
      sum += Double(hits) / Double(place + 1)
    }
    return positives > 0 ? sum / Double(positives) : .nan
  }

  /// How often a row that holds scores above one that does not; ties count half.
  var areaUnderCurve: Double {
    let negatives = sorted.count - positives
    guard positives > 0, negatives > 0 else { return .nan }
    var below = Double(negatives)
    var sum = 0.0
    var start = 0
    while start < sorted.count {
      let end = sorted[start...].firstIndex { $0.score != sorted[start].score } ?? sorted.count
      let holding = Double(sorted[start..<end].count { $0.holds })
      let others = Double(end - start) - holding
      sum += holding * (below - others / 2)
      below -= others
      start = end
    }
    return sum / Double(positives) / Double(negatives)
  }

  static func f1(_ pairs: [(said: Bool, holds: Bool)]) -> Double {
    let both = pairs.count { $0.said && $0.holds }
    let all = pairs.count { $0.said } + pairs.count { $0.holds }
    return both > 0 ? 2 * Double(both) / Double(all) : 0
  }
}
