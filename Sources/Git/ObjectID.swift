/// The name of a git object, in lower-case hexadecimal: 40 digits in a SHA-1 repository, 64 in a SHA-256 one.
package struct ObjectID: Hashable, Sendable, CustomStringConvertible {
  package let hex: String

  /// Reads a whole object name; nil for an abbreviation or anything else.
  package init?(_ text: some StringProtocol) {
    let isDigit = { (byte: UInt8) in
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
    }
    guard text.utf8.count == 40 || text.utf8.count == 64, text.utf8.allSatisfy(isDigit) else { return nil }
    hex = String(text)
  }

  /// The name whose raw bytes these are.
  package init(bytes: some Collection<UInt8>) {
    let digits = Array("0123456789abcdef".utf8)
    hex = String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
      for (index, byte) in bytes.enumerated() {
        buffer[index * 2] = digits[Int(byte >> 4)]
        buffer[index * 2 + 1] = digits[Int(byte & 15)]
      }
      return bytes.count * 2
    }
  }

  /// The raw bytes of the name.
  package var bytes: [UInt8] {
    let digits = Array(hex.utf8)
    func value(_ digit: UInt8) -> UInt8 { digit < 0x3a ? digit - 0x30 : digit - 0x57 }
    return stride(from: 0, to: digits.count, by: 2).map { value(digits[$0]) << 4 | value(digits[$0 + 1]) }
  }

  /// Whether this stands for no object, as in a hook's line about a created or deleted ref; whatever the hash.
  package var isZero: Bool { hex.utf8.allSatisfy { $0 == UInt8(ascii: "0") } }

  /// The first ten digits, for people.
  package var short: String { String(hex.prefix(10)) }

  package var description: String { hex }
}
