/// The words of one file in their order, with lines: to look into the files that a question is about.
package struct WordSequence: Sendable {
  package struct Place: Hashable, Sendable {
    /// Into the distinct words.
    package let name: Int32
    /// From 1.
    package let line: Int32
    package let field: Field
  }

  package let places: [Place]
  /// The distinct words, as they stand there: where each stands in `bytes`.
  private let ranges: [Range<Int>]
  private let bytes: [UInt8]

  /// The distinct words.
  package var names: [String] { ranges.map { String(decoding: bytes[$0], as: UTF8.self) } }

  package func name(_ number: Int) -> String { String(decoding: bytes[ranges[number]], as: UTF8.self) }

  /// Calls `body` with the bytes of each distinct word, in their order.
  package func forEachName(_ body: (UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { bytes in
      for range in ranges { body(UnsafeRawBufferPointer(rebasing: bytes[range])) }
    }
  }

  init(stored bytes: [UInt8]) throws(ByteReader.Damage) {
    var ranges: [Range<Int>] = []
    var places: [Place] = []
    var reader = try ByteReader(checked: bytes)
    if !reader.isAtEnd {
      let words = try reader.count()
      ranges.reserveCapacity(words)
      for _ in 0..<words { ranges.append(try reader.range(try reader.number())) }
      try Self.read(&reader, words, &places)
    }
    self.ranges = ranges
    self.places = places
    self.bytes = bytes
  }

  private static func read(
    _ reader: inout ByteReader, _ words: Int, _ places: inout [Place]
  ) throws(ByteReader.Damage) {
    let count = try reader.count()
    places.reserveCapacity(count)
    var line: Int32 = 0
    for _ in 0..<count {
      let head = try reader.number()
      if head & 1 != 0 { line &+= Int32(truncatingIfNeeded: try reader.number()) }
      guard head >= 0, head >> 3 < words else { throw ByteReader.Damage() }
      let field: Field =
        switch head >> 1 & 3 {
        case 0: .code
        case 1: .comment
        default: .string
        }
      places.append(Place(name: Int32(head >> 3), line: line, field: field))
    }
  }
}
