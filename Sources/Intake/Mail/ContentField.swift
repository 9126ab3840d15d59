/// A value with parameters, as in `text/plain; charset="utf-8"; format=flowed` (RFC 2045 section 5.1, RFC 2231).
struct ContentField {
  /// Before the first semicolon, in lower case.
  let value: String
  private var parameters: [String: ArraySlice<UInt8>] = [:]
  private static let mostParameters = 100

  init(_ field: ArraySlice<UInt8>?) {
    let pieces = Self.pieces(of: field ?? [])
    value = (pieces.first ?? []).trimmed.prefix { $0 != ASCII.space && $0 != ASCII.openParenthesis }.string.lowercased()
    for piece in pieces.dropFirst() {
      guard let equals = piece.firstIndex(of: ASCII.equals) else { continue }
      let name = piece[..<equals].trimmed.string.lowercased()
      if parameters[name] == nil { parameters[name] = Self.unquoted(piece[(equals + 1)...].trimmed) }
    }
  }

  /// A parameter for programs, in lower case: charset, format.
  subscript(name: String) -> String? { bytes(name).map { $0.string.lowercased() } }

  /// A parameter as it came: the boundary.
  func bytes(_ name: String) -> ArraySlice<UInt8>? { parameters[name] }

  /// A parameter for people: the file name, decoded by RFC 2231 or, as most programs send it, by RFC 2047.
  func text(_ name: String) -> String? {
    if let plain = parameters[name] { return EncodedWords.decode(plain) }
    if let extended = parameters[name + "*"] { return Self.extended(extended) }
    var whole: [UInt8] = []
    var isExtended = false
    for number in 0..<Self.mostParameters {
      if let piece = parameters["\(name)*\(number)"] {
        whole += piece
      } else if let piece = parameters["\(name)*\(number)*"] {
        isExtended = true
        whole += piece
      } else {
        break
      }
    }
    if whole.isEmpty { return nil }
    return isExtended ? Self.extended(whole[...]) : EncodedWords.decode(whole[...])
  }

  /// `utf-8'en'%E2%82%AC%20rates`
  private static func extended(_ value: ArraySlice<UInt8>) -> String {
    let parts = value.split(separator: ASCII.apostrophe, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return EncodedWords.decode(value) }
    let escaped = parts[2].map { $0 == ASCII.percent ? ASCII.equals : $0 }
    let bytes = TransferEncoding.quotedPrintable(escaped[...])
    return WhiteSpace.folded(CharacterSet(parts[0].string).decode(bytes[...])[...]).string
  }

  /// Cut at the semicolons that stand in no quotation.
  private static func pieces(of field: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = field.startIndex
    var isQuoted = false
    var index = start
    while index < field.endIndex, result.count < mostParameters {
      let byte = field[index]
      if byte == ASCII.quote { isQuoted.toggle() }
      if byte == ASCII.backslash, isQuoted { index += 1 }
      if byte == ASCII.semicolon, !isQuoted {
        result.append(field[start..<index])
        start = index + 1
      }
      index += 1
    }
    result.append(field[start...])
    return result
  }

  private static func unquoted(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard value.first == ASCII.quote else { return value.prefix { !$0.isWhite } }
    var result: [UInt8] = []
    var index = value.startIndex + 1
    while index < value.endIndex, value[index] != ASCII.quote {
      if value[index] == ASCII.backslash, index + 1 < value.endIndex { index += 1 }
      result.append(value[index])
      index += 1
    }
    return result[...]
  }
}
