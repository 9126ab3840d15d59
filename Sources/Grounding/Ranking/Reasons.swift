import CodeIndex

/// Says why a source is thought to be meant, from what its columns were made of.
struct Reasons {
  private let ranking: Ranking

  init(_ ranking: Ranking) { self.ranking = ranking }

  /// What speaks for a source, the strongest first; one at least where it has a word of the text.
  func of(_ source: Int) -> [GroundingReason] {
    let columns = ranking.columns
    var reasons: [GroundingReason] = []
    if columns[.path, source] > 0.2 { reasons.append(.namedPath) }
    if columns[.frame, source] > 0 { reasons.append(.inTrace(isDeepest: columns[.deepestFrame, source] > 0)) }
    let names = defined(source)
    if !names.isEmpty { reasons.append(.defines(names)) }
    if columns[.module, source] >= 0.4 { reasons.append(.namedModule) }
    if max(columns[.titleStem, source], columns[.stemWord, source]) > 0 {
      reasons.append(.calledLike(ModuleNames.stem(ranking.sources.paths[source], ranking.sources.parts)))
    }
    let commits = similarCommits(source)
    if commits > 0 { reasons.append(.commits(commits)) }
    let words = words(source)
    if !words.isEmpty { reasons.append(.words(words)) }
    if columns[.threeWords, source] > 0.3 { reasons.append(.quoted) }
    if columns[.tests, source] > 0.4 { reasons.append(.tests) }
    if columns[.cochange, source] > 0.4 { reasons.append(.cochange) }
    return reasons.isEmpty ? weak(source) : Array(reasons.prefix(Self.most))
  }

  /// What speaks for a source that nothing speaks for strongly.
  private func weak(_ source: Int) -> [GroundingReason] {
    let columns = ranking.columns
    if columns[.module, source] > 0 { return [.namedModule] }
    if columns[.path, source] > 0 { return [.namedPath] }
    let names = ranking.identifiers.filter { $0.owners.contains(source) }.map(\.identifier.name)
    if !names.isEmpty { return [.defines(Array(names.prefix(3)))] }
    let commits = similarCommits(source, from: 0)
    return commits > 0 ? [.commits(commits)] : []
  }

  private static let most = 4

  /// The names that the text mentions for certain and that few sources define.
  private func defined(_ source: Int) -> [String] {
    let owned = ranking.identifiers.filter {
      $0.identifier.strength >= 0.5 && $0.owners.count <= 20 && $0.owners.contains(source)
    }
    let best = owned.enumerated().sorted { one, other in
      let (left, right) = (value(one.element), value(other.element))
      return left == right ? one.offset < other.offset : left > right
    }
    return best.prefix(3).map(\.element.identifier.name)
  }

  private func value(_ entries: IdentifierEntries) -> Double {
    entries.identifier.strength / Double(max(1, entries.owners.count)).squareRoot()
  }

  /// How many of the commits that are like the text changed it; much like it unless told.
  private func similarCommits(_ source: Int, from least: Double = 0.4) -> Int {
    guard let past = ranking.likePast,
      let place = ranking.snapshot.place(of: ranking.sources.sources[source].path)
    else { return 0 }
    return past.commits.count { commit in
      guard commit.score >= least else { return false }
      return past.history.files(of: commit.commit).contains { past.paths.now[Int($0)] == Int32(place) }
    }
  }

  private func words(_ source: Int) -> [String] {
    var values: [(term: Int, value: Double)] = []
    for (term, entries) in ranking.words.entries.enumerated() {
      let weight = ranking.query.logWeights[term] * ranking.words.rarity[term]
      guard weight > 0, let entry = Self.entry(of: source, in: entries) else { continue }
      values.append((term, weight * entry.saturation))
    }
    let best = values.sorted { $0.value == $1.value ? $0.term < $1.term : $0.value > $1.value }
    return best.prefix(3).map { ranking.query.spellings[$0.term] }
  }

  private static func entry(of source: Int, in entries: [WordTable.Entry]) -> WordTable.Entry? {
    var range = entries.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if Int(entries[middle].source) == source { return entries[middle] }
      range =
        Int(entries[middle].source) < source
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
