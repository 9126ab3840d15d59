/// The encodings that documents come in; each is turned to UTF-8 before it is read.
enum XMLEncoding {
  /// The document as UTF-8 without a byte order mark, or the encoding's name when it is not known here.
  ///
  /// Bytes that the encoding does not explain become U+FFFD: reports quote program output, which may hold anything.
  static func utf8(of bytes: [UInt8]) -> Result<[UInt8], UnknownEncoding> {
    if bytes.starts(with: [0xFF, 0xFE]) { return .success(utf16(bytes.dropFirst(2), lowByteFirst: true)) }
    if bytes.starts(with: [0xFE, 0xFF]) { return .success(utf16(bytes.dropFirst(2), lowByteFirst: false)) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .success(Array(bytes.dropFirst(3))) }
    let name = declaredName(in: bytes)
    switch name?.lowercased() {
    case nil, "utf-8", "utf8", "us-ascii", "ascii":
      return .success(bytes)
    case "iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252":
      return .success(latin1(bytes))
    default:
      return .failure(UnknownEncoding(name: name ?? ""))
    }
  }

  struct UnknownEncoding: Error {
    let name: String
  }

  /// What `<?xml … encoding="NAME"?>` at the start says.
  private static func declaredName(in bytes: [UInt8]) -> String? {
    guard bytes.starts(with: "<?xml".utf8), let end = bytes.prefix(256).firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    let words = bytes[..<end].split { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let label = Array("encoding".utf8)
    for (word, next) in zip(words, words.dropFirst()) {
      let letters = word.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "=") }
      if letters.suffix(label.count) == label[...] { return String(decoding: next, as: UTF8.self) }
    }
    return nil
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, lowByteFirst: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var rest = bytes.makeIterator()
    while let first = rest.next(), let second = rest.next() {
      let (low, high) = lowByteFirst ? (first, second) : (second, first)
      units.append(UInt16(high) << 8 | UInt16(low))
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func latin1(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        text.append(0xC0 | byte >> 6)
        text.append(0x80 | byte & 0x3F)
      }
    }
    return text
  }
}
