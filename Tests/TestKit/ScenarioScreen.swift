/// What was printed, as lines that a file can hold and a person can see.
enum ScenarioScreen {
  /// Control characters become `^[` and the like, as cat -v shows them; white space at the ends of lines and empty
  /// lines at the end, which nobody sees, are left out.
  static func lines(_ bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var visible = line.reduce(into: "") { visible, scalar in visible += self.visible(scalar) }
      while visible.hasSuffix(" ") { visible.removeLast() }
      return visible
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09: "\t"
    case 0..<0x20: "^" + String(UnicodeScalar(UInt8(scalar.value) + 0x40))
    case 0x7f: "^?"
    default: String(scalar)
    }
  }
}
