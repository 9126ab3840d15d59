import Foundation
import Grounding

/// What learning came to, as lines of text.
struct Report {
  let examples: [Example]
  let outcome: Learning.Outcome

  /// A line for all, for each set, and for each repository where that is wished.
  func lines(byRepository: Bool) -> [String] {
    let sets = Set(examples.flatMap(\.instance.sets)).sorted()
    var lines = sets.map { set in line(set) { $0.sets.contains(set) } }
    lines.append(line("all") { _ in true })
    guard byRepository else { return lines }
    let repositories = Set(examples.map(\.instance.repository)).sorted()
    return lines + repositories.map { name in line(name) { $0.repository == name } }
  }

  private func line(_ name: String, _ isMeant: (Instance) -> Bool) -> String {
    var words = Measures()
    var files = Measures()
    var symbols = Measures()
    var losses: [Double] = []
    for (index, example) in examples.enumerated() where isMeant(example.instance) {
      let lexical = example.record.rows.map { $0[Column.lexical.rawValue] }
      words.add(ranked(example, lexical), right: example.instance.files)
      files.add(ranked(example, outcome.files[index]), right: example.instance.files)
      if let loss = loss(outcome.files[index], example.isGold) { losses.append(loss) }
      let right = example.rightSymbols
      if !right.isEmpty { symbols.add(outcome.symbols[index].ranked, right: right) }
    }
    let loss = (losses.reduce(0, +) / Double(max(1, losses.count)) * 1000).rounded() / 1000
    return "\(name): words \(words.line); files \(files.line), loss \(loss); functions \(symbols.line)"
  }

  /// How little the right candidates have of the whole, as a logarithm: what is smoother than the first places.
  private func loss(_ scores: [Double], _ isRight: [Bool]) -> Double? {
    let shares = Judgement.shares(scores)
    let right = zip(shares, isRight).filter(\.1).map { -log($0.0) }
    return right.isEmpty ? nil : right.reduce(0, +) / Double(right.count)
  }

  private func ranked(_ example: Example, _ scores: [Double]) -> [String] {
    scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }.map { example.record.paths[$0] }
  }
}

extension Example {
  /// The functions that were changed: as named, or those that have the lines and are known.
  fileprivate var rightSymbols: Set<String> {
    if instance.lines.isEmpty { return instance.symbols }
    let isGold = isGoldUnit
    return Set(
      record.units.indices.filter { isGold[$0] }.map { unit in
        record.paths[record.units[unit].file] + "::" + record.units[unit].symbol
      })
  }
}
