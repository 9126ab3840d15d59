/// The name of a git object: 20 bytes in a SHA-1 repository, 32 in a SHA-256 one, written in lower-case hexadecimal.
///
/// Held in place and not as text: a long history has millions of them.
package struct ObjectID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The bytes, eight a word, the first the highest; behind those of a short name are zeros.
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var fourth: UInt64 = 0
  private let isLong: Bool

  /// How many bytes a name has.
  private static let (short, long) = (20, 32)

  /// Reads a whole object name; nil for an abbreviation or anything else.
  package init?(_ text: some StringProtocol) {
    let count = text.utf8.count
    guard count == 2 * Self.short || count == 2 * Self.long else { return nil }
    isLong = count == 2 * Self.long
    for (place, digit) in text.utf8.enumerated() {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      self[word: place / 16] |= UInt64(value) << (60 - 4 * UInt64(place % 16))
    }
  }

  /// The name whose raw bytes these are, 20 or 32.
  package init(bytes: some Collection<UInt8>) {
    precondition(bytes.count == Self.short || bytes.count == Self.long, "git has names of 20 and of 32 bytes")
    isLong = bytes.count == Self.long
    for (place, byte) in bytes.enumerated() { self[word: place / 8] |= UInt64(byte) << (56 - 8 * UInt64(place % 8)) }
  }

  /// The raw bytes of the name.
  package var bytes: [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: self[word: $0 / 8] >> (56 - 8 * UInt64($0 % 8))) }
  }

  /// How many raw bytes the name has: 20 or 32.
  package var count: Int { isLong ? Self.long : Self.short }

  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 2 * count) { text in
      for place in 0..<2 * count {
        text[place] = digits[Int(truncatingIfNeeded: self[word: place / 16] >> (60 - 4 * UInt64(place % 16)) & 15)]
      }
      return 2 * count
    }
  }

  /// Whether this stands for no object, as in a hook's line about a created or deleted ref; whatever the hash.
  package var isZero: Bool { (0..<4).allSatisfy { self[word: $0] == 0 } }

  /// The first ten digits, for people.
  package var short: String { String(hex.prefix(10)) }

  package var description: String { hex }

  private subscript(word word: Int) -> UInt64 {
    get {
      switch word {
      case 0: first
      case 1: second
      case 2: third
      default: fourth
      }
    }
    set {
      switch word {
      case 0: first = newValue
      case 1: second = newValue
      case 2: third = newValue
      default: fourth = newValue
      }
    }
  }

  /// By their bytes, which is also the order of what is written.
  package static func < (one: ObjectID, other: ObjectID) -> Bool {
    for word in 0..<4 where one[word: word] != other[word: word] { return one[word: word] < other[word: word] }
    return !one.isLong && other.isLong
  }
}
