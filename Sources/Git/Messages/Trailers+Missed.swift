/// Why a line that looks like a trailer is none to git.
package enum MissedTrailer: Hashable, Sendable {
  /// It is in the first paragraph, which is the title.
  case inTitle(line: Int)
  /// It is below the `---` of line `divider`.
  case belowDivider(line: Int, divider: Int)
  /// Another paragraph comes behind it.
  case notInLastParagraph(line: Int)
  /// Line `prose` of its paragraph is no trailer.
  case amongProse(line: Int, prose: Int)
  /// White space stands before it.
  case indented(line: Int)

  /// Where it stands, from 1.
  package var line: Int {
    switch self {
    case .inTitle(let line), .belowDivider(let line, _), .notInLastParagraph(let line), .amongProse(let line, _),
      .indented(let line):
      line
    }
  }
}

extension Trailers {
  /// Why git sees no trailer `key` in `message`, for the last line that looks like one.
  /// Nil when git does see one, or when no line looks like one.
  package static func missed(_ key: String, in message: String) -> MissedTrailer? {
    let block = TrailerBlock(message)
    guard !parse(message).contains(where: { $0.isKeyed(key) }),
      let index = block.lines.lastIndex(where: { $0.looksLike(key) })
    else { return nil }
    let line = index + 1
    if index >= block.divider { return .belowDivider(line: line, divider: block.divider + 1) }
    if index < block.titleEnd { return .inTitle(line: line) }
    if block.lines[index].isIndented { return .indented(line: line) }
    let paragraph = paragraph(around: index, of: block)
    // A paragraph below the scissors ends behind the message.
    let rest = block.lines[paragraph.upperBound..<max(paragraph.upperBound, block.range.upperBound)]
    let isLast = rest.allSatisfy { $0.isBlank || $0.isComment }
    let prose = paragraph.first { !block.lines[$0].isTrailer && !block.lines[$0].isComment }
    if isLast, let prose { return .amongProse(line: line, prose: prose + 1) }
    return .notInLastParagraph(line: line)
  }

  private static func paragraph(around index: Int, of block: TrailerBlock) -> Range<Int> {
    let before = block.lines[..<index].lastIndex(where: \.isBlank).map { $0 + 1 } ?? 0
    let end = max(block.range.upperBound, index + 1)
    return before..<(block.lines[index..<end].firstIndex(where: \.isBlank) ?? end)
  }
}

extension MessageLine {
  /// Whether, but for white space before it, this begins a trailer of that key.
  fileprivate func looksLike(_ key: String) -> Bool {
    let line = MessageLine(bytes: bytes.drop(while: Self.isSpace))
    guard line.isTrailer, let separator = line.separator else { return false }
    let found = String(decoding: Self.trimmed(line.bytes[..<separator]), as: UTF8.self)
    return Trailer.equalKeys(found, key)
  }
}
