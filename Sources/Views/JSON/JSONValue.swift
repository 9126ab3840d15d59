/// A JSON document (RFC 8259) whose objects keep the order of their keys.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The document on one line, ASCII control characters escaped.
  package var text: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds the document, in UTF-8, as ``text`` has it.
  package func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .int(let value): bytes += String(value).utf8
    case .double(let value): bytes += (value.isFinite ? String(value) : "null").utf8
    case .string(let value): Self.write(value, to: &bytes)
    case .array(let values): Self.write(values, "[", "]", to: &bytes) { $0.write(to: &$1) }
    case .object(let members):
      Self.write(members, "{", "}", to: &bytes) { member, bytes in
        Self.write(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar, to bytes: inout [UInt8],
    _ body: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      body(element, &bytes)
    }
    bytes.append(UInt8(ascii: close))
  }

  private static func write(_ string: String, to bytes: inout [UInt8]) {
    var string = string
    bytes.append(UInt8(ascii: "\""))
    string.withUTF8 { words in
      // What needs no escape, which is nearly all, is taken as it stands.
      var start = 0
      for (index, byte) in words.enumerated() {
        guard byte < 0x20 || byte == 0x22 || byte == 0x5c || byte == 0x7f || byte == 0xe2,
          let escape = escape(byte, words[index...])
        else { continue }
        bytes += words[start..<index]
        bytes += escape.text.utf8
        start = index + escape.length
      }
      bytes += words[start...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// What stands for the character that begins with `byte`, and how many bytes it has; nil where it stands for itself.
  private static func escape(_ byte: UInt8, _ rest: some Sequence<UInt8>) -> (text: String, length: Int)? {
    switch byte {
    case UInt8(ascii: "\""): ("\\\"", 1)
    case UInt8(ascii: "\\"): ("\\\\", 1)
    case UInt8(ascii: "\n"): ("\\n", 1)
    case UInt8(ascii: "\r"): ("\\r", 1)
    case UInt8(ascii: "\t"): ("\\t", 1)
    // U+2028 and U+2029 end a line to JavaScript.
    case 0xe2 where rest.starts(with: [0xe2, 0x80, 0xa8]): ("\\u2028", 3)
    case 0xe2 where rest.starts(with: [0xe2, 0x80, 0xa9]): ("\\u2029", 3)
    case 0xe2: nil
    default: ("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16), 1)
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .int(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(nilLiteral: ()) { self = .null }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member(key: $0.0, value: $0.1) })
  }

  /// Text, or null.
  package init(_ text: (some CustomStringConvertible)?) { self = text.map { .string($0.description) } ?? .null }

  package init<Element>(_ elements: some Sequence<Element>, _ value: (Element) -> JSONValue) {
    self = .array(elements.map(value))
  }

  /// The document of a command: `{"schema":"handoff/1","kind":…, …}`.
  package static func document(kind: String, _ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    let head = [Member(key: "schema", value: "handoff/1"), Member(key: "kind", value: .string(kind))]
    return .object(head + members.map { Member(key: $0.key, value: $0.value) })
  }
}
