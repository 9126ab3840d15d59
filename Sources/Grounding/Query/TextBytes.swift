/// What the bytes of a text are, in any language: letters beyond ASCII count as small letters.
extension UInt8 {
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
  var isUpper: Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self }
  var isLower: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self || self >= 0x80 }
  /// What a name begins with.
  var isLetter: Bool { isLower || isUpper || self == UInt8(ascii: "_") }
  var isNameByte: Bool { isLetter || isDigit }
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0d }
  var lowered: UInt8 { isUpper ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
  func hasPrefix(_ prefix: StaticString) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard count >= length else { return false }
    return prefix.withUTF8Buffer { self[startIndex..<(startIndex + length)].elementsEqual($0) }
  }

  /// Without blanks at both ends.
  func trimmed() -> ArraySlice<UInt8> {
    var rest = drop { $0.isBlank || $0 == 0x0a }
    while let last = rest.last, last.isBlank || last == 0x0a { rest.removeLast() }
    return rest
  }

  func lines() -> [ArraySlice<UInt8>] { split(separator: 0x0a, omittingEmptySubsequences: false) }

  /// Names and numbers in order: `[A-Za-z_][A-Za-z0-9_]*|[0-9]+`.
  func names() -> [ArraySlice<UInt8>] {
    var names: [ArraySlice<UInt8>] = []
    var at = startIndex
    while at < endIndex {
      let start = at
      if self[at].isLetter {
        while at < endIndex, self[at].isNameByte { at += 1 }
      } else if self[at].isDigit {
        while at < endIndex, self[at].isDigit { at += 1 }
      } else {
        at += 1
        continue
      }
      names.append(self[start..<at])
    }
    return names
  }

  var text: String { String(decoding: self, as: UTF8.self) }
}
