/// A token that a service gives out, known by its prefix; the prefixes are there so that leaks can be found.
struct TokenFormat: Sendable {
  /// The characters behind the prefix.
  enum Alphabet {
    case alphanumeric, upperAndDigits, lowerHex
    /// Letters, digits, `_` and `-`: base64url of RFC 4648.
    case url
    /// Of `url`, and dots.
    case dotted
    /// Of `url`, and slashes.
    case path
    case base64

    func contains(_ byte: UInt8) -> Bool {
      switch self {
      case .alphanumeric: byte.isAlphanumeric
      case .upperAndDigits: byte.isUpper || byte.isDigit
      case .lowerHex: byte.isDigit || byte &- UInt8(ascii: "a") < 6
      case .url: byte.isWord || byte == .dash
      case .dotted: byte.isWord || byte == .dash || byte == .dot
      case .path: byte.isWord || byte == .dash || byte == .slash
      case .base64: byte.isAlphanumeric || byte == .plus || byte == .slash || byte == .equals
      }
    }
  }

  let prefix: [UInt8]
  let alphabet: Alphabet
  /// How many characters stand behind the prefix.
  let length: ClosedRange<Int>
  /// Whether capitals and digits have to be among them, since words can begin with the prefix.
  let isMixed: Bool

  init(_ prefix: String, _ alphabet: Alphabet, _ length: ClosedRange<Int>, isMixed: Bool = false) {
    self.prefix = Array(prefix.utf8)
    self.alphabet = alphabet
    self.length = length
    self.isMixed = isMixed
  }

  /// The token whose prefix begins at `index`.
  func range(in bytes: [UInt8], at index: Int) -> Range<Int>? {
    guard bytes.holds(prefix, at: index) else { return nil }
    let start = index + prefix.count
    var end = bytes.end(from: start, limit: length.upperBound + 1, while: alphabet.contains)
    guard end - start <= length.upperBound else { return nil }
    // Marks at the end are the sentence's.
    while end > start, !bytes[end - 1].isAlphanumeric, bytes[end - 1] != .equals { end -= 1 }
    let body = bytes[start..<end]
    guard body.count >= length.lowerBound, !bytes.byte(end).isAlphanumeric, !Placeholder.isLikely(body) else {
      return nil
    }
    if isMixed, !body.contains(where: { $0.isDigit }) || !body.contains(where: { $0.isLetter }) { return nil }
    return index..<end
  }
}
