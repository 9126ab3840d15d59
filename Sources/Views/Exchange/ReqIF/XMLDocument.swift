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
    // Nearly all words need none of it. The first byte of U+FFFE and U+FFFF is 0xEF.
    let isPlain = words.utf8.allSatisfy { $0 >= 0x20 && $0 != 0xef && !"&<>\"".utf8.contains($0) }
    if isPlain { return words }
    var safe = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "\t", "\n", "\r": safe += "&#\(scalar.value);"
      case _ where scalar.value < 0x20 || scalar.value & 0xfffe == 0xfffe:
        safe += "\\u{\(String(scalar.value, radix: 16))}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
