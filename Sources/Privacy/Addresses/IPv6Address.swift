/// An address of version 6 in any of the forms of RFC 4291, section 2.2: eight groups, zeros left out once as `::`, the
/// last two groups as an address of version 4; and a zone behind `%` (RFC 4007, section 11).
///
/// Eight pairs of digits are the address of a network card (EUI-64). `a::b` is a name in many a programming language: a
/// shortened address has to hold a digit, and more than two short groups.
struct IPv6Address {
  let range: Range<Int>
  let groups: [UInt16]

  /// The address whose first colon is at `index`; it begins at `floor` or behind.
  init?(in bytes: [UInt8], at index: Int, from floor: Int) {
    let next = bytes.byte(index + 1)
    guard next.isHex || next == .colon else { return nil }
    var start = index
    while start > floor, index - start < 5, bytes[start - 1].isHex { start -= 1 }
    guard index - start <= 4, index > start || next == .colon else { return nil }
    let before = start > floor ? bytes.byte(start - 1) : 0
    guard !before.isWord, before != .colon, before != .dot, before != .at || start == floor else { return nil }
    var parser = IPv6Parser()
    guard let end = parser.parse(bytes, at: start), let groups = parser.allGroups else { return nil }
    let after = bytes.byte(end)
    let second = bytes.byte(end + 1)
    if after.isWord || after == .colon && (second.isWord || second == .colon) || after == .dot && second.isAlphanumeric
    {
      return nil
    }
    guard Self.isLikely(bytes[start..<end], parser) else { return nil }
    self.groups = groups
    range = start..<Self.zoneEnd(in: bytes, at: end)
  }

  private static func isLikely(_ text: ArraySlice<UInt8>, _ parser: IPv6Parser) -> Bool {
    if !parser.isShortened { return parser.groupLengths.contains { $0 != 2 } }
    if parser.hasVersion4 { return true }
    guard text.contains(where: { $0.isDigit }) else { return false }
    return parser.groupLengths.count > 2 || parser.groupLengths.contains { $0 >= 3 }
  }

  /// `fe80::1%eth0`: up to the end of the zone.
  private static func zoneEnd(in bytes: [UInt8], at end: Int) -> Int {
    guard bytes.byte(end) == .percent else { return end }
    let zone = bytes.end(from: end + 1, limit: 16) { $0.isWord }
    return zone > end + 1 ? zone : end
  }

  /// The address of version 4 that it stands for (`::ffff:192.0.2.1`), or that it holds in the old way (`::192.0.2.1`).
  var version4: UInt32? { Self.version4(of: groups) }

  static func version4(of groups: [UInt16]) -> UInt32? {
    guard groups[..<5].allSatisfy({ $0 == 0 }), groups[5] == 0xffff || groups[5] == 0, groups[6] != 0 else {
      return nil
    }
    return UInt32(groups[6]) << 16 | UInt32(groups[7])
  }

  /// As for version 4 (RFC 6890); documents use `2001:db8::/32` and `3fff::/20` (RFC 3849, RFC 9637).
  var isPersonal: Bool {
    if let version4 { return IPv4Address.isPersonal(version4) }
    if groups[..<7].allSatisfy({ $0 == 0 }), groups[7] <= 1 { return false }
    return groups[0] >> 8 != 0xff && !(groups[0] == 0x2001 && groups[1] == 0xdb8)
      && !(groups[0] == 0x3fff && groups[1] < 0x1000)
  }
}
