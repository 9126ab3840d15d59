/// One-line values of `BlockYAML`: plain and quoted scalars, and flat flow collections.
enum YAMLScalars {
  /// libyaml takes no key of more than 1024 characters; nobody writes one of more than this.
  private static let keyLimit = 128

  /// The index of the colon that ends a simple key at the start of `text`: letters, digits, `_`, `-` and `.`.
  static func keyEnd(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>.Index? {
    var index = text.startIndex
    while index < text.endIndex, isKeyByte(text[index]) { index += 1 }
    guard index > text.startIndex, index < text.endIndex, text[index] == .colon,
      index - text.startIndex <= keyLimit
    else { return nil }
    return index + 1 == text.endIndex || text[index + 1] == .space ? index : nil
  }

  /// The value that `text` holds up to the end of its line or a comment; nil when it is not one of ours.
  static func value(_ text: ArraySlice<UInt8>, line: Int, column: Int) -> YAMLNode? {
    switch text.first {
    case .openBracket, .openBrace:
      var flow = FlowYAML(text: text, line: line, column: column)
      return flow.collection()
    case .singleQuote, .doubleQuote:
      guard let (string, end) = quoted(text), isRestOfLine(text[end...]) else { return nil }
      return YAMLNode(.scalar(string, isQuoted: true), line: line, column: column)
    default:
      guard let plain = plain(text) else { return nil }
      return YAMLNode(.scalar(String(decoding: plain, as: UTF8.self), isQuoted: false), line: line, column: column)
    }
  }

  /// A plain scalar (YAML 1.2 §7.3.3) without its trailing blanks and comment.
  private static func plain(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = text.first, !isIndicator(first) || isSafeDash(text) else { return nil }
    var end = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == .colon, index + 1 == text.endIndex || text[index + 1] == .space { return nil }
      if byte == .hash, index > text.startIndex, text[index - 1] == .space { break }
      index += 1
      if byte != .space { end = index }
    }
    return text[..<end]
  }

  /// The text of a quoted scalar on one line, and the index behind its closing quote; escapes go to libyaml.
  static func quoted(_ text: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>.Index)? {
    guard let quote = text.first else { return nil }
    var bytes: [UInt8] = []
    var index = text.startIndex + 1
    while index < text.endIndex {
      let byte = text[index]
      if byte == .backslash, quote == .doubleQuote { return nil }
      if byte == quote {
        guard quote == .singleQuote, index + 1 < text.endIndex, text[index + 1] == quote else {
          return (String(decoding: bytes, as: UTF8.self), index + 1)
        }
        index += 1
      }
      bytes.append(byte)
      index += 1
    }
    return nil
  }

  /// Whether nothing but blanks and a comment is left.
  static func isRestOfLine(_ text: ArraySlice<UInt8>) -> Bool {
    let rest = text.drop { $0 == .space }
    return rest.isEmpty || (rest.first == .hash && rest.startIndex > text.startIndex)
  }

  static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), .dash:
      true
    default: false
    }
  }

  /// `-5` and `--flag` are plain scalars; `- x` is a list item.
  private static func isSafeDash(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == .dash, let second = text.dropFirst().first else { return false }
    return second != .space
  }

  /// What no plain scalar begins with (YAML 1.2 §5.3), and `<`, which can mean a merge.
  private static func isIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"),
      UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"),
      UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "<"):
      true
    default: false
    }
  }
}
