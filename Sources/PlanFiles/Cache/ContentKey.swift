import Crypto

/// What a kept record is found by: the contents of a file with its name, of which a record tells what was read.
///
/// It is SHA-256 and not git's own name of the blob: a plan comes from strangers, and SHA-1 can be made to collide.
package struct ContentKey: Hashable, Comparable, Sendable {
  static let byteCount = 32

  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// - Parameter name: what else is read besides the contents: the path.
  package init(_ contents: [UInt8], name: String) {
    var hash = SHA256()
    hash.update(data: Array(name.utf8))
    hash.update(data: [0])
    hash.update(data: contents)
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    hash.finalize().withUnsafeBytes { bytes in
      words = (
        bytes.bigEndianWord(at: 0), bytes.bigEndianWord(at: 8), bytes.bigEndianWord(at: 16),
        bytes.bigEndianWord(at: 24)
      )
    }
    (first, second, third, fourth) = words
  }

  /// Takes the 32 bytes at `offset`.
  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    first = bytes.bigEndianWord(at: offset)
    second = bytes.bigEndianWord(at: offset + 8)
    third = bytes.bigEndianWord(at: offset + 16)
    fourth = bytes.bigEndianWord(at: offset + 24)
  }

  func append(to bytes: inout [UInt8]) {
    for word in [first, second, third, fourth] { bytes.append(bigEndian: word) }
  }

  package static func < (left: Self, right: Self) -> Bool {
    if left.first != right.first { return left.first < right.first }
    return (left.second, left.third, left.fourth) < (right.second, right.third, right.fourth)
  }
}

extension UnsafeRawBufferPointer {
  func bigEndianWord(at offset: Int) -> UInt64 {
    UInt64(bigEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

extension [UInt8] {
  mutating func append(bigEndian word: UInt64) {
    Swift.withUnsafeBytes(of: word.bigEndian) { append(contentsOf: $0) }
  }
}
