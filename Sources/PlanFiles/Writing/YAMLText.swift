/// Writes values as YAML that every YAML 1.1 and 1.2 reader takes for the same text.
package enum YAMLText {
  /// One value on its line: plain where that is safe, else in double quotes.
  package static func scalar(_ text: String) -> String {
    isSafePlain(text) ? text : quoted(text)
  }

  /// A list on one line.
  package static func list(_ values: [String]) -> String {
    "[" + values.map { isSafeInFlow($0) ? $0 : quoted($0) }.joined(separator: ", ") + "]"
  }

  /// The lines of a block list's item that is a map of these fields.
  static func item(_ fields: [String], indent: Int = 2) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return fields.enumerated().map { margin + ($0 == 0 ? "- " : "  ") + $1 }
  }

  private static func isSafePlain(_ text: String) -> Bool {
    guard !text.isEmpty, text.first != " ", text.last != " ", !isTyped(text) else { return false }
    // A word of letters, as most are.
    if text.utf8.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }) { return true }
    let line = Array("key: \(text)\n".utf8)
    guard let root = BlockYAML.read(line[...], firstLine: 1)?.root else { return false }
    return root["key"]?.content == .scalar(text, isQuoted: false)
  }

  private static func isSafeInFlow(_ text: String) -> Bool {
    isSafePlain(text) && text.utf8.allSatisfy { YAMLScalars.isKeyByte($0) || $0 == .slash || $0 >= 0x80 }
  }

  private static let typed: Set = [
    "true", "false", "yes", "no", "on", "off", "y", "n", "null", "~", "=", ".inf", ".nan",
  ]

  /// Words that some YAML readers take for a truth value, a number or nothing.
  private static func isTyped(_ text: String) -> Bool {
    let unsigned = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
    if typed.contains(unsigned.lowercased()) { return true }
    let digits = text.utf8.drop { $0 == .dash || $0 == UInt8(ascii: "+") || $0 == .dot }
    guard let first = digits.first, UInt8(ascii: "0")...UInt8(ascii: "9") ~= first else { return false }
    // Hexadecimal, exponents, sexagesimals and dates are numbers or more to YAML 1.1.
    let isTimed = text.utf8.contains(.colon)
    return text.utf8.allSatisfy {
      YAMLScalars.isKeyByte($0) || $0 == .colon || $0 == UInt8(ascii: "+") || ($0 == .space && isTimed)
    }
  }

  /// Double quotes, with the escapes of YAML 1.2 §5.7.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case _ where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value): quoted += hex("x", scalar, 2)
      case "\u{2028}", "\u{2029}", "\u{feff}", "\u{fffe}", "\u{ffff}": quoted += hex("u", scalar, 4)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func hex(_ mark: String, _ scalar: Unicode.Scalar, _ digits: Int) -> String {
    let text = String(scalar.value, radix: 16)
    return "\\" + mark + String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
