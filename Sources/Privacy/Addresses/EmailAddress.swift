/// A mail address as people write it: the dot-atom form of RFC 5321, section 4.1.2, with letters of any script
/// (RFC 6531), or a quoted local part, at a domain of two labels or more or an address in brackets.
///
/// `git@host:path` and the user of `scheme://user@host` are no mail addresses, nor is `@name@server`, the name of an
/// account. `icon@2x.png` is a file. Where scripts without spaces meet an address, it is cut where the script changes.
enum EmailAddress {
  /// Real ones go beyond RFC 5321's 64 bytes, as where a reply's address holds a token.
  private static let localLimit = 256

  /// The address around the `@` at `index`, which begins at `floor` or behind.
  static func range(in bytes: [UInt8], at index: Int, from floor: Int) -> Range<Int>? {
    guard let start = local(in: bytes, before: index, from: floor),
      let end = MailDomain.end(in: bytes, at: index + 1)
    else { return nil }
    let before = bytes.byte(start - 1)
    if before == .at { return nil }
    if bytes.byte(end) == .at { return nil }
    if isUserOfURL(in: bytes, at: start, from: floor) || isRemotePath(in: bytes, start..<end, at: index) { return nil }
    return start..<end
  }

  /// Where the local part begins that ends before `index`.
  private static func local(in bytes: [UInt8], before index: Int, from floor: Int) -> Int? {
    if bytes.byte(index - 1) == .quote { return quotedLocal(in: bytes, before: index, from: floor) }
    let limit = max(floor, index - localLimit)
    var start = index
    var script = Script.common
    while start > limit {
      let character = Script.character(in: bytes, before: start, from: limit)
      guard character.start < start else { break }
      if character.script == .none, !isInner(bytes[character.start]) { break }
      if character.script == .ideographic || character.script == .alphabetic {
        if script != .common, script != character.script { break }
        script = character.script
      }
      start = character.start
    }
    // Longer than any: part of something else.
    if start == limit, limit > floor { return nil }
    while start < index, isInner(bytes[start]) { start += 1 }
    guard start < index, !isInner(bytes[index - 1]) || bytes[index - 1] == .plus || bytes[index - 1] == .dash else {
      return nil
    }
    for place in start..<index - 1 where bytes[place] == .dot && bytes[place + 1] == .dot { return nil }
    return start
  }

  /// What may stand within a local part, and does not begin it: of RFC 5322's atext what mails really have.
  private static func isInner(_ byte: UInt8) -> Bool {
    switch byte {
    case .dot, .dash, .plus, .percent, UInt8(ascii: "'"), UInt8(ascii: "&"): true
    default: false
    }
  }

  private static func quotedLocal(in bytes: [UInt8], before index: Int, from floor: Int) -> Int? {
    var start = index - 2
    let limit = max(floor, index - 66)
    while start >= limit, bytes[start] != .quote, bytes[start] != .newline { start -= 1 }
    return start >= limit && bytes[start] == .quote && start < index - 2 ? start : nil
  }

  /// Whether what begins at `start` is behind the `//` of a URL, or behind a user's name there.
  private static func isUserOfURL(in bytes: [UInt8], at start: Int, from floor: Int) -> Bool {
    var place = start - 1
    guard bytes.byte(place) == .slash || bytes.byte(place) == .colon else { return false }
    let limit = max(floor, start - localLimit)
    while place >= limit {
      switch bytes[place] {
      case .slash: return bytes.byte(place - 1) == .slash && bytes.byte(place - 2) == .colon
      case .space, .tab, .newline, .quote, UInt8(ascii: "<"), UInt8(ascii: "?"), .hash, .comma: return false
      default: place -= 1
      }
    }
    return false
  }

  /// Whether `user@host` is followed by `:path`, as `scp` and `git clone` take it.
  private static func isRemotePath(in bytes: [UInt8], _ range: Range<Int>, at index: Int) -> Bool {
    guard bytes.byte(range.upperBound) == .colon else { return false }
    let path =
      range.upperBound
      + 1..<bytes.end(from: range.upperBound + 1, limit: 256) {
        $0.isWord || $0 == .slash || $0 == .dot || $0 == .dash || $0 == UInt8(ascii: "~")
      }
    if path.isEmpty { return false }
    return bytes.holds(Array("git".utf8), at: range.lowerBound) && index == range.lowerBound + 3
      || bytes[path].contains(.slash) || bytes[path].suffix(4).elementsEqual(".git".utf8)
  }
}
