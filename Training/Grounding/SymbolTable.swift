import Grounding

/// The functions of the best files of one question.
struct SymbolTable {
  var names: [String] = []
  var rows: [[Double]] = []
  var isRight: [Bool] = []
  var weight: Double

  init(_ example: Example, _ scores: [Double]) {
    weight = example.instance.weight
    let shares = Judgement.shares(scores)
    let best = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(SymbolColumns.files)
    let ranks = Dictionary(uniqueKeysWithValues: best.enumerated().map { ($1, $0) })
    let units = example.record.units
    let chosen = units.indices.filter { ranks[units[$0].file] != nil }
    guard !chosen.isEmpty else { return }
    rows = SymbolColumns.rows(
      example.record.unitColumns, of: chosen, files: chosen.map { ranks[units[$0].file] ?? 0 },
      shares: best.map { shares[$0] })
    names = chosen.map { example.record.paths[units[$0].file] + "::" + units[$0].symbol }
    let isGold = example.isGoldUnit
    isRight = chosen.map { isGold[$0] }
  }
}

/// The functions of one question, judged.
struct SymbolScores {
  var names: [String]
  var isRight: [Bool]
  var scores: [Double]

  /// Without what is there twice, the best first.
  var ranked: [String] {
    var seen: Set<String> = []
    return scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }.map { names[$0] }.filter {
      seen.insert($0).inserted
    }
  }
}
