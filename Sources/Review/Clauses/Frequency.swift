/// How often something happens: `hourly`, `every 30 minutes`, `twice a day`.
struct Frequency: Hashable {
  var range: Range<Int>
  /// Milliseconds from one time to the next.
  var interval: Double

  /// Every one that a wording names.
  static func all(in words: [String]) -> [Frequency] {
    var found: [Frequency] = []
    var index = 0
    while index < words.count {
      if let frequency = at(index, in: words) {
        found.append(frequency)
        index = frequency.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private static func at(_ index: Int, in words: [String]) -> Frequency? {
    if let interval = adverbs[words[index]] { return Frequency(range: index..<index + 1, interval: interval) }
    let word = { (place: Int) in words.indices.contains(place) ? words[place] : "" }
    if ["every", "each"].contains(word(index)) {
      return span(index + 1, word).map { Frequency(range: index..<$0.end, interval: $0.length) }
    }
    var end = index + 1
    var count = 1.0
    if word(index) == "twice" {
      count = 2
    } else if let number = QuantityReader.number(word(index)), number.suffix.isEmpty, word(end) == "times" {
      (count, end) = (number.value, index + 2)
    } else if word(index) != "once" {
      return nil
    }
    // `At most three times a day` is a limit and no habit.
    if ["than", "most", "to", "only"].contains(word(index - 1)) { return nil }
    if let interval = adverbs[word(end)], count > 0 {
      return Frequency(range: index..<end + 1, interval: interval / count)
    }
    guard ["a", "an", "per", "every", "each"].contains(word(end)), count > 0, let span = span(end + 1, word) else {
      return nil
    }
    return Frequency(range: index..<span.end, interval: span.length / count)
  }

  /// A time, with or without a number: `week`, `30 minutes`, `other day`.
  private static func span(_ index: Int, _ word: (Int) -> String) -> (end: Int, length: Double)? {
    if word(index) == "quarter", word(index + 1) == "of", word(index + 3) == "hour" { return (index + 4, 900_000) }
    if word(index) == "half", word(index + 1) == "hour" { return (index + 2, 1_800_000) }
    if let length = length(word(index)) { return (index + 1, length) }
    if word(index) == "other", let length = length(word(index + 1)) { return (index + 2, 2 * length) }
    guard let number = QuantityReader.number(word(index)), number.suffix.isEmpty, let length = length(word(index + 1))
    else { return nil }
    return (index + 2, number.value * length)
  }

  private static func length(_ word: String) -> Double? {
    if ["quarter", "quarters"].contains(word) { return 7_884_000_000 }
    if ["night", "nights", "morning", "evening"].contains(word) { return 86_400_000 }
    guard word.utf8.count > 1, let named = Unit.named(word), named.unit == .time else { return nil }
    return named.factor
  }

  private static let adverbs: [String: Double] = [
    "continuously": 1, "hourly": 3_600_000, "daily": 86_400_000, "nightly": 86_400_000, "weekly": 604_800_000,
    "fortnightly": 1_209_600_000, "monthly": 2_628_000_000, "quarterly": 7_884_000_000, "yearly": 31_536_000_000,
    "annually": 31_536_000_000,
  ]
}
