import PlanModel

/// Finds a title where the material has none of its own.
enum Title {
  /// The longest title that is made from a statement, in bytes.
  private static let length = 80

  /// The first statement that is long enough to say something, cut at a word, or the file's name.
  static func fallback(statements: StatementList, name: String?) -> String {
    let first = statements.prefix(20).first { $0.text.utf8.count > 12 } ?? statements.first
    if let first { return shortened(first.text) }
    return name.map { String($0.prefix { $0 != "." }) } ?? ""
  }

  /// `text` cut at a space to at most 80 bytes, with an ellipsis where it was cut.
  static func shortened(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count > length else { return text }
    let end = TextCut.end(of: bytes[...], limit: length)
    return String(decoding: bytes[..<end], as: UTF8.self) + "…"
  }
}
