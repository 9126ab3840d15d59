/// How much a text varies.
enum Entropy {
  /// Shannon's entropy of the bytes, in bits a byte: 0 for `aaaa`, 3 for eight bytes that all differ.
  static func bits(of bytes: ArraySlice<UInt8>) -> Double {
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    let total = Double(bytes.count)
    // Without logarithms of the C library: the logarithm is found digit by digit, which is enough to compare with.
    return counts.lazy.filter { $0 > 0 }.reduce(0) { $0 + Double($1) / total * log2(total / Double($1)) }
  }

  /// The logarithm to base 2 of `value`, which is 1 or more, to a thousandth.
  private static func log2(_ value: Double) -> Double {
    var exponent = Double(value.exponent)
    var rest = value.significand
    var digit = 0.5
    while digit > 0.0005 {
      rest *= rest
      if rest >= 2 {
        rest /= 2
        exponent += digit
      }
      digit /= 2
    }
    return exponent
  }
}
