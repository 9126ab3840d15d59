/// How often the right places are among the first.
struct Measures {
  static let depths = [1, 3, 5, 10]
  private var hits = [Double](repeating: 0, count: depths.count)
  private var reciprocals = 0.0
  private var count = 0.0

  /// A question counts when all right places are among the first k; of more than k, when all of the first k are right.
  mutating func add(_ ranked: [String], right: Set<String>) {
    count += 1
    for (index, depth) in Self.depths.enumerated() {
      if ranked.prefix(depth).count(where: right.contains) == min(depth, right.count) { hits[index] += 1 }
    }
    if let first = ranked.firstIndex(where: right.contains) { reciprocals += 1 / Double(first + 1) }
  }

  /// `66.0 83.0 89.0 93.0, 75.2 (300)`: the shares in hundredths, the mean reciprocal rank, and of how many.
  var line: String {
    let shares = hits.map { Self.text($0 / max(1, count)) }.joined(separator: " ")
    return "\(shares), \(Self.text(reciprocals / max(1, count))) (\(Int(count)))"
  }

  private static func text(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
