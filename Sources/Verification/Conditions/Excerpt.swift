import PlanModel

/// A line as evidence shows it: its number, and its text without the white space around it.
struct Excerpt {
  /// In Unicode scalars, so that no pile of combining marks makes it long.
  static let lengthLimit = 200

  /// From 1.
  let number: Int
  let text: String

  init(number: Int, line: some StringProtocol) {
    self.number = number
    let scalars = line.unicodeScalars.drop { $0.properties.isWhitespace }.prefix(Self.lengthLimit)
    var kept = String.UnicodeScalarView(scalars)
    while let last = kept.last, last.properties.isWhitespace { kept.removeLast() }
    text = String(kept)
  }

  /// The line of `text` that the UTF-8 offset lies in.
  init(of text: String, at offset: Int) {
    let bytes = text.utf8
    let position = bytes.index(bytes.startIndex, offsetBy: offset, limitedBy: bytes.endIndex) ?? bytes.endIndex
    let newline = UInt8(ascii: "\n")
    let before = bytes[..<position]
    let start = before.lastIndex(of: newline).map(bytes.index(after:)) ?? bytes.startIndex
    let end = bytes[position...].firstIndex(of: newline) ?? bytes.endIndex
    self.init(number: before.count { $0 == newline } + 1, line: text[start..<end])
  }

  func fact(path: String) -> ConditionFact { .line(path: path, number: number, text: text) }
}
