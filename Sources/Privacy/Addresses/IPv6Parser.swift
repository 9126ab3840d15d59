/// Reads the groups of an address of version 6.
struct IPv6Parser {
  private var groups: [UInt16] = []
  /// Where `::` stands among the groups.
  private var gap: Int?
  /// How many digits each written group has.
  private(set) var groupLengths: [Int] = []
  private(set) var hasVersion4 = false

  var isShortened: Bool { gap != nil }

  /// All eight groups; nil when what was read are not as many.
  var allGroups: [UInt16]? {
    guard let gap else { return groups.count == 8 ? groups : nil }
    guard groups.count < 8 else { return nil }
    return groups[..<gap] + Array(repeating: 0, count: 8 - groups.count) + groups[gap...]
  }

  /// Reads from `start`; where the address ends, or nil when what stands there is none.
  mutating func parse(_ bytes: [UInt8], at start: Int) -> Int? {
    var place = start
    if bytes.byte(place) == .colon {
      guard bytes.byte(place + 1) == .colon else { return nil }
      gap = 0
      place += 2
    }
    while groups.count < 8 {
      let end = bytes.end(from: place, limit: 5) { $0.isHex }
      if end == place { return gap == groups.count ? place : nil }
      if bytes.byte(end) == .dot, groups.count <= 6, let version4 = IPv4Address.parse(bytes, at: place) {
        groups += [UInt16(version4.value >> 16), UInt16(truncatingIfNeeded: version4.value)]
        hasVersion4 = true
        return version4.end
      }
      guard end - place <= 4, let group = UInt16(String(decoding: bytes[place..<end], as: UTF8.self), radix: 16) else {
        return nil
      }
      groups.append(group)
      groupLengths.append(end - place)
      guard bytes.byte(end) == .colon else { return end }
      if bytes.byte(end + 1) == .colon, gap == nil {
        gap = groups.count
        place = end + 2
      } else if bytes.byte(end + 1).isHex {
        place = end + 1
      } else {
        // A colon of the sentence.
        return end
      }
    }
    return place
  }
}
