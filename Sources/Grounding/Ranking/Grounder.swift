package import CodeIndex

/// Finds the files and functions that a text is about, in the code of one commit.
///
/// The same text and commit give the same answer, to the last digit.
package struct Grounder {
  private let snapshot: Snapshot
  private let weights: GroundingWeights

  package init(_ snapshot: Snapshot, weights: GroundingWeights = .builtIn) {
    self.snapshot = snapshot
    self.weights = weights
  }

  /// The best files, the best first. The functions are those of all files shown, and few of any one.
  package func files(for query: Query, limit: Int) throws(CodeIndexError) -> [GroundedFile] {
    try answer(to: query, limit: limit).files
  }

  /// The best files, with what was found on the way.
  package func answer(to query: Query, limit: Int) throws(CodeIndexError) -> GroundAnswer {
    guard !query.isEmpty else { return GroundAnswer(files: [], ranking: nil) }
    var ranking = try Ranking(query, snapshot)
    let judgement = Judgement(&ranking, weights)
    let reasons = Reasons(ranking)
    var symbols: [Int: [GroundedSymbol]] = [:]
    for (unit, share) in judgement.units {
      let one = ranking.units.units[unit]
      guard symbols[one.source, default: []].count < Self.mostSymbols else { continue }
      // Several definitions of one name are one place.
      guard !symbols[one.source, default: []].contains(where: { $0.name == one.symbol }) else { continue }
      symbols[one.source, default: []].append(
        GroundedSymbol(name: one.symbol, kind: one.kind, lines: one.lines, score: share))
    }
    let files = judgement.files.prefix(limit).map { source, share in
      GroundedFile(
        path: ranking.sources.sources[source].path, score: share, reasons: reasons.of(source),
        symbols: symbols[source] ?? [])
    }
    return GroundAnswer(files: Array(files), ranking: ranking)
  }

  /// So many functions of one file are told at most.
  package static let mostSymbols = 10
}

/// The best files for a question, with what they were found by.
package struct GroundAnswer {
  /// The best first.
  package let files: [GroundedFile]
  let ranking: Ranking?

  /// What the past has that is like the question; nil where there is no past.
  package var past: LikePast? { ranking?.likePast }
}
