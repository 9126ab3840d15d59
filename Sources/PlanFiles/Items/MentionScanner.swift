import PlanModel

/// Finds ids and citations in prose.
enum MentionScanner {
  /// Every id and citation from line `first` on, but for those in code blocks, which are given in their order.
  static func mentions(in text: LinedText, from first: Int, except codeLines: [ClosedRange<Int>]) -> [Mention] {
    var mentions: [Mention] = []
    guard first <= text.lineCount else { return [] }
    var code = codeLines[...]
    for number in first...text.lineCount {
      while let block = code.first, block.upperBound < number { code = code.dropFirst() }
      let line = text.line(number)
      guard line.count >= ItemID.length, line.contains(.dash) else { continue }
      if let block = code.first, block.contains(number) { continue }
      scan(line, number: number, into: &mentions)
    }
    return mentions
  }

  /// What one line mentions.
  static func mentions(inLine line: String) -> [Mention] {
    var mentions: [Mention] = []
    scan(Array(line.utf8)[...], number: 1, into: &mentions)
    return mentions
  }

  private static func scan(_ line: ArraySlice<UInt8>, number: Int, into mentions: inout [Mention]) {
    var index = line.startIndex + 2
    while index + ItemID.suffixLength < line.endIndex {
      guard line[index] == .dash, let id = id(in: line, dash: index) else {
        index += 1
        continue
      }
      let start = index - 2
      let end = start + ItemID.length
      let (target, behind) = target(id, behind: end, in: line)
      mentions.append(Mention(target, line: number, column: start - line.startIndex + 1))
      index = behind + 2
    }
  }

  private static func id(in line: ArraySlice<UInt8>, dash: Int) -> ItemID? {
    let start = dash - 2
    let end = start + ItemID.length
    if start > line.startIndex, isWordByte(line[start - 1]) || line[start - 1] == .slash { return nil }
    if end < line.endIndex, isWordByte(line[end]) || continuesPath(line[end...]) { return nil }
    return ItemID(utf8: line[start..<end])
  }

  /// Whether what stands behind an id makes it the part of a path: `/README.md` and `.swift` do, `/AC2` and a full
  /// stop at the end of a sentence do not.
  private static func continuesPath(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let next = rest.dropFirst().first, isWordByte(next) else { return false }
    let word = rest.dropFirst().prefix(while: isWordByte)
    return rest.first == .dot || (rest.first == .slash && CriterionID(String(decoding: word, as: UTF8.self)) == nil)
  }

  /// A source's id with statement lines behind it is a citation.
  private static func target(
    _ id: ItemID, behind end: Int, in line: ArraySlice<UInt8>
  ) -> (Mention.Target, behind: Int) {
    guard let source = ID<Source>(id), end < line.endIndex, line[end] == .hash else { return (.item(id), end) }
    // Everything that could be meant as lines, so that a slip is found and not passed over.
    let lines = line[(end + 1)...].prefix { isWordByte($0) }
    let isContinued = line[lines.endIndex...].starts(with: ",L".utf8)
    let text = String(decoding: lines, as: UTF8.self)
    guard let range = LineRange(text), !isContinued else { return (.malformed(source, lines: text), lines.endIndex) }
    return (.statements(Citation(source: source, lines: range.bounds)), lines.endIndex)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    YAMLScalars.isKeyByte(byte) && byte != .dot || byte >= 0x80
  }
}
