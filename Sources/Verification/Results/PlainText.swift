/// Reports that are no XML, which tells its encoding itself.
enum PlainText {
  /// The text as UTF-8: a shell on Windows stores what a tool prints as UTF-16 with a byte order mark.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    let isLowFirst = bytes.starts(with: [0xFF, 0xFE])
    guard isLowFirst || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var at = 2
    while at + 1 < bytes.count {
      let (low, high) = isLowFirst ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
      units.append(UInt16(high) << 8 | UInt16(low))
      at += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
