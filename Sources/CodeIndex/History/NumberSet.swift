/// A set of small numbers with few gaps: ranges, sorted.
struct NumberSet: Sendable {
  private(set) var ranges: [Range<Int>] = []

  init(_ numbers: some Sequence<Int>) {
    for number in numbers.sorted() {
      if let last = ranges.last, last.upperBound >= number {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, number + 1)
      } else {
        ranges.append(number..<(number + 1))
      }
    }
  }

  func union(_ numbers: some Sequence<Int>) -> NumberSet {
    // The ranges are few: what is added is what came since.
    NumberSet(ranges.lazy.flatMap { $0 }.map { $0 } + Array(numbers))
  }

  var count: Int { ranges.reduce(0) { $0 + $1.count } }

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.number(ranges.count)
    var last = 0
    for range in ranges {
      writer.number(range.lowerBound - last)
      writer.number(range.count)
      last = range.upperBound
    }
    return writer.checked
  }

  init(stored bytes: [UInt8]) throws(ByteReader.Damage) {
    var reader = try ByteReader(checked: bytes)
    var last = 0
    for _ in 0..<(try reader.count()) {
      let start = last &+ (try reader.number())
      let count = try reader.number()
      guard start >= 0, count > 0, count < 1 << 40, start < 1 << 40 else { throw ByteReader.Damage() }
      ranges.append(start..<(start + count))
      last = start + count
    }
  }
}
