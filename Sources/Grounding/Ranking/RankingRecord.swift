package import CodeIndex

/// All that a question's ranking knows, for whoever learns weights from it.
package struct RankingRecord: Sendable {
  /// The candidates, by path.
  package var paths: [String] = []
  /// By candidate, the columns.
  package var rows: [[Double]] = []
  /// The functions of the candidates: by place among them, name, and lines.
  package var units: [(file: Int, symbol: String, lines: ClosedRange<Int>)] = []
  /// By column, then function.
  package var unitColumns: [[Double]] = []

  /// The columns that judge functions by themselves are left as they are without any.
  package init(_ query: Query, _ snapshot: Snapshot) throws(CodeIndexError) {
    var ranking = try Ranking(query, snapshot)
    ranking.addUnitShares(Network([]))
    let places = Dictionary(uniqueKeysWithValues: ranking.candidates.enumerated().map { ($1, $0) })
    paths = ranking.candidates.map { ranking.sources.sources[$0].path }
    rows = ranking.candidates.map(ranking.columns.row)
    units = ranking.units.units.map { (places[$0.source] ?? 0, $0.symbol, $0.lines) }
    unitColumns = ranking.units.columns
  }

  package init() {}
}
