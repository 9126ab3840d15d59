/// Functions that give the same digits on every machine: of the standard library's own operations, all of which IEEE 754
/// rounds correctly, as those of C libraries are not.
enum SteadyMath {
  /// 2 to the power of minus `x`, for `x` from 0; 0 where it is next to nothing.
  static func halved(_ x: Double) -> Double {
    guard x > 0 else { return 1 }
    guard x < 1000 else { return 0 }
    let whole = x.rounded(.down)
    var rest = x - whole
    var value = 1.0
    var root = 0.5
    for _ in 0..<40 {
      root = root.squareRoot()
      rest *= 2
      if rest >= 1 {
        value *= root
        rest -= 1
      }
    }
    return value * Double(sign: .plus, exponent: -Int(whole), significand: 1)
  }

  /// The logarithm to the base 2 of a number from 1.
  static func log2(_ x: Double) -> Double {
    guard x > 1, x.isFinite else { return 0 }
    var value = Double(x.exponent)
    var rest = x.significand
    var bit = 1.0
    for _ in 0..<40 {
      bit /= 2
      rest *= rest
      if rest >= 2 {
        value += bit
        rest /= 2
      }
    }
    return value
  }
}
