/// A flow collection that holds scalars only, on one line: `[a, "b c"]`, `{in: src/**, text: x}`.
struct FlowYAML {
  private let text: ArraySlice<UInt8>
  private var index: ArraySlice<UInt8>.Index
  private let line: Int
  private let column: Int

  init(text: ArraySlice<UInt8>, line: Int, column: Int) {
    self.text = text
    index = text.startIndex
    self.line = line
    self.column = column
  }

  /// The collection, when it is one of ours and nothing but a comment follows.
  mutating func collection() -> YAMLNode? {
    let isMap = text[index] == .openBrace
    index += 1
    let content = isMap ? map() : list()
    guard let content, YAMLScalars.isRestOfLine(text[index...]) else { return nil }
    return YAMLNode(content, line: line, column: column)
  }

  private mutating func list() -> YAMLNode.Content? {
    var nodes: [YAMLNode] = []
    skipBlanks()
    while let byte = peek(), byte != .closeBracket {
      guard let node = scalar() else { return nil }
      nodes.append(node)
      guard skipComma(before: .closeBracket) else { return nil }
    }
    return close(.closeBracket) ? .list(nodes) : nil
  }

  private mutating func map() -> YAMLNode.Content? {
    var entries: [YAMLNode.Entry] = []
    skipBlanks()
    while let byte = peek(), byte != .closeBrace {
      guard let keyEnd = YAMLScalars.keyEnd(text[index...]), keyEnd + 1 < text.endIndex else { return nil }
      let key = String(decoding: text[index..<keyEnd], as: UTF8.self)
      guard !entries.contains(where: { $0.key == key }) else { return nil }
      index = keyEnd + 1
      skipBlanks()
      guard let value = scalar() else { return nil }
      entries.append(YAMLNode.Entry(key: key, line: line, value: value))
      guard skipComma(before: .closeBrace) else { return nil }
    }
    return close(.closeBrace) ? .map(entries) : nil
  }

  private mutating func scalar() -> YAMLNode? {
    let start = index
    let column = column + (start - text.startIndex)
    if peek() == .singleQuote || peek() == .doubleQuote {
      guard let (string, end) = YAMLScalars.quoted(text[index...]) else { return nil }
      index = end
      return YAMLNode(.scalar(string, isQuoted: true), line: line, column: column)
    }
    // Within a flow collection only words that can mean nothing else; globs and the like go to libyaml.
    while let byte = peek(),
      YAMLScalars.isKeyByte(byte) || byte == .slash || byte == .space || byte == .at || byte >= 0x80
    {
      index += 1
    }
    var end = index
    while end > start, text[end - 1] == .space { end -= 1 }
    guard end > start, let first = text[start..<end].first, first != .dash, first != .dot, first != .at else {
      return nil
    }
    let plain = String(decoding: text[start..<end], as: UTF8.self)
    return YAMLNode(.scalar(plain, isQuoted: false), line: line, column: column)
  }

  private func peek() -> UInt8? { index < text.endIndex ? text[index] : nil }

  private mutating func skipBlanks() {
    while peek() == .space { index += 1 }
  }

  /// Behind an element: its comma, or the bracket that closes.
  private mutating func skipComma(before closing: UInt8) -> Bool {
    skipBlanks()
    if peek() == closing { return true }
    guard peek() == .comma else { return false }
    index += 1
    skipBlanks()
    return peek() != nil
  }

  private mutating func close(_ closing: UInt8) -> Bool {
    guard peek() == closing else { return false }
    index += 1
    return true
  }
}
