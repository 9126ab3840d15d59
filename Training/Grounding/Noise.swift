#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Random numbers that are the same on every machine (SplitMix64).
struct Noise {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }

  /// From 0 to 1, without both.
  mutating func uniform() -> Float { (Float(next() >> 41) + 0.5) / Float(1 << 23) }

  /// Of the normal distribution (Box and Muller, 1958).
  mutating func normal() -> Float {
    let radius = (-2 * logf(uniform())).squareRoot()
    return radius * cosf(2 * .pi * uniform())
  }
}
