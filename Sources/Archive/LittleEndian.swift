/// Whole numbers as archives store them: the lowest byte first.
///
/// A number that does not lie within the bytes is nil.
struct LittleEndian {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  func number(at offset: Int, count: Int) -> UInt64? {
    guard offset >= 0, offset <= bytes.count, bytes.count - offset >= count else { return nil }
    let start = bytes.startIndex + offset
    return bytes[start..<(start + count)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  func uint16(at offset: Int) -> Int? { number(at: offset, count: 2).map { Int($0) } }
  func uint32(at offset: Int) -> Int? { number(at: offset, count: 4).map { Int($0) } }
  /// Nil also for numbers that no place in memory has.
  func uint64(at offset: Int) -> Int? { number(at: offset, count: 8).flatMap { Int(exactly: $0) } }
}
