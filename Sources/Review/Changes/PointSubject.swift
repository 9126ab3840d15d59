/// What a point of a list is about, whatever its numbers are: `Answers within 200 ms` is about answers and a time.
///
/// A number is what changes most often where the rest stays; so only what it counts is compared, and counts half.
struct PointSubject {
  private let words: Set<String>
  private let units: Set<Unit>

  init(_ text: String) {
    let side = WordedSide(text)
    let counted = side.quantities.flatMap { Array($0.range.lowerBound..<max($0.range.upperBound, $0.amountEnd)) }
    let numbers = Set(counted)
    words = Set(side.words.indices.filter { !numbers.contains($0) }.map { side.contents[$0] }).subtracting([""])
    units = Set(side.quantities.map(\.unit).filter { if case .things = $0 { false } else { true } })
  }

  private var weight: Double { Double(words.count) + Double(units.count) / 2 }

  /// From 0 to 1: how much of the shorter one the other speaks of too.
  func likeness(to other: PointSubject) -> Double {
    let shared = Double(words.intersection(other.words).count) + Double(units.intersection(other.units).count) / 2
    return shared / max(0.5, min(weight, other.weight))
  }
}
