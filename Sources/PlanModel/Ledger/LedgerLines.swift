/// The ledger of a source, line by line: which entry of it a statement stands in.
struct LedgerLines {
  private let source: Source
  private let setAside: [Int32]
  private let chatter: [Int32]

  init(_ source: Source, count: Int) {
    self.source = source
    setAside = Self.lines(source.setAside, count: count)
    chatter = Self.lines(source.chatter, count: count)
  }

  /// For each statement the first entry that holds it, or -1. Entries are taken by where they begin, so that each
  /// statement is written once however they overlap.
  private static func lines(_ entries: [LedgerEntry], count: Int) -> [Int32] {
    var lines = [Int32](repeating: -1, count: count)
    var next = 1
    for index in entries.indices.sorted(by: {
      entries[$0].lines.bounds.lowerBound < entries[$1].lines.bounds.lowerBound
    }) {
      let bounds = entries[index].lines.bounds
      next = max(next, bounds.lowerBound)
      while next <= min(bounds.upperBound, count) {
        lines[next - 1] = Int32(truncatingIfNeeded: index)
        next += 1
      }
    }
    return lines
  }

  /// The statements of a run in which nothing carries them, by what the ledger says of them.
  func fates(in run: ClosedRange<Int>) -> [(lines: ClosedRange<Int>, fate: Fate)] {
    var fates: [(lines: ClosedRange<Int>, fate: Fate)] = []
    var first = run.lowerBound
    for line in run where line == run.upperBound || differs(line, line + 1) {
      fates.append((first...line, fate(of: line)))
      first = line + 1
    }
    return fates
  }

  private func differs(_ line: Int, _ other: Int) -> Bool {
    if setAside[line - 1] != setAside[other - 1] { return true }
    return setAside[line - 1] < 0 && chatter[line - 1] != chatter[other - 1]
  }

  private func fate(of line: Int) -> Fate {
    if setAside[line - 1] >= 0 { return .setAside(source.setAside[Int(setAside[line - 1])].why) }
    if chatter[line - 1] >= 0 { return .chatter(source.chatter[Int(chatter[line - 1])].why) }
    return .lost
  }
}
