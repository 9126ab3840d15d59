/// Numbers that look random and are the same for the same seed, on every machine (Steele, Lea and Flood, OOPSLA 2014).
package struct SplitMix64: RandomNumberGenerator {
  /// By how much the state grows: 2 to the power of 64, divided by the golden ratio.
  package static let gamma: UInt64 = 0x9e37_79b9_7f4a_7c15

  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= Self.gamma
    return Self.mixed(state)
  }

  /// Spreads differences over all bits.
  @inlinable @inline(__always)
  package static func mixed(_ value: UInt64) -> UInt64 {
    var hash = value
    hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    return hash ^ (hash >> 31)
  }
}
