#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The curves that rankings bend their counts by.
enum Logarithm {
  static func natural(_ value: Double) -> Double { log(value) }
  static func of1plus(_ value: Double) -> Double { log1p(value) }
  static func tangent(_ value: Double) -> Double { tanh(value) }
  static func exponential(_ value: Double) -> Double { exp(value) }

  /// How much something counts that is so many seconds old, where it loses `e` in `years`.
  static func decay(seconds: Int64, years: Double) -> Double { exp(-Double(max(0, seconds)) / (years * 365 * 86_400)) }

  /// How much it says that something is in `count` of `all` documents (Robertson and Spärck Jones, as in BM25).
  static func rarity(_ count: Int, of all: Int) -> Double {
    log(1 + (Double(all - count) + 0.5) / (Double(count) + 0.5))
  }
}
