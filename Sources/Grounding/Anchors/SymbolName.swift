package import CodeIndex

/// The name of a symbol as people write it: `mute`, `mute()`, `UserSettings.mute`, `settings::UserSettings#mute`.
package struct SymbolName: Hashable, Sendable {
  /// The last part, which definitions are found by.
  package let name: String
  /// What it stands in, outermost first, as far as it was written.
  package let containers: [String]

  /// Nil where nothing of it names anything.
  package init?(_ text: String) {
    let head = String(text.prefix { $0 != "(" && $0 != "<" && $0 != " " })
    let parts = Self.parts(head)
    guard let name = parts.last else { return nil }
    self.name = name
    containers = Array(parts.dropLast())
  }

  /// The parts of a qualified name, in whatever language.
  static func parts(_ text: String) -> [String] {
    text.utf8.split(whereSeparator: isSeparator).map { String(Substring($0)) }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "\\"),
      UInt8(ascii: "$"):
      true
    default: false
    }
  }
}

extension SymbolName {
  /// Whether a definition has this name, and stands in what was written before it.
  package func isName(of definition: Definition) -> Bool {
    guard definition.name == name else { return false }
    return SymbolName.parts(definition.container).suffix(containers.count).elementsEqual(containers)
  }
}

extension Definition {
  /// Its text in the file that it is of, as fingerprints see it: reformatting and renaming leave it the same.
  package func text(in bytes: [UInt8]) -> [UInt8] {
    CodeText.normalised(bytes, lines: line...max(line, end), without: name)
  }
}
