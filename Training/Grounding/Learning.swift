import Grounding

/// Learns all three judges from examples, and judges examples that they were not learned from.
struct Learning {
  var examples: [Example]

  /// The largest repositories by themselves, small ones together: what is judged is never of a repository that was learned
  /// from.
  private static let groups = [
    "django/django": 0, "sympy/sympy": 1, "matplotlib/matplotlib": 2, "mwaskom/seaborn": 2, "sphinx-doc/sphinx": 3,
    "pallets/flask": 3, "psf/requests": 3, "pytest-dev/pytest": 4, "pylint-dev/pylint": 4, "astropy/astropy": 4,
    "scikit-learn/scikit-learn": 5, "pydata/xarray": 5,
  ]

  private var folds: [Int] { examples.map { Self.groups[$0.instance.repository] ?? 6 } }

  /// Weights from all examples, and scores of each by weights of the others.
  func run() -> (weights: GroundingWeights, files: [[Double]], symbols: [SymbolScores]) {
    var examples = examples
    let units = crossed(examples, .linear, unitGroup) { network, example in
      SymbolColumns.rows(example.record.unitColumns, of: Array(example.record.units.indices)).map(network.score)
    }
    for index in examples.indices { examples[index].setShares(units.scores[index]) }
    let files = crossed(examples, .files, fileGroup) { network, example in example.record.rows.map(network.score) }
    var tables: [SymbolTable] = []
    for (example, scores) in zip(examples, files.scores) { tables.append(SymbolTable(example, scores)) }
    let symbols = crossed(tables, .linear, { NetworkTrainer.Group(rows: $0.rows, isRight: $0.isRight) }) {
      network, table in table.rows.map(network.score)
    }
    return (
      GroundingWeights(units: units.all, files: files.all, symbols: symbols.all), files.scores,
      zip(tables, symbols.scores).map { SymbolScores(names: $0.names, scores: $1) }
    )
  }

  private func crossed<Item>(
    _ items: [Item], _ trainer: NetworkTrainer, _ group: (Item) -> NetworkTrainer.Group,
    _ score: (Network, Item) -> [Double]
  ) -> (all: Network, scores: [[Double]]) {
    let groups = items.map(group)
    var scores = [[Double]](repeating: [], count: items.count)
    for fold in Set(folds).sorted() {
      let network = trainer.network(items.indices.filter { folds[$0] != fold }.map { groups[$0] })
      for index in items.indices where folds[index] == fold { scores[index] = score(network, items[index]) }
    }
    return (trainer.network(groups), scores)
  }

  /// The best by words, and all right ones: what is far off teaches nothing.
  private func fileGroup(_ example: Example) -> NetworkTrainer.Group {
    let lexical = example.record.rows.map { $0[Column.lexical.rawValue] }
    let isGold = example.isGold
    let near = Set(lexical.indices.sorted { (lexical[$1], $0) < (lexical[$0], $1) }.prefix(60))
    let kept = lexical.indices.filter { near.contains($0) || isGold[$0] }
    return NetworkTrainer.Group(rows: kept.map { example.record.rows[$0] }, isRight: kept.map { isGold[$0] })
  }

  private func unitGroup(_ example: Example) -> NetworkTrainer.Group {
    let lexical = example.record.rows.map { $0[Column.lexical.rawValue] }
    let isGold = example.isGoldUnit
    let near = Set(lexical.indices.sorted { (lexical[$1], $0) < (lexical[$0], $1) }.prefix(60))
    let all = SymbolColumns.rows(example.record.unitColumns, of: Array(example.record.units.indices))
    let kept = all.indices.filter { near.contains(example.record.units[$0].file) || isGold[$0] }
    return NetworkTrainer.Group(rows: kept.map { all[$0] }, isRight: kept.map { isGold[$0] })
  }
}

extension Example {
  /// Fills in what functions say of their files.
  mutating func setShares(_ scores: [Double]) {
    guard !scores.isEmpty else { return }
    let shares = UnitShares(scores, files: record.units.map(\.file), count: record.paths.count)
    for index in record.rows.indices {
      record.rows[index][Column.bestFunction.rawValue] = shares.best[index]
      record.rows[index][Column.functionShare.rawValue] = shares.logShares[index]
    }
  }
}

/// The functions of the best files of one question.
struct SymbolTable {
  var names: [String] = []
  var rows: [[Double]] = []
  var isRight: [Bool] = []

  init(_ example: Example, _ scores: [Double]) {
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
    isRight = chosen.map { example.isGoldUnit[$0] }
  }
}

struct SymbolScores {
  var names: [String]
  var scores: [Double]

  /// Without what is there twice, the best first.
  var ranked: [String] {
    var seen: Set<String> = []
    return scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }.map { names[$0] }.filter {
      seen.insert($0).inserted
    }
  }
}
