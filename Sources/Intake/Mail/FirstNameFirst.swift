/// Puts the first name first, where a directory has the last name first: `Weiß, Jürgen` is `Jürgen Weiß`.
enum FirstNameFirst {
  /// What stands behind a comma without being a first name.
  private static let titles: Set<String> = [
    "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md", "m.d.", "mba", "esq", "esq.", "cpa", "dds", "rn",
    "inc", "inc.", "llc", "ltd", "ltd.", "gmbh", "ag", "corp", "corp.", "co", "co.", "bsc", "msc", "dr", "dr.", "prof",
  ]

  static func of(_ name: String) -> String {
    let parts = name.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return name }
    let (last, first) = (words(parts[0]), words(parts[1]))
    guard 1...3 ~= last.count, 1...2 ~= first.count, (last + first).allSatisfy(isName) else { return name }
    guard !first.contains(where: { titles.contains($0.lowercased()) }) else { return name }
    return (first + last).joined(separator: " ")
  }

  private static func words(_ part: Substring) -> [String] { part.split(separator: " ").map(String.init) }

  /// Letters with a capital first; `von` and `de` stand in names, too.
  private static func isName(_ word: String) -> Bool {
    guard word.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" || $0 == "." }) else { return false }
    let isParticle = ["von", "van", "der", "den", "de", "del", "di", "da", "la", "le", "zu", "af"].contains(word)
    return isParticle || word.first?.isUppercase == true
  }
}
