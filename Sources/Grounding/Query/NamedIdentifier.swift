/// A name that a text mentions, with how surely it is one of code.
struct NamedIdentifier: Hashable, Sendable {
  let name: String
  /// 1 for what is written as code is, 0.5 for what stands in code, 0.1 for a plain word; times what follows from where.
  let strength: Double
  let isInTitle: Bool

  /// All names of a text, by their bytes.
  static func all(in regions: QueryRegions) -> [NamedIdentifier] {
    let title = Set(regions.title.names())
    let ticked = Set(regions.ticked[...].names())
    let coded = Set(regions.blocks[...].names())
    let called = called(in: regions.text[...])
    let own = own(in: regions.text[...]).subtracting(title)
    var found: [NamedIdentifier] = []
    for name in Set(regions.text[...].names()) where (3...100).contains(name.count) && !name.allSatisfy(\.isDigit) {
      let isMarked = isMarked(name) || ticked.contains(name) || called.contains(name)
      let first = name[name.startIndex]
      var strength = isMarked ? 1 : coded.contains(name) || first.isUpper ? 0.5 : 0.1
      let text = name.text
      if StopWords.contains(String(decoding: name.map(\.lowered), as: UTF8.self)) { strength *= 0.2 }
      if own.contains(name) { strength *= 0.2 }
      if title.contains(name) { strength *= 1.5 }
      found.append(NamedIdentifier(name: text, strength: strength, isInTitle: title.contains(name)))
    }
    return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Whether a name is written as no word of a language is: `user_name`, `userName`, `HTTP`.
  static func isMarked(_ name: ArraySlice<UInt8>) -> Bool {
    let inner = name.drop { $0 == UInt8(ascii: "_") }
    if inner.contains(UInt8(ascii: "_")), let last = inner.lastIndex(where: { $0 != UInt8(ascii: "_") }),
      inner[..<last].contains(UInt8(ascii: "_"))
    {
      return true
    }
    if isCamel(name) { return true }
    guard let first = name.first, first.isUpper else { return false }
    let rest = name.dropFirst()
    return !rest.contains(where: \.isLower) || rest.contains(where: \.isUpper)
  }

  /// Whether a capital follows a small letter.
  static func isCamel(_ name: ArraySlice<UInt8>) -> Bool {
    zip(name, name.dropFirst()).contains { $0.isLower && $1.isUpper }
  }

  private static func called(in text: ArraySlice<UInt8>) -> Set<ArraySlice<UInt8>> {
    Set(
      text.names().filter { name in
        var end = name.endIndex
        while end < text.endIndex, text[end].isBlank { end += 1 }
        return end < text.endIndex && text[end] == UInt8(ascii: "(") && name[name.startIndex].isLetter
      })
  }

  private static let definers: Set<String> = [
    "def", "class", "func", "fn", "function", "struct", "interface", "enum", "trait", "protocol",
  ]

  /// The names that the text itself defines: those of whoever writes, not of the code.
  private static func own(in text: ArraySlice<UInt8>) -> Set<ArraySlice<UInt8>> {
    var own: Set<ArraySlice<UInt8>> = []
    for line in text.lines() {
      let words = line.drop { $0.isBlank || ">.+-".utf8.contains($0) }
      let names = words.prefix(200).names()
      guard names.count > 1, names[0].startIndex == words.startIndex, definers.contains(names[0].text),
        names[1].startIndex == names[0].endIndex + 1
      else { continue }
      own.insert(names[1])
    }
    return own
  }
}
