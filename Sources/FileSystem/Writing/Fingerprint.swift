/// The length of a file's contents and their FNV-1a hash (RFC 9923, 64 bits), to tell after a crash whether anybody has
/// written the file since.
struct Fingerprint: Hashable, CustomStringConvertible {
  private let length: Int
  private let hash: UInt64

  init(_ bytes: [UInt8]) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    length = bytes.count
    self.hash = hash
  }

  /// Reads what `description` gives.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let length = Int(parts[0]), let hash = UInt64(parts[1], radix: 16) else { return nil }
    self.length = length
    self.hash = hash
  }

  var description: String { "\(length):\(String(hash, radix: 16))" }
}
