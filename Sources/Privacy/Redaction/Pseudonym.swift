/// A word that stands for a value that was redacted: `[email-1]`.
package struct Pseudonym: Hashable, Sendable {
  package var kind: Kind
  /// From 1; the same value has the same number.
  package var number: Int

  package init(_ kind: Kind, _ number: Int) {
    self.kind = kind
    self.number = number
  }

  package var text: String { "[\(kind.name)-\(number)]" }

  struct Place: Hashable, Sendable {
    var pseudonym: Pseudonym
    var range: Range<Int>
  }

  /// More digits are no number that was ever given.
  private static let digitLimit = 9

  /// The pseudonyms of these kinds that stand in `bytes`, from left to right.
  static func all(in bytes: [UInt8], of kinds: [Kind]) -> [Place] {
    let names = kinds.map { (kind: $0, name: Array($0.name.utf8)) }
    var places: [Place] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == .openSquare, let place = place(in: bytes, at: index, names) {
        places.append(place)
        index = place.range.upperBound
      } else {
        index += 1
      }
    }
    return places
  }

  private static func place(
    in bytes: [UInt8], at index: Int, _ names: [(kind: Kind, name: [UInt8])]
  ) -> Place? {
    for (kind, name) in names where bytes.holds(name, at: index + 1) && bytes.byte(index + 1 + name.count) == .dash {
      let start = index + name.count + 2
      let end = bytes.end(from: start, limit: digitLimit + 1) { $0.isDigit }
      guard (1...digitLimit).contains(end - start), bytes.byte(end) == .closeSquare else { continue }
      let number = bytes[start..<end].reduce(0) { $0 * 10 + $1.digitValue }
      return Place(pseudonym: Pseudonym(kind, number), range: index..<end + 1)
    }
    return nil
  }
}
