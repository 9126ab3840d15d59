/// What the weights make of a ranking's columns.
package struct Judgement {
  /// The candidates, the best first.
  private(set) var files: [(source: Int, share: Double)] = []
  /// The functions of the best files, the best first; by place in ``Ranking/units``.
  private(set) var units: [(unit: Int, share: Double)] = []

  init(_ ranking: inout Ranking, _ weights: GroundingWeights) {
    ranking.addUnitShares(weights.units)
    let scores = ranking.candidates.map { weights.files.score(ranking.columns.row($0)) }
    let shares = Self.shares(scores)
    files = scores.order().map { (ranking.candidates[$0], shares[$0]) }
    judgeUnits(ranking, weights.symbols)
  }

  private mutating func judgeUnits(_ ranking: Ranking, _ network: Network) {
    let best = files.prefix(SymbolColumns.files)
    let ranks = Dictionary(uniqueKeysWithValues: best.enumerated().map { ($1.source, $0) })
    let chosen = ranking.units.units.indices.filter { ranks[ranking.units.units[$0].source] != nil }
    let places = chosen.map { ranks[ranking.units.units[$0].source] ?? 0 }
    let rows = SymbolColumns.rows(ranking.units.columns, of: chosen, files: places, shares: best.map(\.share))
    let scores = rows.map(network.score)
    let shares = Self.shares(scores)
    units = scores.order().map { (chosen[$0], shares[$0]) }
  }

  /// What each has of the whole: the exponential of its score, all of them together 1.
  package static func shares(_ scores: [Double]) -> [Double] {
    let most = scores.max() ?? 0
    let values = scores.map { Logarithm.exponential($0 - most) }
    let sum = values.reduce(0, +)
    return values.map { $0 / max(1e-300, sum) }
  }
}

extension Ranking {
  /// What functions, judged by themselves, say of their files.
  mutating func addUnitShares(_ network: Network) {
    columns[.bestFunction] = zeros().map { _ in -9 }
    columns[.functionShare] = zeros().map { _ in Logarithm.natural(1e-5) }
    guard !units.units.isEmpty else { return }
    let scores = SymbolColumns.rows(units.columns, of: Array(units.units.indices)).map(network.score)
    setUnitShares(scores)
  }

  private mutating func setUnitShares(_ scores: [Double]) {
    let shares = UnitShares(scores, files: units.units.map(\.source), count: count)
    columns[.bestFunction] = shares.best
    columns[.functionShare] = shares.logShares
  }
}

/// What the scores of functions say of files.
package struct UnitShares {
  /// By file: its best function against the best of all; -9 without functions, and for what is worse.
  package private(set) var best: [Double]
  /// By file: the logarithm of what its functions have of the whole.
  package private(set) var logShares: [Double]

  package init(_ scores: [Double], files: [Int], count: Int) {
    best = [Double](repeating: -9, count: count)
    var shares = [Double](repeating: 0, count: count)
    let most = scores.max() ?? 0
    for ((score, share), file) in zip(zip(scores, Judgement.shares(scores)), files) {
      best[file] = max(best[file], score - most)
      shares[file] += share
    }
    logShares = shares.map { Logarithm.natural($0 + 1e-5) }
  }
}
