/// The hash of Fowler, Noll and Vo (RFC 9923), 64 bits: the same on every machine and in every run, and no protection
/// against whoever looks for collisions.
package enum FNV1a {
  /// The hash of no bytes.
  package static let basis: UInt64 = 0xcbf2_9ce4_8422_2325

  /// - Parameter seed: the hash of the bytes before these.
  @inlinable
  package static func hash(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = adding(byte, to: hash) }
    return hash
  }

  /// The hash of a file's bytes: what is generic takes ten times as long for each.
  package static func hash(_ bytes: [UInt8], seed: UInt64 = basis) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = adding(byte, to: hash) }
    return hash
  }

  /// The hash of a text in UTF-8. Hooks ask for it when they begin, and what is generic costs them more than the hash.
  package static func hash(text: String, seed: UInt64 = basis) -> UInt64 {
    var hash = seed
    for byte in text.utf8 { hash = adding(byte, to: hash) }
    return hash
  }

  /// The hash of one more byte.
  @inlinable @inline(__always)
  package static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
