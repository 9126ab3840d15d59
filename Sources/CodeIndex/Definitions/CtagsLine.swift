/// One line of what ctags writes as JSON: `{"_type": "tag", "name": …, "line": …, "kind": …, "scope": …, "end": …}`.
struct CtagsLine: Sendable {
  var name = ""
  var kind = ""
  var scope = ""
  var line = 0
  /// 0 where ctags does not tell.
  var end = 0
  /// What a `typedef` is a name of: `struct:Mail`.
  var typeReference = ""
  /// What a type builds on, where ctags tells.
  var bases: [String] = []

  enum Reading {
    case tag(CtagsLine)
    case completed
    case other
  }

  /// Reads one line. It is ctags' own writing: flat, with strings and numbers only; what is not is no tag.
  static func read(_ line: ArraySlice<UInt8>) -> Reading {
    var scanner = Scanner(bytes: line, at: line.startIndex)
    var tag = CtagsLine()
    var type: String?
    while let key = scanner.key() {
      switch key {
      case "_type":
        type = scanner.text()
        if type == "completed" { return .completed }
        guard type == "tag" else { return .other }
      case "name": tag.name = scanner.text() ?? ""
      case "kind": tag.kind = scanner.text() ?? ""
      case "scope": tag.scope = scanner.text() ?? ""
      case "typeref": tag.typeReference = scanner.text() ?? ""
      case "inherits": tag.bases = bases(of: scanner.text() ?? "")
      case "line": tag.line = scanner.number() ?? 0
      case "end": tag.end = scanner.number() ?? 0
      default: scanner.skip()
      }
    }
    return type == "tag" && tag.line > 0 && !tag.name.isEmpty ? .tag(tag) : .other
  }

  /// The types of `Store<User, Int>,Other`, without what they are made for.
  private static func bases(of text: String) -> [String] {
    var depth = 0
    var plain: [UInt8] = []
    for byte in text.utf8 {
      if "<[(".utf8.contains(byte) { depth += 1 }
      if depth == 0 { plain.append(byte) }
      if ">])".utf8.contains(byte) { depth = max(0, depth - 1) }
    }
    return plain.split(separator: UInt8(ascii: ",")).prefix(20).map { String(decoding: $0, as: UTF8.self) }
  }

  /// `5.9.0` of the line with which ctags begins.
  static func version(_ output: [UInt8]) -> String? {
    for line in output.split(separator: UInt8(ascii: "\n")) {
      var scanner = Scanner(bytes: line, at: line.startIndex)
      var isProgram = false
      while let key = scanner.key() {
        switch key {
        case "_type": isProgram = scanner.text() == "program"
        case "version" where isProgram: return scanner.text()
        default: scanner.skip()
        }
      }
    }
    return nil
  }
}

/// Keys and values of a flat object.
private struct Scanner {
  let bytes: ArraySlice<UInt8>
  var at: Int

  mutating func key() -> String? {
    while at < bytes.endIndex, bytes[at] != UInt8(ascii: "\"") { at += 1 }
    guard let key = text() else { return nil }
    while at < bytes.endIndex, bytes[at] == UInt8(ascii: ":") || bytes[at] == UInt8(ascii: " ") { at += 1 }
    return key
  }

  mutating func text() -> String? {
    guard at < bytes.endIndex, bytes[at] == UInt8(ascii: "\"") else { return nil }
    let start = at + 1
    var end = start
    var isEscaped = false
    while end < bytes.endIndex, bytes[end] != UInt8(ascii: "\"") {
      if bytes[end] == UInt8(ascii: "\\") {
        isEscaped = true
        end += 1
      }
      end += 1
    }
    guard end < bytes.endIndex else { return nil }
    at = end + 1
    return isEscaped ? Self.unescaped(bytes[start..<end]) : String(decoding: bytes[start..<end], as: UTF8.self)
  }

  mutating func number() -> Int? {
    let start = at
    while at < bytes.endIndex, (0x30...0x39).contains(bytes[at]) { at += 1 }
    return Int(String(decoding: bytes[start..<at], as: UTF8.self))
  }

  mutating func skip() {
    if at < bytes.endIndex, bytes[at] == UInt8(ascii: "\"") {
      _ = text()
    } else {
      while at < bytes.endIndex, bytes[at] != UInt8(ascii: ",") { at += 1 }
    }
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var plain: [UInt8] = []
    var at = bytes.startIndex
    while at < bytes.endIndex {
      guard bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.endIndex else {
        plain.append(bytes[at])
        at += 1
        continue
      }
      at += 2
      switch bytes[at - 1] {
      case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"):
        plain.append(0x20)
      case UInt8(ascii: "u"):
        let digits = String(decoding: bytes[at..<min(at + 4, bytes.endIndex)], as: UTF8.self)
        let scalar = UInt32(digits, radix: 16).flatMap { Unicode.Scalar($0) } ?? "\u{fffd}"
        plain += Array(String(Character(scalar)).utf8)
        at = min(at + 4, bytes.endIndex)
      default: plain.append(bytes[at - 1])
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
