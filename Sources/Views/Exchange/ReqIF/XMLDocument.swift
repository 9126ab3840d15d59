/// XML 1.0, written element by element.
package struct XMLDocument {
  package private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  package init() {}

  /// Attributes stand in the order of their names.
  package mutating func element(
    _ name: String, _ attributes: [String: String] = [:], _ body: (inout XMLDocument) -> Void
  ) {
    begin(name, attributes)
    text += ">\n"
    depth += 1
    body(&self)
    depth -= 1
    text += "\(margin)</\(name)>\n"
  }

  package mutating func empty(_ name: String, _ attributes: [String: String]) {
    begin(name, attributes)
    text += "/>\n"
  }

  package mutating func leaf(_ name: String, _ words: String) {
    text += "\(margin)<\(name)>\(Self.escaped(words))</\(name)>\n"
  }

  private mutating func begin(_ name: String, _ attributes: [String: String]) {
    text += "\(margin)<\(name)"
    for (key, value) in attributes.sorted(by: { $0.key < $1.key }) { text += " \(key)=\"\(Self.escaped(value))\"" }
  }

  private var margin: String { String(repeating: " ", count: depth * 2) }

  /// Line ends and tabs as references, as an attribute's value loses them otherwise (XML 1.0 §3.3.3). What XML cannot hold
  /// at all, which is control characters (§2.2), is written out.
  static func escaped(_ words: String) -> String {
    var safe = ""
    var rest = words[...]
    while let place = rest.utf8.firstIndex(where: { !isPlain($0) }) {
      safe += rest[..<place]
      safe += escaped(rest.unicodeScalars[place])
      rest = rest[rest.unicodeScalars.index(after: place)...]
    }
    return safe + rest
  }

  /// Whether a byte stands for itself, wherever it is: most do, and are taken over together. U+FFFE and U+FFFF begin with 0xEF.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0xef: false
    default: true
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "\t", "\n", "\r": "&#\(scalar.value);"
    case _ where scalar.value < 0x20 || scalar.value & 0xfffe == 0xfffe: "\\u{\(String(scalar.value, radix: 16))}"
    default: String(scalar)
    }
  }
}
