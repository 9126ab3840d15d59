import CodeIndex

/// Where a name that a text mentions stands among the sources.
struct IdentifierEntries: Sendable {
  let identifier: NamedIdentifier
  /// By source: how often in code.
  let uses: [(source: Int, count: Double)]
  /// The sources that define it.
  let owners: [Int]
  let rarity: Double
  /// Whether it is looked for as it stands there: words of a language are not.
  let isLookedFor: Bool
}

extension Ranking {
  /// Looks the names of a text up, as they stand there.
  mutating func findIdentifiers() throws(CodeIndexError) {
    let postings = try snapshot.postings(ofNames: query.identifiers.map(\.name))
    for (identifier, postings) in zip(query.identifiers, postings) {
      var uses: [(source: Int, count: Double)] = []
      var owners: [Int] = []
      for posting in postings {
        guard let source = sources.source(posting.file) else { continue }
        if posting.isDefined { owners.append(source) }
        if posting.count > 0 { uses.append((source, Double(posting.count))) }
      }
      guard !uses.isEmpty || !owners.isEmpty else { continue }
      let bytes = Array(identifier.name.utf8)[...]
      let isName = bytes.count >= 4 || NamedIdentifier.isMarked(bytes)
      identifiers.append(
        IdentifierEntries(
          identifier: identifier, uses: uses, owners: owners, rarity: Logarithm.rarity(uses.count, of: count),
          isLookedFor: identifier.strength >= 0.4 && isName && !uses.isEmpty))
    }
  }

  /// How much the names of a text are used.
  mutating func addIdentifiers() {
    var scores = zeros()
    var covered = zeros()
    var all = 0.0
    for entries in identifiers where entries.isLookedFor {
      let weight = entries.identifier.strength * entries.rarity
      all += weight
      for (source, count) in entries.uses {
        let share = count / (0.5 + 0.5 * words.bodyLengths[source] / words.meanBody)
        scores[source] += weight * share / (2 + share)
        covered[source] += weight
      }
    }
    columns[.identifiers] = scores.scaled()
    columns[.identifierCoverage] = covered.map { $0 / max(1e-9, all) }
  }
}
