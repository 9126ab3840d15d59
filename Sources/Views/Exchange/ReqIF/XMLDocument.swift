/// XML 1.0, written element by element.
package struct XMLDocument {
  package private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  /// The elements that are open, the outermost first.
  private var names: [String] = []
  private var margin = ""

  package init() {}

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
    text += ">\n"
    names.append(name)
    margin += "  "
  }

  /// Ends the element that was opened last.
  package mutating func close() {
    guard let name = names.popLast() else { return }
    margin.removeLast(2)
    for part in [margin, "</", name, ">\n"] { text += part }
  }

  /// What was written so far; it goes on behind that.
  package mutating func take() -> String {
    defer { text = "" }
    return text
  }

  package mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    begin(name, attributes)
    text += "/>\n"
  }

  package mutating func leaf(_ name: String, _ words: String) {
    for part in [margin, "<", name, ">"] { text += part }
    Self.escape(words, into: &text)
    for part in ["</", name, ">\n"] { text += part }
  }

  private mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    for part in [margin, "<", name] { text += part }
    for (key, value) in attributes.sorted(by: { $0.key < $1.key }) {
      for part in [" ", key, "=\""] { text += part }
      Self.escape(value, into: &text)
      text += "\""
    }
  }

  /// Line ends and tabs as references, as an attribute's value loses them otherwise (XML 1.0 §3.3.3). What XML cannot hold
  /// at all, which is control characters (§2.2), is written out.
  static func escaped(_ words: String) -> String {
    var text = ""
    escape(words, into: &text)
    return text
  }

  private static func escape(_ words: String, into text: inout String) {
    var rest = words[...]
    while let place = rest.utf8.firstIndex(where: { !isPlain($0) }) {
      text += rest[..<place]
      text += escaped(rest.unicodeScalars[place])
      rest = rest[rest.unicodeScalars.index(after: place)...]
    }
    // A whole string is added quicker than a part of one.
    if rest.startIndex == words.startIndex { text += words } else { text += rest }
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
