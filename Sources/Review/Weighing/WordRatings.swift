/// What words say by themselves of a promise that they stand in, as those who rely on it would say.
struct WordRatings: Sendable {
  /// What is rated, in the order of the columns.
  enum Quality: Int, CaseIterable {
    /// -3 to 3: whether people are glad of it: `crash`, `refund`.
    case good
    /// 0 to 3: how sure, thorough, formal or final it is: `hint`, `verify`, `guarantee`.
    case firm
    /// 0 to 3: how much falls under it: `sample`, `phone`, `anything`.
    case wide
    /// 0 to 3: how soon, or how often: `eventually`, `daily`, `immediately`.
    case soon
    /// -3 to 3: whether people and data go where they want: `forbid`, `private`, `share`, `public`.
    case free
    /// 0 to 3: what it costs those whom the promise is made to: `automatic`, `queue`, `fee`.
    case load
  }

  private var ratings: [String: [Double?]] = [:]

  /// Reads lines of a word and its ratings in the order of ``Quality``, parted by tabs, `-` where there is none.
  init(_ lines: [UInt8]) {
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      guard parts.count == Quality.allCases.count + 1 else { continue }
      ratings[parts[0]] = parts.dropFirst().map(Double.init)
    }
  }

  /// Those of a word, or of what it is a form of; nil where it has none.
  func rating(of word: String) -> [Double?]? {
    for form in Self.forms(of: word) { if let rating = ratings[form] { return rating } }
    return nil
  }

  /// A word, and what it might be a form of.
  private static func forms(of word: String) -> [String] {
    var forms = [word]
    for (ending, rest) in endings where word.hasSuffix(ending) && word.utf8.count >= ending.utf8.count + 3 {
      let base = word.dropLast(ending.count)
      forms.append(base + rest)
      // `Stopped`
      if rest.isEmpty, let last = base.last, base.dropLast().last == last { forms.append(String(base.dropLast())) }
    }
    return forms
  }

  private static let endings = [
    ("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("es", ""), ("es", "e"), ("ed", ""), ("ed", "e"), ("s", ""),
    ("d", ""), ("ly", ""), ("er", ""), ("er", "e"), ("est", ""),
  ]
}
