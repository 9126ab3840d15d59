/// How a part's bytes were made fit for mail (RFC 2045 section 6). Decoding never fails: what makes no sense is kept or
/// passed over.
enum TransferEncoding {
  static func decode(_ bytes: ArraySlice<UInt8>, _ name: String) -> [UInt8] {
    switch name {
    case "base64": base64(bytes)
    case "quoted-printable": quotedPrintable(bytes)
    default: Array(bytes)
    }
  }

  /// How many bytes `decode` gives, without decoding.
  static func decodedCount(_ bytes: ArraySlice<UInt8>, _ name: String) -> Int {
    switch name {
    case "base64": bytes.count { sextet($0) != nil } * 3 / 4
    case "quoted-printable": quotedPrintable(bytes).count
    default: bytes.count
    }
  }

  /// Padding ends one run of base64 and another may follow, as some gateways append their own.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 4)
    var (bits, held): (UInt32, Int) = (0, 0)
    for byte in bytes {
      if byte == ASCII.equals { (bits, held) = (0, 0) }
      guard let value = sextet(byte) else { continue }
      bits = (bits << 6 | UInt32(value)) & 0xFF_FFFF
      held += 6
      if held >= 8 {
        held -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
      }
    }
    return result
  }

  private static func sextet(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case ASCII.plus, ASCII.hyphen: 62
    case ASCII.slash, ASCII.underscore: 63
    default: nil
    }
  }

  static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == ASCII.equals else {
        result.append(bytes[index])
        index += 1
        continue
      }
      if let end = softLineEnd(behind: index, in: bytes) {
        index = end
      } else if index + 2 < bytes.endIndex, let high = bytes[index + 1].hexadecimal,
        let low = bytes[index + 2].hexadecimal
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(ASCII.equals)
        index += 1
      }
    }
    return result
  }

  /// `=` at the end of a line, with white space that gateways add behind it: the line goes on.
  private static func softLineEnd(behind index: Int, in bytes: ArraySlice<UInt8>) -> Int? {
    var end = index + 1
    while end < bytes.endIndex, bytes[end] == ASCII.space || bytes[end] == ASCII.tab { end += 1 }
    guard end < bytes.endIndex else { return end }
    if bytes[end] == ASCII.newline { return end + 1 }
    guard bytes[end] == ASCII.carriageReturn else { return nil }
    return end + 1 < bytes.endIndex && bytes[end + 1] == ASCII.newline ? end + 2 : end + 1
  }
}
