/// A reader for the YAML that plan files mostly hold: block maps and lists of one-line scalars, and flat flow
/// collections such as `[a, b]` and `{in: src/**, text: x}`.
///
/// It declines (nil) whatever it does not fully understand, errors included, and libyaml decides; so it never has to
/// be right about YAML, only about what it accepts.
package struct BlockYAML {
  /// What was read; an empty document has no root.
  package struct Document {
    package var root: YAMLNode?
  }

  /// One line with something on it: its indentation is counted, its comment cut off.
  private struct Line {
    var number: Int
    var indent: Int
    var text: ArraySlice<UInt8>
  }

  private var lines: [Line]
  private var next = 0

  /// More goes to libyaml: here each key is compared with all before it, which is quick only while they are few.
  private static let byteLimit = 16 << 10

  /// Reads one document whose first line has the number `firstLine`; nil when it is not one of ours.
  package static func read(_ bytes: ArraySlice<UInt8>, firstLine: Int) -> Document? {
    guard bytes.count <= byteLimit, let lines = lines(of: bytes, firstLine: firstLine) else { return nil }
    guard let first = lines.first else { return Document(root: nil) }
    var reader = BlockYAML(lines: lines)
    guard let root = reader.block(indent: first.indent, depth: 0), reader.next == lines.count else { return nil }
    return Document(root: root)
  }

  private static func lines(of bytes: ArraySlice<UInt8>, firstLine: Int) -> [Line]? {
    var lines: [Line] = []
    var number = firstLine
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: .newline) ?? bytes.endIndex
      let indent = bytes[start..<end].prefix { $0 == .space }.count
      let text = bytes[(start + indent)..<end]
      // A comment is looked at too: what breaks a line for libyaml ends it there.
      guard isPlainText(text), !isDocumentMark(text, indent: indent) else { return nil }
      if let first = text.first, first != .hash {
        lines.append(Line(number: number, indent: indent, text: text))
      }
      number += 1
      start = end + 1
    }
    return lines
  }

  /// Tabs, carriage returns, controls and what is no ASCII-compatible line end go to libyaml.
  private static func isPlainText(_ text: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in text {
      // U+0085, U+2028, U+2029 break lines for libyaml, U+FEFF and C1 controls are errors or marks to it.
      if byte < .space || byte == 0x7f || (previous == 0xc2 && byte < 0xa0) || byte == 0xef
        || (previous == 0xe2 && byte == 0x80)
      {
        return false
      }
      previous = byte
    }
    return true
  }

  private static func isDocumentMark(_ text: ArraySlice<UInt8>, indent: Int) -> Bool {
    indent == 0 && (text.starts(with: "---".utf8) || text.starts(with: "...".utf8) || text.first == .percent)
  }

  // MARK: Blocks

  private static let depthLimit = 16

  /// The map or list whose lines begin at `indent`.
  private mutating func block(indent: Int, depth: Int) -> YAMLNode? {
    guard next < lines.count, lines[next].indent == indent else { return nil }
    return Self.isListItem(lines[next].text) ? list(indent: indent, depth: depth) : map(indent: indent, depth: depth)
  }

  private mutating func list(indent: Int, depth: Int) -> YAMLNode? {
    guard depth < Self.depthLimit else { return nil }
    let first = lines[next]
    var elements: [YAMLNode] = []
    while next < lines.count, lines[next].indent == indent, Self.isListItem(lines[next].text) {
      guard let element = element(indent: indent, depth: depth) else { return nil }
      elements.append(element)
    }
    return YAMLNode(.list(elements), line: first.number, column: indent + 1)
  }

  private mutating func element(indent: Int, depth: Int) -> YAMLNode? {
    let line = lines[next]
    let rest = line.text.dropFirst()
    let gap = rest.prefix { $0 == .space }.count
    let text = rest.dropFirst(gap)
    let inner = indent + 1 + gap
    if text.isEmpty || text.first == .hash {
      next += 1
      return nested(under: line, deeperThan: indent, column: indent + 2, depth: depth)
    }
    if Self.isListItem(text) { return nil }
    if YAMLScalars.keyEnd(text) != nil {
      // `- key: value` opens a map whose other keys stand below the first one.
      lines[next] = Line(number: line.number, indent: inner, text: text)
      return map(indent: inner, depth: depth + 1)
    }
    next += 1
    guard next >= lines.count || lines[next].indent <= indent else { return nil }
    return YAMLScalars.value(text, line: line.number, column: inner + 1)
  }

  private mutating func map(indent: Int, depth: Int) -> YAMLNode? {
    guard depth < Self.depthLimit else { return nil }
    let first = lines[next]
    var entries: [YAMLNode.Entry] = []
    while next < lines.count, lines[next].indent == indent {
      let line = lines[next]
      guard let keyEnd = YAMLScalars.keyEnd(line.text), !Self.isListItem(line.text) else { return nil }
      let key = String(decoding: line.text[..<keyEnd], as: UTF8.self)
      guard !entries.contains(where: { $0.key == key }) else { return nil }
      guard let value = value(of: line, behind: keyEnd, indent: indent, depth: depth) else { return nil }
      entries.append(YAMLNode.Entry(key: key, line: line.number, value: value))
    }
    return YAMLNode(.map(entries), line: first.number, column: indent + 1)
  }

  private mutating func value(
    of line: Line, behind keyEnd: ArraySlice<UInt8>.Index, indent: Int, depth: Int
  ) -> YAMLNode? {
    next += 1
    let rest = line.text[(keyEnd + 1)...]
    let text = rest.drop { $0 == .space }
    let column = indent + 1 + (text.startIndex - line.text.startIndex)
    if text.isEmpty || text.first == .hash {
      // A list may stand at the very indentation of its key.
      if next < lines.count, lines[next].indent == indent, Self.isListItem(lines[next].text) {
        return list(indent: indent, depth: depth + 1)
      }
      let behindColon = indent + 1 + (rest.startIndex - line.text.startIndex)
      return nested(under: line, deeperThan: indent, column: behindColon, depth: depth)
    }
    // A deeper line would continue this scalar.
    guard next >= lines.count || lines[next].indent <= indent else { return nil }
    return YAMLScalars.value(text, line: line.number, column: column)
  }

  /// What stands on the lines below, when they are deeper; else null.
  private mutating func nested(under line: Line, deeperThan indent: Int, column: Int, depth: Int) -> YAMLNode? {
    guard next < lines.count, lines[next].indent > indent else {
      return YAMLNode(.scalar("", isQuoted: false), line: line.number, column: column)
    }
    return block(indent: lines[next].indent, depth: depth + 1)
  }

  private static func isListItem(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == .dash else { return false }
    let second = text.index(after: text.startIndex)
    return second == text.endIndex || text[second] == .space
  }
}
