/// Where the next page of a list begins; clients give it back as they got it.
struct Cursor {
  let offset: Int

  init(offset: Int) { self.offset = offset }

  /// Nil unless `text` is one that was given out.
  init?(_ text: String) {
    guard text.hasPrefix(Self.mark), let offset = Int(text.dropFirst(Self.mark.count)), offset > 0,
      Cursor(offset: offset).text == text
    else { return nil }
    self.offset = offset
  }

  var text: String { "\(Self.mark)\(offset)" }

  private static let mark = "from-"
}
