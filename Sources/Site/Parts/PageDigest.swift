/// Tells one input of a page from another: 64 bits, the same on every machine and in every run.
///
/// In the manner of FNV-1a (RFC 9923), eight bytes at a time with the high bits brought down after each, and with a last mix. It
/// keeps pages from being made twice and secures nothing: who can write the list of a site can write its pages.
struct PageDigest {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3

  mutating func add(_ number: UInt64) {
    state = (state ^ number) &* Self.prime
    state ^= state >> 29
  }

  /// Text with its length, so that no two lists of texts are one.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { addAll($0) }
  }

  mutating func add(_ bytes: [UInt8]) { add(bytes[...]) }

  mutating func add(_ bytes: ArraySlice<UInt8>) { _ = bytes.withContiguousStorageIfAvailable { addAll($0) } }

  private mutating func addAll<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes) where Bytes.Index == Int {
    add(UInt64(bytes.count))
    var place = bytes.startIndex
    while bytes.endIndex - place >= 8 {
      // Spelt out, so that it becomes one load.
      let low =
        UInt64(bytes[place]) | UInt64(bytes[place + 1]) << 8 | UInt64(bytes[place + 2]) << 16
        | UInt64(bytes[place + 3]) << 24
      let high =
        UInt64(bytes[place + 4]) | UInt64(bytes[place + 5]) << 8 | UInt64(bytes[place + 6]) << 16
        | UInt64(bytes[place + 7]) << 24
      add(low | high << 32)
      place += 8
    }
    guard place < bytes.endIndex else { return }
    // Up to eight bytes, the first one lowest.
    add(bytes[place...].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  /// The digest so far, in which every bit depends on every other (the end of MurmurHash3).
  var mixed: UInt64 {
    var mixed = state
    mixed = (mixed ^ mixed >> 33) &* 0xff51_afd7_ed55_8ccd
    mixed = (mixed ^ mixed >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return mixed ^ mixed >> 33
  }

  /// Sixteen hexadecimal digits.
  static func text(_ digest: UInt64) -> String {
    var digits: [UInt8] = []
    append(digest, to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// The same in ASCII, behind what is there.
  static func append(_ digest: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt64(60), through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: digest >> shift & 0xf)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
    }
  }
}
