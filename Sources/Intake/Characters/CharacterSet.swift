#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A named character set of a mail part or header word, decoded by the C library's iconv.
struct CharacterSet {
  /// What iconv calls it; nil for UTF-8, its subset ASCII, and names that nothing is known of.
  private let converter: String?

  /// `label` is what the mail says, in any case, with or without quotes; nil and unknown names are read leniently.
  init(_ label: String?) {
    let name = (label ?? "").utf8.filter { $0.isLetter || $0.isDigit || $0 == ASCII.hyphen || $0 == ASCII.underscore }
    converter = Self.converter(for: name.map(\.lowered).string)
  }

  /// UTF-8 with LF line ends. Bytes that the character set does not have become U+FFFD.
  func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard let converter, let text = Self.convert(bytes, from: converter) else { return TextDecoder.decode(bytes) }
    return TextDecoder.normalised(text[...])
  }

  /// Mail programs say less than they send: each label is read as the superset that is in use, as browsers do
  /// (encoding.spec.whatwg.org).
  private static func converter(for label: String) -> String? {
    switch label {
    case "", "utf-8", "utf8", "us-ascii", "ascii", "unknown-8bit", "x-unknown", "default": nil
    case "iso-8859-1", "iso8859-1", "latin1", "iso_8859-1", "l1", "cp1252": "CP1252"
    case "iso-8859-9", "latin5": "CP1254"
    case "iso-8859-11", "tis-620", "windows-874": "CP874"
    case "iso-8859-8-i", "iso-8859-8-e": "ISO-8859-8"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji", "cp932": "CP932"
    case "euc-jp", "x-euc-jp", "eucjp": "EUC-JP"
    case "euc-kr", "ks_c_5601-1987", "ks_c_5601", "korean", "windows-949", "ksc5601": "CP949"
    case "gb2312", "gb_2312-80", "gbk", "x-gbk", "gb18030", "chinese": "GB18030"
    case "big5", "big5-hkscs", "x-x-big5", "cn-big5": "BIG5-HKSCS"
    case "utf-7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7": "UTF-7"
    case "macintosh", "x-mac-roman", "mac": "MACINTOSH"
    default: label.hasPrefix("windows-") ? "CP" + label.dropFirst(8) : label.uppercased()
    }
  }

  /// Nil when the C library does not know the name.
  private static func convert(_ bytes: ArraySlice<UInt8>, from name: String) -> [UInt8]? {
    guard let descriptor = iconv_open("UTF-8", name), Int(bitPattern: descriptor) != -1 else { return nil }
    defer { iconv_close(descriptor) }
    // iconv wants C buffers: the two unsafe buffers do not outlive this call, and iconv is told their exact sizes.
    var input = bytes.map { CChar(bitPattern: $0) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    input.withUnsafeMutableBufferPointer { buffer in
      var next = buffer.baseAddress
      var left = buffer.count
      while left > 0 {
        let outcome = step(descriptor, &next, &left, &output)
        if outcome == E2BIG { continue }
        guard outcome == EILSEQ || outcome == EINVAL, left > 0 else { break }
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        next = next?.advanced(by: 1)
        left -= 1
      }
    }
    return output
  }

  /// Converts until the chunk is full or the input stops making sense; gives the error number, or 0 at the end.
  private static func step(
    _ descriptor: iconv_t, _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, _ output: inout [UInt8]
  ) -> Int32 {
    var chunk = [CChar](repeating: 0, count: 4096)
    var outcome: Int32 = 0
    let room = chunk.withUnsafeMutableBufferPointer { buffer in
      var end = buffer.baseAddress
      var room = buffer.count
      if iconv(descriptor, &next, &left, &end, &room) == -1 { outcome = errno }
      return room
    }
    output.append(contentsOf: chunk.prefix(chunk.count - room).lazy.map { UInt8(bitPattern: $0) })
    return outcome
  }
}
