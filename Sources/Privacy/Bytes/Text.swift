/// The ASCII bytes that the recognisers look for.
extension UInt8 {
  static var newline: UInt8 { UInt8(ascii: "\n") }
  static var tab: UInt8 { UInt8(ascii: "\t") }
  static var space: UInt8 { UInt8(ascii: " ") }
  static var dash: UInt8 { UInt8(ascii: "-") }
  static var dot: UInt8 { UInt8(ascii: ".") }
  static var comma: UInt8 { UInt8(ascii: ",") }
  static var slash: UInt8 { UInt8(ascii: "/") }
  static var colon: UInt8 { UInt8(ascii: ":") }
  static var semicolon: UInt8 { UInt8(ascii: ";") }
  static var equals: UInt8 { UInt8(ascii: "=") }
  static var plus: UInt8 { UInt8(ascii: "+") }
  static var at: UInt8 { UInt8(ascii: "@") }
  static var hash: UInt8 { UInt8(ascii: "#") }
  static var percent: UInt8 { UInt8(ascii: "%") }
  static var underscore: UInt8 { UInt8(ascii: "_") }
  static var quote: UInt8 { UInt8(ascii: "\"") }
  static var openRound: UInt8 { UInt8(ascii: "(") }
  static var closeRound: UInt8 { UInt8(ascii: ")") }
  static var openSquare: UInt8 { UInt8(ascii: "[") }
  static var closeSquare: UInt8 { UInt8(ascii: "]") }
  static var zero: UInt8 { UInt8(ascii: "0") }

  var isDigit: Bool { self &- .zero < 10 }
  var isUpper: Bool { self &- UInt8(ascii: "A") < 26 }
  var isLower: Bool { self &- UInt8(ascii: "a") < 26 }
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
  var isAlphanumeric: Bool { isLetter || isDigit }
  /// A letter, digit or underscore of ASCII.
  var isWord: Bool { isAlphanumeric || self == .underscore }
  var isHex: Bool { isDigit || (self | 0x20) &- UInt8(ascii: "a") < 6 }
  var isASCII: Bool { self < 0x80 }
  var isBlank: Bool { self == .space || self == .tab }
  /// The lower-case letter, for a letter of ASCII.
  var lowercased: UInt8 { isUpper ? self | 0x20 : self }
  /// What the digit counts.
  var digitValue: Int { Int(self &- .zero) }
}

extension [UInt8] {
  /// The byte at `index`, or 0 outside: to every recogniser an end of the text is what a NUL is.
  @inline(__always) func byte(_ index: Int) -> UInt8 {
    index >= 0 && index < count ? self[index] : 0
  }

  /// Whether `word` stands at `index`.
  func holds(_ word: [UInt8], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= count else { return false }
    for offset in word.indices where self[index + offset] != word[offset] { return false }
    return true
  }

  /// Whether `word`, in small letters, stands at `index` in letters of any case.
  func holdsFolded(_ word: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { word in
      for offset in word.indices where self[index + offset].lowercased != word[offset] { return false }
      return true
    }
  }

  /// The end of the run of bytes from `start` that satisfy `isMember`, `limit` bytes at most.
  @inline(__always) func end(from start: Int, limit: Int, while isMember: (UInt8) -> Bool) -> Int {
    var index = start
    let end = Swift.min(count, start + limit)
    while index < end, isMember(self[index]) { index += 1 }
    return index
  }
}
