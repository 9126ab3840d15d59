/// How often the right places are among the first.
struct Measures {
  static let depths = [1, 3, 5, 10]
  private var hits = [Double](repeating: 0, count: depths.count)
  private var count = 0.0

  /// A question counts when all right places are among the first k; of more than k, when all of the first k are right.
  mutating func add(_ ranked: [String], right: Set<String>) {
    count += 1
    for (index, depth) in Self.depths.enumerated() {
      if ranked.prefix(depth).count(where: right.contains) == min(depth, right.count) { hits[index] += 1 }
    }
  }

  /// `66.0 83.0 89.0 93.0 (300)`.
  var line: String {
    hits.map { share in
      let tenths = Int((share / max(1, count) * 1000).rounded())
      return "\(tenths / 10).\(tenths % 10)"
    }.joined(separator: " ") + " (\(Int(count)))"
  }
}
