/// Reads what ``ByteWriter`` wrote. Whatever else the bytes are, it ends with ``Damage``, not with a crash.
struct ByteReader {
  /// Stored bytes that are not what was written.
  struct Damage: Error {}

  private let bytes: [UInt8]
  private let end: Int
  private(set) var at = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = Array(bytes)
    end = bytes.count
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    at = range.lowerBound
    end = range.upperBound
  }

  /// The next so many bytes by themselves, which are passed over and not copied.
  mutating func part(_ count: Int) throws(Damage) -> ByteReader { ByteReader(bytes, try range(count)) }

  /// Whether the next bytes are these; they are passed over by ``range(_:)``.
  func isNext(_ other: [UInt8]) -> Bool {
    guard other.count <= end - at else { return false }
    for index in other.indices where bytes[at + index] != other[index] { return false }
    return true
  }

  /// Bytes behind their sum.
  init(checked bytes: [UInt8]) throws(Damage) {
    guard bytes.count >= 4 else { throw Damage() }
    let sum = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[$1]) << UInt32($1 * 8) }
    let actual = bytes.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[4...])) }
    guard actual == sum else { throw Damage() }
    self.bytes = bytes
    end = bytes.count
    at = 4
  }

  var isAtEnd: Bool { at >= end }

  @inline(__always)
  mutating func number() throws(Damage) -> Int {
    guard at < end else { throw Damage() }
    let first = bytes[at]
    if first < 0x80 {
      at += 1
      return Int(first)
    }
    return try longNumber()
  }

  private mutating func longNumber() throws(Damage) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while at < end, shift < 64 {
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
    throw Damage()
  }

  mutating func raw(_ count: Int) throws(Damage) -> ArraySlice<UInt8> {
    guard count >= 0, count <= end - at else { throw Damage() }
    defer { at += count }
    return bytes[at..<(at + count)]
  }

  /// Where so many bytes stand in all; they are passed over.
  mutating func range(_ count: Int) throws(Damage) -> Range<Int> {
    guard count >= 0, count <= end - at else { throw Damage() }
    defer { at += count }
    return at..<(at + count)
  }

  mutating func text() throws(Damage) -> String {
    let count = try number()
    return String(decoding: try raw(count), as: UTF8.self)
  }

  /// How many elements follow, each of at least one byte.
  mutating func count() throws(Damage) -> Int {
    let count = try number()
    guard count >= 0, count <= end - at else { throw Damage() }
    return count
  }
}
