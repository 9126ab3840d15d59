/// The id of any plan item: its kind, `-`, and eight characters of lower-case Crockford base32.
///
/// Crockford's alphabet leaves out i, l, o and u, so that an id read aloud or copied from paper stays itself
/// (<https://www.crockford.com/base32.html>). Eight characters are 40 bits, kept here as one number.
package struct ItemID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let kind: ItemKind
  private let bits: UInt64

  package static let suffixLength = 8
  /// The length of every id, in characters and bytes: `st-9c4t8wq2`.
  package static let length = 3 + suffixLength
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// Reads a whole id, such as `st-9c4t8wq2`; anything else is nil.
  package init?(_ text: some StringProtocol) {
    self.init(utf8: text.utf8)
  }

  /// Reads a whole id from its bytes.
  package init?(utf8 text: some Collection<UInt8>) {
    guard text.count == Self.length else { return nil }
    var bytes = text.makeIterator()
    guard let first = bytes.next(), let second = bytes.next(), bytes.next() == UInt8(ascii: "-"),
      let kind = Self.kinds.first(where: { $0.first == first && $0.second == second })?.kind
    else { return nil }
    var bits: UInt64 = 0
    while let byte = bytes.next() {
      guard let digit = Self.digit(of: byte) else { return nil }
      bits = bits << 5 | digit
    }
    self.kind = kind
    self.bits = bits
  }

  /// A new id of `kind`; the caller checks it against those that exist.
  package static func random(_ kind: ItemKind, using generator: inout some RandomNumberGenerator) -> ItemID {
    ItemID(kind: kind, bits: generator.next() & (1 << 40 - 1))
  }

  private init(kind: ItemKind, bits: UInt64) {
    self.kind = kind
    self.bits = bits
  }

  package var description: String { kind.rawValue + "-" + suffix }

  /// The eight characters behind the kind.
  package var suffix: String {
    String(unsafeUninitializedCapacity: Self.suffixLength) { text in
      for place in 0..<Self.suffixLength {
        text[place] = Self.alphabet[Int(bits >> UInt64(5 * (Self.suffixLength - 1 - place)) & 31)]
      }
      return Self.suffixLength
    }
  }

  package static func < (left: ItemID, right: ItemID) -> Bool {
    left.kind == right.kind ? left.bits < right.bits : left.kind.rawValue < right.kind.rawValue
  }

  /// Whether `byte` may stand behind the kind of an id.
  package static func isSuffixByte(_ byte: UInt8) -> Bool { digit(of: byte) != nil }

  /// By their bytes: ids are read by the ten thousand.
  private static let kinds: [(first: UInt8, second: UInt8, kind: ItemKind)] = ItemKind.allCases.compactMap { kind in
    let bytes = Array(kind.rawValue.utf8)
    return bytes.count == 2 ? (bytes[0], bytes[1], kind) : nil
  }

  private static func digit(of byte: UInt8) -> UInt64? {
    let digit = digits[Int(byte)]
    return digit < 32 ? UInt64(digit) : nil
  }

  private static let digits: [UInt8] = {
    var table = [UInt8](repeating: .max, count: 256)
    for (value, byte) in alphabet.enumerated() { table[Int(byte)] = UInt8(value) }
    return table
  }()
}
