/// The bytes that the scanners know by name.
enum ASCII {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let escape: UInt8 = 0x1B
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let hash = UInt8(ascii: "#")
  static let apostrophe = UInt8(ascii: "'")
  static let openParenthesis = UInt8(ascii: "(")
  static let closeParenthesis = UInt8(ascii: ")")
  static let star = UInt8(ascii: "*")
  static let plus = UInt8(ascii: "+")
  static let comma = UInt8(ascii: ",")
  static let hyphen = UInt8(ascii: "-")
  static let dot = UInt8(ascii: ".")
  static let slash = UInt8(ascii: "/")
  static let colon = UInt8(ascii: ":")
  static let semicolon = UInt8(ascii: ";")
  static let less = UInt8(ascii: "<")
  static let equals = UInt8(ascii: "=")
  static let greater = UInt8(ascii: ">")
  static let question = UInt8(ascii: "?")
  static let exclamation = UInt8(ascii: "!")
  static let at = UInt8(ascii: "@")
  static let openBracket = UInt8(ascii: "[")
  static let backslash = UInt8(ascii: "\\")
  static let closeBracket = UInt8(ascii: "]")
  static let underscore = UInt8(ascii: "_")
  static let backtick = UInt8(ascii: "`")
  static let openBrace = UInt8(ascii: "{")
  static let pipe = UInt8(ascii: "|")
  static let closeBrace = UInt8(ascii: "}")
  static let tilde = UInt8(ascii: "~")
  static let percent = UInt8(ascii: "%")
  static let ampersand = UInt8(ascii: "&")
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  var isLower: Bool { self >= 0x61 && self <= 0x7A }
  var isLetter: Bool { isUpper || isLower }
  /// Part of a character outside ASCII.
  var isForeign: Bool { self >= 0x80 }
  /// A letter, a digit, or part of a character outside ASCII.
  var isWord: Bool { isLetter || isDigit || isForeign }
  /// Space, tab or a line end.
  var isWhite: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  var lowered: UInt8 { isUpper ? self | 0x20 : self }
  /// The value of a hexadecimal digit.
  var hexadecimal: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }
}

extension Collection where Element == UInt8 {
  /// Whether these bytes begin with `text`, letter case apart.
  func hasPrefix(ignoringCase text: StaticString) -> Bool {
    text.withUTF8Buffer { starts($0) }
  }

  func startsIgnoringCase(_ text: some StringProtocol) -> Bool {
    starts(text.utf8)
  }

  private func starts(_ text: some Sequence<UInt8>) -> Bool {
    var index = startIndex
    for byte in text {
      guard index != endIndex, self[index].lowered == byte.lowered else { return false }
      formIndex(after: &index)
    }
    return true
  }

  /// As text; what is not UTF-8 is replaced.
  var string: String { String(decoding: self, as: UTF8.self) }
}

extension ArraySlice<UInt8> {
  /// How many runs of bytes there are that belong to a word, or whatever `belongs` tells.
  func runs(of belongs: (UInt8) -> Bool) -> Int {
    var (count, isWithin) = (0, false)
    for byte in self {
      let isNext = belongs(byte)
      if isNext, !isWithin { count += 1 }
      isWithin = isNext
    }
    return count
  }
}

extension BidirectionalCollection where Element == UInt8, SubSequence == ArraySlice<UInt8> {
  /// Without the white space at either end.
  var trimmed: ArraySlice<UInt8> {
    var slice = self[...]
    while let first = slice.first, first.isWhite { slice.removeFirst() }
    while let last = slice.last, last.isWhite { slice.removeLast() }
    return slice
  }
}
