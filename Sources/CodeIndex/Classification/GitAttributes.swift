import PlanModel

/// What `.gitattributes` files say of generated, vendored and documenting files, in the words of GitHub's linguist
/// (gitattributes(5); <https://github.com/github-linguist/linguist/blob/main/docs/overrides.md>).
struct GitAttributes {
  private struct Rule {
    let folder: String
    let glob: Glob
    let trait: FileTraits
    let isSet: Bool
  }

  /// In the order in which they count: the last that matches decides.
  private var rules: [Rule] = []

  /// More rules than this are nobody's.
  private static let most = 2000

  private static let names: [Substring: FileTraits] = [
    "linguist-generated": .generated, "linguist-vendored": .vendored, "linguist-documentation": .documentation,
  ]

  /// Takes the rules of one file; files nearer to the top come first.
  mutating func read(_ bytes: [UInt8], folder: String) {
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let words = line.split { $0 == " " || $0 == "\t" }
      guard let pattern = words.first, !pattern.hasPrefix("#"), pattern.utf8.count < 500 else { continue }
      for word in words.dropFirst() {
        guard let (trait, isSet) = Self.trait(word), rules.count < Self.most else { continue }
        rules.append(Rule(folder: folder, glob: Glob(String(pattern)), trait: trait, isSet: isSet))
      }
    }
  }

  private static func trait(_ word: Substring) -> (FileTraits, isSet: Bool)? {
    if word.hasPrefix("-") { return names[word.dropFirst()].map { ($0, false) } }
    let parts = word.split(separator: "=", maxSplits: 1)
    guard let first = parts.first else { return nil }
    return names[first].map { ($0, parts.count == 1 || parts[1] != "false") }
  }

  var isEmpty: Bool { rules.isEmpty }

  /// `traits` as the rules want them.
  func applied(to traits: FileTraits, of path: String) -> FileTraits {
    var traits = traits
    for rule in rules where path.hasPrefix(rule.folder) && rule.glob.matches(String(path.dropFirst(rule.folder.count)))
    {
      if rule.isSet { traits.insert(rule.trait) } else { traits.remove(rule.trait) }
    }
    return traits
  }
}
