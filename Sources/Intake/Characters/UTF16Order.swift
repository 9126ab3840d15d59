/// The order of the bytes of UTF-16, when text is in UTF-16.
enum UTF16Order {
  case big, little

  /// By byte order mark, or by NUL bytes that stand at every other place only.
  init?(_ bytes: ArraySlice<UInt8>) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      self = .little
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = .big
    } else if let guess = Self.guess(bytes.prefix(512)) {
      self = guess
    } else {
      return nil
    }
  }

  /// European text without a mark has a NUL in nearly every unit, always in the same half.
  private static func guess(_ sample: ArraySlice<UInt8>) -> UTF16Order? {
    guard sample.count >= 8 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (offset, byte) in sample.enumerated() where byte == 0 {
      if offset.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let many = sample.count * 2 / 5
    if zeros.even == 0 && zeros.odd >= many { return .little }
    if zeros.odd == 0 && zeros.even >= many { return .big }
    return nil
  }

  /// Unpaired surrogates and an odd last byte become U+FFFD; a byte order mark is dropped.
  func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(self == .big ? first << 8 | second : second << 8 | first)
      index += 2
    }
    if index < bytes.endIndex { units.append(0xFFFD) }
    if units.first == 0xFEFF { units.removeFirst() }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
