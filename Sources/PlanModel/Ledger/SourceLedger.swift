/// Where each statement of a source went.
///
/// A conversation that was taken in again adds below what is new (`Revision`), so that each statement has one line, and
/// counts once, however many originals hold it.
package struct SourceLedger: Sendable {
  package let source: Source
  /// All statements, in their order.
  package let stretches: [Stretch]
  package let counts: FateCounts

  /// - Parameter places: the citations of this source, in the order of the plan.
  init(_ source: Source, _ places: [(item: CitingItem, place: CitingItem.Place)]) {
    self.source = source
    let count = source.statements.count
    let carriers = Carrier.all(of: count, in: places)
    let ledger = LedgerLines(source, count: count)
    var sweep = CarrierSweep(carriers, count: count)
    var stretches: [Stretch] = []
    while let (lines, carriers, others) = sweep.next() {
      if sweep.carries {
        stretches.append(Stretch(lines: lines, fate: .carried, carriers: carriers, others: others))
      } else {
        for (lines, fate) in ledger.fates(in: lines) {
          stretches.append(Stretch(lines: lines, fate: fate, carriers: carriers, others: others))
        }
      }
    }
    self.stretches = stretches
    counts = stretches.reduce(into: FateCounts()) { $0.add($1.fate, $1.lines.count) }
  }

  /// The stretch that holds a statement.
  package func stretch(of line: Int) -> Stretch? {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].lines.upperBound < line { low = middle + 1 } else { high = middle }
    }
    return low < stretches.count && stretches[low].lines.contains(line) ? stretches[low] : nil
  }
}

/// A plan's statements, and what became of them.
package struct Ledger: Sendable {
  package let sources: [SourceLedger]
  /// What carries or would carry statements, by id.
  package let items: [ItemID: CitingItem]

  /// - Parameter citing: the items of the plan.
  package init(of sources: [Source], in citing: [CitingItem]) {
    var places: [ItemID: [(item: CitingItem, place: CitingItem.Place)]] = [:]
    for item in citing {
      for place in item.places { places[place.citation.source.any, default: []].append((item, place)) }
    }
    self.sources = sources.map { SourceLedger($0, places[$0.id.any] ?? []) }
    items = Dictionary(citing.map { ($0.id, $0) }) { first, _ in first }
  }

  package var counts: FateCounts { sources.reduce(FateCounts()) { $0 + $1.counts } }
}

/// The carriers of a source's statements from the first to the last, one run of statements with the same ones at a time.
private struct CarrierSweep {
  private let carriers: [Carrier]
  private let count: Int
  /// Carriers by where they begin, and by where they end.
  private var beginning: ArraySlice<Int>
  private var ending: ArraySlice<Int>
  /// Those that cite the present statement, in order.
  private var active: [Int] = []
  private var line = 1
  private var inForce = 0

  init(_ carriers: [Carrier], count: Int) {
    self.carriers = carriers
    self.count = count
    beginning = carriers.indices.sorted { carriers[$0].lines.lowerBound < carriers[$1].lines.lowerBound }[...]
    ending = carriers.indices.sorted { carriers[$0].lines.upperBound < carriers[$1].lines.upperBound }[...]
  }

  /// Whether one that is not dropped cites the statements that were given last.
  private(set) var carries = false

  mutating func next() -> (lines: ClosedRange<Int>, carriers: [Carrier], others: Int)? {
    guard line <= count else { return nil }
    while let index = ending.first, carriers[index].lines.upperBound < line {
      active.remove(at: place(of: index))
      if !carriers[index].isDropped { inForce -= 1 }
      ending = ending.dropFirst()
    }
    while let index = beginning.first, carriers[index].lines.lowerBound <= line {
      active.insert(index, at: place(of: index))
      if !carriers[index].isDropped { inForce += 1 }
      beginning = beginning.dropFirst()
    }
    let nextBeginning = beginning.first.map { carriers[$0].lines.lowerBound - 1 } ?? count
    let nextEnd = ending.first.map { carriers[$0].lines.upperBound } ?? count
    let lines = line...min(nextBeginning, nextEnd, count)
    line = lines.upperBound + 1
    carries = inForce > 0
    let shown = active.prefix(Stretch.carrierLimit).map { carriers[$0] }
    return (lines, shown, active.count - shown.count)
  }

  /// Where a carrier stands among the active ones, or would.
  private func place(of index: Int) -> Int {
    var (low, high) = (0, active.count)
    while low < high {
      let middle = (low + high) / 2
      if active[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The ledger of a source, line by line: which entry of it a statement stands in.
private struct LedgerLines {
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
