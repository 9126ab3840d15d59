/// The words of one file in their order, with lines: to look into the files that a question is about.
package struct WordSequence: Sendable {
  package struct Place: Hashable, Sendable {
    /// Into ``names``.
    package let name: Int
    /// From 1.
    package let line: Int
    package let field: Field
  }

  /// The distinct words, as they stand there.
  package let names: [String]
  package let places: [Place]

  package init(names: [String] = [], places: [Place] = []) {
    self.names = names
    self.places = places
  }

  init(stored bytes: [UInt8]) throws(ByteReader.Damage) {
    guard !bytes.isEmpty else {
      self.init()
      return
    }
    var reader = try ByteReader(checked: bytes)
    var names: [String] = []
    for _ in 0..<(try reader.count()) { names.append(try reader.text()) }
    var places: [Place] = []
    var line = 0
    let count = try reader.count()
    places.reserveCapacity(count)
    for _ in 0..<count {
      let head = try reader.number()
      if head & 1 != 0 { line &+= try reader.number() }
      guard head >= 0, head >> 3 < names.count else { throw ByteReader.Damage() }
      let field: Field =
        switch head >> 1 & 3 {
        case 0: .code
        case 1: .comment
        default: .string
        }
      places.append(Place(name: head >> 3, line: line, field: field))
    }
    self.init(names: names, places: places)
  }
}
