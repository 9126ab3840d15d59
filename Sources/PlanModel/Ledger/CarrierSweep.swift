/// The carriers of a source's statements from the first to the last, one run of statements with the same ones at a time.
struct CarrierSweep {
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
