#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The words around a number, which tell whether more of it is better: a time to wait may not grow, a stock may not shrink.
package struct NumberContext: Sendable {
  package let traits: [Trait]

  /// Reads the number that stands in a place of its unit, with what its words were read as.
  init(_ quantity: Quantity, in side: WordedSide) {
    let near = side.neighbourhood(of: quantity.index)
    var names = [
      "always", "read \(quantity.reading)", "read \(quantity.reading)\(quantity.picksSome ? " of some" : "")",
      "unit \(quantity.unit.kind)",
    ]
    for index in near where index != quantity.index {
      if quantity.range.contains(index) {
        names.append("in " + side.word(index))
        continue
      }
      let meaning = side.meaning(at: index)
      if meaning.isEmpty || meaning.first?.isNumber ?? false { continue }
      let isBefore = index < quantity.range.lowerBound
      names += ["near " + meaning, (isBefore ? "before " : "after ") + meaning]
      let distance = quantity.range.lowerBound - index
      if (1...3).contains(distance) { names.append((distance == 1 ? "right before " : "shortly before ") + meaning) }
      if (0..<2).contains(index - quantity.range.upperBound) { names.append("right after " + meaning) }
    }
    if side.isSubject(quantity.index) { names.append("subject") }
    if side.isCondition(quantity.index) { names.append("in a condition") }
    traits = Set(names).sorted().map { Trait($0, gained: 1) }
  }

  /// From 1, where more is better, to -1, where less is.
  var lean: Double { tanh(WeightTable.numbers.gain(traits) / 2) }

  /// That of the last number of a text, for who learns from texts; nil where there is none.
  package static func last(in text: String) -> NumberContext? {
    let side = WordedSide(text)
    return side.quantities.last.map { NumberContext($0, in: side) }
  }

  /// That of the one number that differs between two wordings, and whether it grew; nil where there is not one.
  package static func moved(in rewording: Rewording) -> (context: NumberContext, grew: Bool)? {
    func alone(_ side: WordedSide, _ other: WordedSide) -> Quantity? {
      let differing = side.quantities.filter { quantity in
        !other.quantities.contains { $0.value == quantity.value && $0.unit == quantity.unit }
      }
      return differing.count == 1 ? differing.first : nil
    }
    guard rewording.hunks.count <= 2, let old = alone(rewording.before, rewording.after),
      let new = alone(rewording.after, rewording.before), old.unit.isComparable(with: new.unit)
    else { return nil }
    return (NumberContext(old, in: rewording.before), new.value > old.value)
  }
}

extension Unit {
  fileprivate var kind: String {
    if case .things = self { return "things" }
    return "\(self)"
  }
}
