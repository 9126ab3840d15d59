extension Unicode.Scalar {
  // The Unicode tables are asked outside ASCII only: most text is ASCII, and the tables are slow.

  var isLetter: Bool { isASCII ? UInt8(ascii: self).isLetter : properties.isAlphabetic }
  var isLowercase: Bool { isASCII ? UInt8(ascii: self).isLower : properties.isLowercase }
  var isUppercase: Bool { isASCII ? UInt8(ascii: self).isUpper : properties.isUppercase }
}
