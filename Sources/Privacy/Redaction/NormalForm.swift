/// What two ways to write one value have in common: they get one pseudonym.
enum NormalForm {
  /// The form of `value`, a match of `kind`.
  static func of(_ value: ArraySlice<UInt8>, as kind: Kind) -> [UInt8] {
    switch kind {
    case .email: return Array(String(decoding: value, as: UTF8.self).lowercased().utf8)
    case .phone: return phone(value)
    case .card: return value.filter(\.isDigit)
    case .iban: return value.filter(\.isAlphanumeric).map(\.lowercased)
    case .ip: return address(Array(value))
    case .secret, .custom: return Array(value)
    }
  }

  /// The digits: `00` at the start is `+`, and the `(0)` that is dialled at home only is none of them.
  private static func phone(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var digits: [UInt8] = []
    let isInternational = value.prefix(2).contains(.plus) || value.starts(with: "00".utf8)
    var index = value.startIndex
    while index < value.endIndex {
      if isInternational, value[index...].starts(with: "(0)".utf8) {
        index += 3
        continue
      }
      if value[index].isDigit { digits.append(value[index]) }
      index += 1
    }
    return isInternational ? [.plus] + (value.first == .zero ? digits.dropFirst(2) : digits[...]) : digits
  }

  /// Two bytes for every group of version 6, four for version 4, which is the same when version 6 holds it.
  private static func address(_ value: [UInt8]) -> [UInt8] {
    if let address = IPv4Address.parse(value, at: 0), address.end == value.count { return bytes(of: address.value) }
    var parser = IPv6Parser()
    guard let end = parser.parse(value, at: 0), let groups = parser.allGroups else { return value }
    if let version4 = IPv6Address.version4(of: groups) { return bytes(of: version4) }
    return groups.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] } + value[end...]
  }

  private static func bytes(of value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
