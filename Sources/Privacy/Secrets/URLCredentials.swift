/// A user's name and password in a URL: `https://user:password@host` (RFC 3986, section 3.2.1). The match is what
/// stands between `//` and `@`.
enum URLCredentials {
  private static let limit = 512

  /// The credentials behind the `://` whose colon is at `index`.
  static func range(in bytes: [UInt8], at index: Int) -> Range<Int>? {
    guard bytes.byte(index + 1) == .slash, bytes.byte(index + 2) == .slash, bytes.byte(index - 1).isAlphanumeric else {
      return nil
    }
    let start = index + 3
    var colon: Int?
    var place = start
    while place < min(bytes.count, start + limit) {
      switch bytes[place] {
      case .at:
        guard let colon, place > colon + 1, !isPlaceholder(bytes[(colon + 1)..<place]) else { return nil }
        return start..<place
      case .colon: colon = colon ?? place
      case 0...(.space), .slash, .quote, UInt8(ascii: "?"), .hash, UInt8(ascii: "<"), UInt8(ascii: ">"), .openSquare:
        return nil
      default: break
      }
      place += 1
    }
    return nil
  }

  /// `${TOKEN}`, `$TOKEN`, `****`, `xxxx`
  private static func isPlaceholder(_ password: ArraySlice<UInt8>) -> Bool {
    guard let first = password.first else { return true }
    return "${%*(".utf8.contains(first) || password.allSatisfy { ($0 | 0x20) == UInt8(ascii: "x") || $0 == .dot }
  }
}
