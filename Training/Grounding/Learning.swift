import Grounding

/// Learns all three judges from examples, and judges examples by weights that were learned from other repositories.
struct Learning {
  private var examples: [Example]
  private let without: Set<Column>
  private let judge: NetworkTrainer
  /// By example: those of one repository are together.
  private let folds: [Int]

  /// - Parameters:
  ///   - judge: how files are learned.
  ///   - family: what is left out.
  init(_ examples: [Example], _ judge: NetworkTrainer = .files, without family: Family? = nil) {
    self.examples = examples
    self.judge = judge
    without = Set(family?.columns ?? [])
    folds = Self.folds(examples.map(\.instance.repository))
    for index in examples.indices {
      for row in examples[index].record.rows.indices {
        for column in without { self.examples[index].record.rows[row][column.rawValue] = 0 }
      }
    }
  }

  private static let foldCount = 6

  /// The largest repositories first, each into the fold that has the least.
  private static func folds(_ repositories: [String]) -> [Int] {
    let counts = Dictionary(repositories.map { ($0, 1) }, uniquingKeysWith: +)
    var sizes = [Int](repeating: 0, count: foldCount)
    var folds: [String: Int] = [:]
    for (name, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      let fold = sizes.indices.min { sizes[$0] < sizes[$1] } ?? 0
      folds[name] = fold
      sizes[fold] += count
    }
    return repositories.map { folds[$0] ?? 0 }
  }

  struct Outcome {
    var weights: GroundingWeights
    /// By example, scores of its candidates by weights of other repositories.
    var files: [[Double]]
    var symbols: [SymbolScores]
  }

  func run() -> Outcome {
    var examples = examples
    let units = crossed(examples, .linear, unitGroup) { network, example in example.unitRows.map(network.score) }
    for index in examples.indices { setShares(units.scores[index], of: &examples[index]) }
    let files = crossed(examples, judge, fileGroup) { network, example in example.record.rows.map(network.score) }
    var tables: [SymbolTable] = []
    for (example, scores) in zip(examples, files.scores) { tables.append(SymbolTable(example, scores)) }
    let symbols = crossed(
      tables, .linear, { .init($0.rows, $0.isRight, weight: $0.weight, keeping: Array($0.rows.indices)) }
    ) { network, table in table.rows.map(network.score) }
    return Outcome(
      weights: GroundingWeights(units: units.all, files: files.all, symbols: symbols.all), files: files.scores,
      symbols: zip(tables, symbols.scores).map { SymbolScores(names: $0.names, isRight: $0.isRight, scores: $1) })
  }

  private func crossed<Item>(
    _ items: [Item], _ trainer: NetworkTrainer, _ group: (Item) -> NetworkTrainer.Group,
    _ score: (Network, Item) -> [Double]
  ) -> (all: Network, scores: [[Double]]) {
    let groups = items.map(group)
    let others = (0..<Self.foldCount).map { fold in items.indices.filter { folds[$0] != fold } }
    let networks = trainer.networks(groups, others + [Array(items.indices)])
    return (networks[Self.foldCount], items.indices.map { score(networks[folds[$0]], items[$0]) })
  }

  /// The best by words, and all right ones: what is far off teaches nothing.
  private func fileGroup(_ example: Example) -> NetworkTrainer.Group {
    let lexical = example.record.rows.map { $0[Column.lexical.rawValue] }
    return .init(
      example.record.rows, example.isGold, weight: example.instance.weight,
      keeping: Self.best(lexical, 60, and: example.isGold))
  }

  private func unitGroup(_ example: Example) -> NetworkTrainer.Group {
    let words = example.record.unitColumns.first ?? []
    return .init(
      example.unitRows, example.isGoldUnit, weight: example.instance.weight,
      keeping: Self.best(words, 300, and: example.isGoldUnit))
  }

  private static func best(_ values: [Double], _ count: Int, and right: [Bool]) -> [Int] {
    let best = Set(values.indices.sorted { (values[$1], $0) < (values[$0], $1) }.prefix(count))
    return values.indices.filter { best.contains($0) || right[$0] }
  }

  /// Fills in what functions say of their files.
  private func setShares(_ scores: [Double], of example: inout Example) {
    let files = example.record.units.map(\.file)
    let shares = UnitShares(scores, files: files, count: example.record.paths.count)
    for index in example.record.rows.indices where !scores.isEmpty {
      if !without.contains(.bestFunction) {
        example.record.rows[index][Column.bestFunction.rawValue] = shares.best[index]
      }
      if !without.contains(.functionShare) {
        example.record.rows[index][Column.functionShare.rawValue] = shares.logShares[index]
      }
    }
  }
}

extension Example {
  fileprivate var unitRows: [[Double]] { SymbolColumns.rows(record.unitColumns, of: Array(record.units.indices)) }
}
