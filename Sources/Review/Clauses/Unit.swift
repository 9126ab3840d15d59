/// What a number counts.
enum Unit: Hashable {
  /// In milliseconds.
  case time
  /// In bytes.
  case size
  case percent
  /// As soon as something else has happened: 0 of it.
  case event
  /// Anything else, by its stem.
  case things(String)

  func isComparable(with other: Unit) -> Bool {
    if case .things = self, case .things = other { return true }
    return self == other
  }

  /// The unit that a word names, and how many of the smallest one it is.
  static func named(_ word: String) -> (unit: Unit, factor: Double)? {
    if word == "%" || word == "percent" { return (.percent, 1) }
    if let factor = times[word] { return (.time, factor) }
    if let factor = sizes[word] { return (.size, factor) }
    return nil
  }

  private static let times: [String: Double] = {
    let list: [(String, Double)] = [
      ("ms millisecond milliseconds", 1), ("s sec secs second seconds", 1000),
      ("min mins minute minutes", 60_000), ("h hr hrs hour hours", 3_600_000), ("d day days", 86_400_000),
      ("w week weeks", 604_800_000), ("month months", 2_628_000_000), ("year years", 31_536_000_000),
    ]
    return Dictionary(list.flatMap { pair in Vocabulary.words(pair.0).map { ($0, pair.1) } }) { first, _ in first }
  }()

  private static let sizes: [String: Double] = [
    "byte": 1, "bytes": 1, "b": 1, "kb": 1e3, "kib": 1024, "mb": 1e6, "mib": 1_048_576, "gb": 1e9, "gib": 1_073_741_824,
    "tb": 1e12,
  ]
}
