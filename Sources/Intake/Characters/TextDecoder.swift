/// Bytes of unknown or doubtful encoding to UTF-8 with LF line ends. Never fails.
enum TextDecoder {
  /// Decodes by byte order mark, else as UTF-8 in which every invalid byte is read as windows-1252.
  ///
  /// Judging byte by byte reads pure UTF-8, pure windows-1252 and files pasted together from both.
  static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    if let order = UTF16Order(bytes) { return normalised(order.utf8(bytes)[...]) }
    return normalised(bytes)
  }

  /// UTF-8 with windows-1252 for what is invalid, LF for line ends of any kind, U+FFFD for NUL, and a plain space for
  /// white space that only typesetters tell apart.
  static func normalised(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.startIndex + 3 : bytes.startIndex
    var end = endOfNormal(from: start, in: bytes)
    // Most text needs nothing: it is not copied.
    if start == bytes.startIndex, end == bytes.endIndex { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    while true {
      result.append(contentsOf: bytes[start..<end])
      guard end < bytes.endIndex else { return result }
      start = end + append(at: end, of: bytes, to: &result)
      end = endOfNormal(from: start, in: bytes)
    }
  }

  /// Where the next character begins that is not kept as it stands.
  private static func endOfNormal(from start: Int, in bytes: ArraySlice<UInt8>) -> Int {
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte >= 0x20 && byte < 0x80 || byte == ASCII.newline || byte == ASCII.tab {
        index = ByteScan.endOfPlain(in: bytes, from: index)
      } else if byte < 0x80 {
        if byte == ASCII.carriageReturn || byte == 0 || 0x0B...0x0C ~= byte || byte >= 0x1C { return index }
        index += 1
      } else {
        guard let length = UTF8Sequence.length(at: index, in: bytes),
          !UnusualSpace.mayBegin(byte) || UnusualSpace(bytes[index..<(index + length)]) == nil
        else { return index }
        index += length
      }
    }
    return index
  }

  /// Appends the character at `index` in its usual form and says how many bytes it took.
  private static func append(at index: Int, of bytes: ArraySlice<UInt8>, to result: inout [UInt8]) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return appendASCII(byte, at: index, of: bytes, to: &result) }
    guard let length = UTF8Sequence.length(at: index, in: bytes) else {
      appendSequence(Windows1252.utf8(byte)[...], to: &result)
      return 1
    }
    appendSequence(bytes[index..<(index + length)], to: &result)
    return length
  }

  /// Appends a byte below 0x80 and says how many bytes that took: two for CR LF.
  private static func appendASCII(
    _ byte: UInt8, at index: Int, of bytes: ArraySlice<UInt8>, to result: inout [UInt8]
  ) -> Int {
    switch byte {
    case ASCII.carriageReturn:
      result.append(ASCII.newline)
      return index + 1 < bytes.endIndex && bytes[index + 1] == ASCII.newline ? 2 : 1
    case 0x0B, 0x0C: result.append(ASCII.newline)
    case 0x1C...0x1F: result.append(ASCII.space)
    case 0: result.append(contentsOf: [0xEF, 0xBF, 0xBD])
    default: result.append(byte)
    }
    return 1
  }

  private static func appendSequence(_ sequence: ArraySlice<UInt8>, to result: inout [UInt8]) {
    switch UnusualSpace(sequence) {
    case .space: result.append(ASCII.space)
    case .lineEnd: result.append(ASCII.newline)
    case nil: result.append(contentsOf: sequence)
    }
  }
}

/// White space outside ASCII, as Unicode's White_Space property lists it.
private enum UnusualSpace {
  case space, lineEnd

  static func mayBegin(_ byte: UInt8) -> Bool { byte == 0xC2 || 0xE1...0xE3 ~= byte }

  init?(_ sequence: ArraySlice<UInt8>) {
    let start = sequence.startIndex
    switch (sequence.count, sequence.first) {
    case (2, 0xC2):
      switch sequence[start + 1] {
      case 0xA0: self = .space
      case 0x85: self = .lineEnd
      default: return nil
      }
    // A byte order mark that was carried along into the text.
    case (3, 0xEF): if sequence[start + 1] == 0xBB, sequence[start + 2] == 0xBF { self = .space } else { return nil }
    case (3, 0xE1), (3, 0xE2), (3, 0xE3):
      self.init(sequence[start], sequence[start + 1], sequence[start + 2])
    default: return nil
    }
  }

  private init?(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    switch (first, second, third) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      self = .space
    case (0xE2, 0x80, 0xA8...0xA9): self = .lineEnd
    default: return nil
    }
  }
}

/// One character of more than one byte.
enum UTF8Sequence {
  /// How many bytes the well-formed character at `index` takes (2 to 4), or nil when it is not well-formed.
  ///
  /// Unicode, table 3-7: overlong forms, surrogates and values past U+10FFFF are not.
  static func length(at index: Int, in bytes: ArraySlice<UInt8>) -> Int? {
    let first = bytes[index]
    let (length, second): (Int, ClosedRange<UInt8>)
    switch first {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= bytes.endIndex, second ~= bytes[index + 1] else { return nil }
    for offset in 2..<max(length, 2) where !(0x80...0xBF ~= bytes[index + offset]) { return nil }
    return length
  }
}

/// The encoding that most mislabelled European text is in.
enum Windows1252 {
  /// 0x80 to 0x9F; the five bytes that the code page leaves undefined are U+FFFD.
  private static let upper: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  static func utf8(_ byte: UInt8) -> [UInt8] {
    let value = 0x80...0x9F ~= byte ? upper[Int(byte) - 0x80] : UInt32(byte)
    guard let scalar = Unicode.Scalar(value) else { return [ASCII.question] }
    return Array(String(Character(scalar)).utf8)
  }
}
