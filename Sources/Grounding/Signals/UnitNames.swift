import CodeIndex

/// What the names of functions have of a text.
struct UnitNames {
  private let strengths: [String: Double]
  private let counts: [String: Int]
  private let dotted: Set<[String]>
  private let pairs: Set<[String]>

  init(_ query: Query, _ units: [Unit]) {
    // Names differ by their bytes, and keys by what people see: `é` may be one letter or a letter and its accent.
    strengths = Dictionary(query.identifiers.map { ($0.name, $0.strength) }, uniquingKeysWith: max)
    counts = Dictionary(units.map { ($0.name, 1) }, uniquingKeysWith: +)
    dotted = Set(query.dotted)
    pairs = Set(query.dotted.map { $0.suffix(2) })
  }

  func strength(_ name: String) -> Double { strengths[name] ?? 0 }
  func count(_ name: String) -> Int { counts[name] ?? 1 }

  /// Whether the text writes the function with what it stands in.
  func isQualified(_ unit: Unit) -> Bool {
    guard !dotted.isEmpty, let holder = unit.holders.last else { return false }
    if pairs.contains([holder, unit.name]) { return true }
    let whole = unit.holders + [unit.name]
    return dotted.contains { $0.count > whole.count && $0.suffix(whole.count).elementsEqual(whole) }
  }
}
