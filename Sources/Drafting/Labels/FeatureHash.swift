import PlanModel

/// Names of features as numbers: the hashing trick of Weinberger et al., "Feature Hashing for Large Scale Multitask
/// Learning" (ICML 2009). The numbers are part of the weights' format and never change.
enum FeatureHash {
  @inline(__always)
  static func of(_ bytes: some Sequence<UInt8>, seed: UInt64 = FNV1a.basis) -> UInt64 {
    FNV1a.hash(bytes, seed: seed)
  }

  /// One number for two, in this order.
  @inline(__always)
  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    mixed(first &* 0x9e37_79b9_7f4a_7c15 &+ second)
  }

  /// Spreads differences over all bits.
  @inline(__always)
  static func mixed(_ value: UInt64) -> UInt64 { SplitMix64.mixed(value) }
}
