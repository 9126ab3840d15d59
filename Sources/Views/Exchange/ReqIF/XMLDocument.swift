/// XML 1.0, written element by element.
package struct XMLDocument {
  /// Bytes, as a string would be looked at again with each of the many pieces that are put behind it.
  private var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  /// The elements that are open, the outermost first.
  private var names: [String] = []
  private var margin: [UInt8] = []

  package init() {}

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Attributes stand in the order of their names.
  package mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ body: (inout XMLDocument) -> Void
  ) {
    open(name, attributes)
    body(&self)
    close()
  }

  package mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    begin(name, attributes)
    put(">\n")
    names.append(name)
    margin += Self.indent
  }

  /// Ends the element that was opened last.
  package mutating func close() {
    guard let name = names.popLast() else { return }
    margin.removeLast(Self.indent.count)
    bytes += margin
    put("</")
    put(name)
    put(">\n")
  }

  /// What was written so far; it goes on behind that.
  package mutating func take() -> String {
    defer { bytes = [] }
    return text
  }

  package mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    begin(name, attributes)
    put("/>\n")
  }

  package mutating func leaf(_ name: String, _ words: String) {
    bytes += margin
    put("<")
    put(name)
    put(">")
    putEscaped(words)
    put("</")
    put(name)
    put(">\n")
  }

  private mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    bytes += margin
    put("<")
    put(name)
    // Nearly all are written down in order.
    let isInOrder = zip(attributes, attributes.dropFirst()).allSatisfy { $0.key < $1.key }
    for (key, value) in isInOrder ? Array(attributes) : attributes.sorted(by: { $0.key < $1.key }) {
      put(" ")
      put(key)
      put("=\"")
      putEscaped(value)
      put("\"")
    }
  }

  private static let indent = Array("  ".utf8)

  private mutating func put(_ words: String) { bytes.append(contentsOf: words.utf8) }

  /// Line ends and tabs as references, as an attribute's value loses them otherwise (XML 1.0 §3.3.3). What XML cannot hold
  /// at all, which is control characters and U+FFFE and U+FFFF (§2.2), is written out.
  private mutating func putEscaped(_ words: String) {
    let start = bytes.count
    put(words)
    // Bytes of an array are looked at many times as fast as those of a string, and most words have none to escape.
    guard let first = bytes[start...].firstIndex(where: { !Self.isPlain($0) }) else { return }
    var rest = bytes[first...]
    bytes.removeSubrange(first...)
    while let place = rest.firstIndex(where: { !Self.isPlain($0) }) {
      bytes += rest[..<place]
      let (escaped, length) = Self.escaped(rest[place...])
      bytes.append(contentsOf: escaped.utf8)
      rest = rest[place...].dropFirst(length)
    }
    bytes += rest
  }

  /// Whether a byte stands for itself, wherever it is: most do, and are taken over together. U+FFFE and U+FFFF begin with 0xEF.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0xef: false
    default: true
    }
  }

  /// What is written for the character at the beginning, and how many bytes it has.
  private static func escaped(_ rest: ArraySlice<UInt8>) -> (text: String, length: Int) {
    switch rest[rest.startIndex] {
    case UInt8(ascii: "&"): ("&amp;", 1)
    case UInt8(ascii: "<"): ("&lt;", 1)
    case UInt8(ascii: ">"): ("&gt;", 1)
    case UInt8(ascii: "\""): ("&quot;", 1)
    case 0xef where rest.starts(with: [0xef, 0xbf, 0xbe]): ("\\u{fffe}", 3)
    case 0xef where rest.starts(with: [0xef, 0xbf, 0xbf]): ("\\u{ffff}", 3)
    case 0xef: (String(decoding: rest.prefix(3), as: UTF8.self), 3)
    case let byte where "\t\n\r".utf8.contains(byte): ("&#\(byte);", 1)
    case let byte: ("\\u{\(String(byte, radix: 16))}", 1)
    }
  }
}
