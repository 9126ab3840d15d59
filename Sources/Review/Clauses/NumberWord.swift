/// Numbers as they are written: `200ms`, `2`, `two`, `twenty-four`, `99.9%`, `10,000`, `half of`.
enum NumberWord {
  struct Reading: Hashable {
    var value: Double
    /// The unit that is written to the digits.
    var suffix = ""
    /// Behind its last word.
    var end: Int
  }

  /// The number that begins at `index`.
  static func reading(at index: Int, word: (Int) -> String) -> Reading? {
    if let share = share(at: index, word) { return share }
    let isWorking = ["working", "business"].contains(word(index + 1))
    if ["a", "an"].contains(word(index)), Unit.named(word(isWorking ? index + 2 : index + 1))?.unit == .time {
      if isOrdinal(index + 1, word) { return nil }
      if word(index - 1) == "half" { return nil }
      // `Within a day`, and not `twice a day`.
      let next = word(isWorking ? index + 3 : index + 2)
      return openers.contains(word(index - 1)) || ["before", "ahead", "earlier"].contains(next)
        || next == "in" && word(index + 3) == "advance"
        ? Reading(value: 1, end: index + 1) : nil
    }
    if word(index) == "the", Unit.named(word(index + 1))?.unit == .time,
      word(index + 2) == "before" || word(index - 1) == "within"
    {
      return Reading(value: 1, end: index + 1)
    }
    if word(index) == "half", ["a", "an"].contains(word(index + 1)), Unit.named(word(index + 2)) != nil {
      return Reading(value: 0.5, end: index + 2)
    }
    // `The latest version` is one of them.
    if ["latest", "current", "newest"].contains(word(index)), word(index - 1) == "the",
      ["version", "release"].contains(word(index + 1))
    {
      return Reading(value: 1, end: index + 1)
    }
    guard let first = one(word(index)) else { return nil }
    guard first.suffix.isEmpty else { return Reading(value: first.value, suffix: first.suffix, end: index + 1) }
    var value = first.value
    var end = index + 1
    let isTens = tens[word(index)].map { $0 >= 20 && $0 < 100 } ?? false
    if isTens, let ones = numerals.firstIndex(of: word(end)), (1...9).contains(ones) {
      (value, end) = (value + Double(ones), end + 1)
    }
    while let factor = multipliers[word(end)] { (value, end) = (value * factor, end + 1) }
    // `A hundred and twenty`
    if value >= 100, word(end) == "and", let rest = reading(at: end + 1, word: word), rest.value < 100,
      rest.suffix.isEmpty, numerals.contains(word(end + 1)) || tens[word(end + 1)] != nil
    {
      (value, end) = (value + rest.value, rest.end)
    }
    return Reading(value: value, end: end)
  }

  /// Whether `second` says which one: `a second region`.
  private static func isOrdinal(_ index: Int, _ word: (Int) -> String) -> Bool {
    word(index) == "second" && !word(index + 1).isEmpty && !behindUnits.contains(word(index + 1))
      && Unit.named(word(index + 1)) == nil
  }

  private static let behindUnits = Vocabulary.words(
    "a an the and or of in on at for from to per each every after before ahead earlier later when if is are")

  /// `Half of the seats`, `a quarter of`, `three quarters of`, in percent.
  private static func share(at index: Int, _ word: (Int) -> String) -> Reading? {
    if word(index) == "half", ["of", "the"].contains(word(index + 1)) {
      return Reading(value: 50, suffix: "%", end: index + 1)
    }
    guard let part = parts[word(index + 1)], word(index + 2) == "of" else { return nil }
    if ["an", "a"].contains(word(index + 3)), word(index + 4) == "hour" {
      let count = numerals.firstIndex(of: word(index)).map(Double.init) ?? 1
      return Reading(value: part * count / 100, suffix: "h", end: index + 5)
    }
    if ["a", "one"].contains(word(index)) { return Reading(value: part, suffix: "%", end: index + 2) }
    guard let count = numerals.firstIndex(of: word(index)) else { return nil }
    return Reading(value: part * Double(count), suffix: "%", end: index + 2)
  }

  /// The value of one word with a unit that is written to it.
  static func one(_ word: String) -> (value: Double, suffix: String)? {
    if let index = numerals.firstIndex(of: word) { return (Double(index), "") }
    if let value = tens[word] { return (value, "") }
    guard let first = word.utf8.first, (0x30...0x39).contains(first) else { return nil }
    let digits = word.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    guard digits.utf8.count <= 15, let value = Double(digits.filter { $0 != "," }) else { return nil }
    return (value, String(word[digits.endIndex...]))
  }

  private static let numerals =
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
    eighteen nineteen
    """.split(separator: " ").map(String.init)
  private static let tens: [String: Double] = [
    "twice": 2, "thrice": 3, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "dozen": 12,
  ]
  private static let openers = Vocabulary.words(
    "within after for in than under over above below exceeding about to of least most takes take lasts last")
  private static let multipliers: [String: Double] = [
    "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9, "dozen": 12,
  ]
  private static let parts: [String: Double] = [
    "half": 50, "third": 100 / 3, "thirds": 100 / 3, "quarter": 25, "quarters": 25, "fifth": 20, "tenth": 10,
  ]
}
