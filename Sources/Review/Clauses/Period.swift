/// A part of the week or the year in which something holds: `from October to April`, `Monday to Friday`, `weekdays`.
struct Period: Hashable {
  enum Kind: Hashable {
    case week, year
  }

  var kind: Kind
  var range: Range<Int>
  /// Days of the week or months of the year.
  var length: Int

  /// Whether a word names a part of the week, the day or the year.
  static func names(_ word: String) -> Bool {
    place(word, days) != nil || place(word, months) != nil || spans[word] != nil || word == "night" || word == "daytime"
  }

  /// The period of a wording, where it names one alone.
  static func only(in words: [String]) -> Period? {
    var found: [Period] = []
    var index = 0
    while index < words.count {
      if let period = at(index, words) {
        found.append(period)
        index = period.range.upperBound
      } else {
        index += 1
      }
    }
    return found.count == 1 ? found[0] : nil
  }

  private static func at(_ index: Int, _ words: [String]) -> Period? {
    if let length = spans[words[index]] { return Period(kind: .week, range: index..<index + 1, length: length) }
    for (kind, names) in [(Kind.week, days), (.year, months)] {
      guard let first = place(words[index], names) else { continue }
      if index + 2 < words.count, ["to", "until", "till", "through", "and"].contains(words[index + 1]),
        let last = place(words[index + 2], names)
      {
        return Period(kind: kind, range: index..<index + 3, length: (last - first + names.count) % names.count + 1)
      }
      return Period(kind: kind, range: index..<index + 1, length: 1)
    }
    return nil
  }

  /// `May` is a month only where a name of one can stand, which the words do not tell: it is left out.
  private static func place(_ word: String, _ names: [String]) -> Int? {
    names.firstIndex(of: word) ?? (word.hasSuffix("s") ? names.firstIndex(of: String(word.dropLast())) : nil)
  }

  private static let days = "monday tuesday wednesday thursday friday saturday sunday".split(separator: " ").map(
    String.init)
  private static let months =
    "january february march april (may) june july august september october november december".split(separator: " ")
    .map(String.init)
  private static let spans = ["weekdays": 5, "weekday": 5, "workdays": 5, "weekends": 2, "weekend": 2]
}
