/// What a number counts.
enum Unit: Hashable {
  /// In milliseconds.
  case time
  /// In bytes.
  case size
  /// In grams.
  case mass
  /// In millimetres.
  case length
  case percent
  /// In minutes since midnight.
  case clock
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
    if word.hasSuffix("'s") { return named(String(word.dropLast(2))) }
    if word == "%" || word == "percent" { return (.percent, 1) }
    if let factor = times[word] { return (.time, factor) }
    if let factor = sizes[word] { return (.size, factor) }
    if let factor = masses[word] { return (.mass, factor) }
    if let factor = lengths[word] { return (.length, factor) }
    return nil
  }

  private static let times: [String: Double] = {
    let list: [(String, Double)] = [
      ("ms millisecond milliseconds", 1), ("s sec secs second seconds", 1000),
      ("min mins minute minutes", 60_000), ("h hr hrs hour hours", 3_600_000), ("d day days", 86_400_000),
      ("w week weeks", 604_800_000), ("fortnight fortnights", 1_209_600_000), ("month months", 2_628_000_000),
      ("year years", 31_536_000_000),
    ]
    return Dictionary(list.flatMap { pair in Vocabulary.words(pair.0).map { ($0, pair.1) } }) { first, _ in first }
  }()

  private static let sizes: [String: Double] = [
    "byte": 1, "bytes": 1, "b": 1, "kb": 1e3, "kib": 1024, "mb": 1e6, "mib": 1_048_576, "gb": 1e9, "gib": 1_073_741_824,
    "tb": 1e12, "kilobyte": 1e3, "kilobytes": 1e3, "megabyte": 1e6, "megabytes": 1e6, "gigabyte": 1e9, "gigabytes": 1e9,
    "terabyte": 1e12, "terabytes": 1e12,
  ]
  private static let masses: [String: Double] = [
    "gram": 1, "grams": 1, "kg": 1e3, "kilo": 1e3, "kilos": 1e3, "kilogram": 1e3, "kilograms": 1e3, "t": 1e6,
    "tonne": 1e6, "tonnes": 1e6,
  ]
  private static let lengths: [String: Double] = [
    "mm": 1, "millimetre": 1, "millimetres": 1, "cm": 10, "centimetre": 10, "centimetres": 10, "metre": 1e3,
    "metres": 1e3,
    "meter": 1e3, "meters": 1e3, "km": 1e6, "kilometre": 1e6, "kilometres": 1e6, "kilometer": 1e6, "kilometers": 1e6,
  ]
}
