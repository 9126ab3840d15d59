extension Unicode.Scalar {
  // The Unicode tables are asked outside ASCII only: most text is ASCII, and the tables are slow.

  var isLetter: Bool { isASCII ? UInt8(ascii: self).isLetter : properties.isAlphabetic }
  var isLowercase: Bool { isASCII ? UInt8(ascii: self).isLower : properties.isLowercase }
  var isUppercase: Bool { isASCII ? UInt8(ascii: self).isUpper : properties.isUppercase }
}

extension ArraySlice<UInt8> {
  /// The first character of text that is not empty, and how many bytes it takes; U+FFFD for bytes that are none.
  var firstScalar: (scalar: Unicode.Scalar, length: Int) {
    let first = self[startIndex]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    guard let length = UTF8Sequence.length(at: startIndex, in: self) else { return ("\u{FFFD}", 1) }
    let lead = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    let value = self[(startIndex + 1)..<(startIndex + length)].reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
