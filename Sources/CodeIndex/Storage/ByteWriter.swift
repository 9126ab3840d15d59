/// Writes numbers and texts into bytes; ``ByteReader`` reads them.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// Seven bits a byte, the lowest first (LEB128).
  mutating func number(_ value: Int) { bytes.appendVarint(value) }

  mutating func raw(_ more: some Collection<UInt8>) { bytes.append(contentsOf: more) }

  mutating func text(_ text: String) {
    number(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// The bytes behind a sum of them, as ``ByteReader/init(checked:)`` wants them.
  var checked: [UInt8] {
    let sum = Checksum.of(bytes)
    return [UInt8](unsafeUninitializedCapacity: bytes.count + 4) { buffer, count in
      for index in 0..<4 { buffer[index] = UInt8(truncatingIfNeeded: sum >> UInt32(index * 8)) }
      _ = UnsafeMutableBufferPointer(rebasing: buffer[4...]).initialize(from: bytes)
      count = bytes.count + 4
    }
  }
}

extension [UInt8] {
  mutating func appendVarint(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}

/// A sum that shows whether stored bytes are what was written. No protection from anybody who means harm: who can write
/// the index can write the repository.
enum Checksum {
  static func of(_ bytes: [UInt8]) -> UInt32 { bytes.withUnsafeBytes { of($0) } }

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    let hash = TermTable.hash(bytes, seed: 0x1f83_d9ab_fb41_bd6b)
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
