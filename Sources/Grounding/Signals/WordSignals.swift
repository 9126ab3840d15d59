extension Ranking {
  /// How well the words of a source fit those of the text.
  mutating func addWords() {
    columns[.base] = words.scores(query.weights).scaled()
    columns[.log] = words.scores(query.logWeights).scaled()
    columns[.prose] = words.scores(query.plain).scaled()
    columns[.code] = words.scores(query.blocks).scaled()
    columns[.title] = words.scores(query.title).scaled()
    columns[.lead] = words.scores(query.lead).scaled()
    columns[.leadNames] = words.nameScores(query.lead).scaled()
    columns[.titleLead] = words.scores(zip(query.title, query.lead).map { 2 * $0 + $1 }).scaled()
    columns[.fineProse] = words.scores(query.prose).scaled()
    columns[.fineCode] = words.scores(query.code).scaled()
    let inTitle = query.title.map { $0 > 0 ? 1.0 : 0 }
    columns[.coverage] = words.coverage(query.logWeights)
    columns[.titleCoverage] = words.coverage(inTitle)
    columns[.codeCoverage] = words.coverage(query.blocks.map { $0 > 0 ? 1 : 0 })
    columns[.titleNamed] = words.coverage(inTitle, onlyNamed: true)
    addRare(inTitle)
  }

  /// The words that few sources have.
  private mutating func addRare(_ inTitle: [Double]) {
    var rare = zeros()
    var titleRare = zeros()
    var named = zeros()
    var rarest = zeros()
    let most = max(1e-9, words.rarity.max() ?? 0)
    for (term, entries) in words.entries.enumerated() {
      let isRare = entries.count <= 10
      let holders = entries.count { $0.path + $0.names > 0 }
      let strength = inTitle[term] * (words.rarity[term] / most) * (words.rarity[term] / most)
      guard isRare || holders <= 10 || strength > 0 else { continue }
      for entry in entries {
        let source = Int(entry.source)
        if isRare {
          rare[source] += query.logWeights[term] / Double(entries.count)
          titleRare[source] += inTitle[term] / Double(entries.count)
        }
        if holders <= 10, entry.path + entry.names > 0 { named[source] += query.logWeights[term] / Double(holders) }
        rarest[source] = max(rarest[source], strength)
      }
    }
    columns[.rare] = rare.map(Logarithm.of1plus).scaled()
    columns[.titleRare] = titleRare.map(Logarithm.of1plus).scaled()
    columns[.rareNamed] = named.map(Logarithm.of1plus).scaled()
    columns[.rarest] = rarest
  }
}
