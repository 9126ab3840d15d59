/// A private key in armour: `-----BEGIN … PRIVATE KEY-----` to its end (RFC 7468), also OpenSSH's, PGP's
/// (`PRIVATE KEY BLOCK`, RFC 9580) and SSH2's (`---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----`, RFC 4716 has its form).
///
/// A key that was cut off is what of it is there: the lines of base64 behind the beginning.
struct PrivateKeyBlock {
  /// Keys are some kilobytes at most; an end further on belongs to something else.
  private static let limit = 32 << 10

  /// The last end that was found, and where the search for it began: the next key may well have the same one.
  private var lastEnd: (from: Int, at: Int?) = (0, 0)

  /// The key whose first dash is at `index`.
  mutating func range(in bytes: [UInt8], at index: Int) -> Range<Int>? {
    guard bytes.byte(index - 1) != .dash, let header = Self.header(in: bytes, at: index) else { return nil }
    guard let end = end(in: bytes, from: header), end - header <= Self.limit, Self.holdsKey(bytes, header..<end)
    else {
      return index..<Self.cutOff(in: bytes, from: header)
    }
    // `-----END RSA PRIVATE KEY-----`: the words and the dashes behind them.
    let words = bytes.end(from: end + 2, limit: 64) { $0 != .dash && $0 != .newline }
    return index..<bytes.end(from: words, limit: 5) { $0 == .dash }
  }

  /// Whether a line of base64 stands near the beginning: who only speaks of keys shows none.
  private static func holdsKey(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var run = 0
    for byte in bytes[range].prefix(512) {
      run = byte.isAlphanumeric || byte == .plus || byte == .slash || byte == .equals ? run + 1 : 0
      if run >= 24 { return true }
    }
    return false
  }

  /// Where the first line of a key ends that begins at `index`.
  private static func header(in bytes: [UInt8], at index: Int) -> Int? {
    let dashes = bytes.end(from: index, limit: 6) { $0 == .dash }
    guard (4...5).contains(dashes - index) else { return nil }
    let word = bytes.byte(dashes) == .space ? dashes + 1 : dashes
    guard bytes.holds(Array("BEGIN ".utf8), at: word) else { return nil }
    let end = bytes.end(from: word, limit: 64) { $0.isUpper || $0.isDigit || $0 == .space }
    let words = String(decoding: bytes[word..<end], as: UTF8.self)
    guard words.contains("PRIVATE KEY"), bytes.byte(end) == .dash else { return nil }
    return bytes.end(from: end, limit: 5) { $0 == .dash }
  }

  /// Where the next `--END ` or `-- END ` stands, from `start` on.
  private mutating func end(in bytes: [UInt8], from start: Int) -> Int? {
    if start >= lastEnd.from, lastEnd.from > 0 {
      guard let at = lastEnd.at else { return nil }
      if at >= start { return at }
    }
    var place = start
    while place < bytes.count {
      if bytes[place] == .dash, bytes.byte(place + 1) == .dash {
        let word = bytes.byte(place + 2) == .space ? place + 3 : place + 2
        if bytes.holds(Array("END ".utf8), at: word) {
          lastEnd = (start, place)
          return place
        }
      }
      place += 1
    }
    lastEnd = (start, nil)
    return nil
  }

  /// The end of the base64 behind `start`, in lines and with `\n` written out as JSON does.
  private static func cutOff(in bytes: [UInt8], from start: Int) -> Int {
    var end = start
    var place = start
    while place < min(bytes.count, start + limit) {
      let word = bytes.end(from: place, limit: limit) {
        $0.isAlphanumeric || $0 == .plus || $0 == .slash || $0 == .equals || $0 == UInt8(ascii: "\\")
      }
      // Words of a sentence are short.
      if word - place >= 24 { end = word } else if word > place, end > start || word - place < 4 { break }
      place = word
      let gap = bytes.end(from: place, limit: 4) { $0.isBlank || $0 == .newline || $0 == 0x0d }
      if gap == place { break }
      place = gap
    }
    return end
  }
}
