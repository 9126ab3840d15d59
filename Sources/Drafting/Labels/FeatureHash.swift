/// Names of features as numbers: the hashing trick of Weinberger et al., "Feature Hashing for Large Scale Multitask
/// Learning" (ICML 2009). The numbers are part of the weights' format and never change.
enum FeatureHash {
  /// As ``FNV1a``, and ``mixed(_:)`` as ``SplitMix64``, both written out: hundreds of hashes are made for each statement, and a
  /// generic call into another room made reading take three times as long.
  @inline(__always)
  static func of(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  /// One number for two, in this order.
  @inline(__always)
  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    mixed(first &* 0x9e37_79b9_7f4a_7c15 &+ second)
  }

  /// Spreads differences over all bits.
  @inline(__always)
  static func mixed(_ value: UInt64) -> UInt64 {
    var hash = value
    hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    return hash ^ (hash >> 31)
  }
}
