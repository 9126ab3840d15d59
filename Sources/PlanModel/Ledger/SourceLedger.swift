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
