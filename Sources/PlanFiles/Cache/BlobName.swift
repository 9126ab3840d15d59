import Crypto
import Git

/// What git calls some contents (gitformat-pack(5)): the hash of the word `blob`, their length, and themselves.
///
/// It tells, as git does, whether a file is as a commit has it. What was read of strangers is found by a ``ContentKey``.
enum BlobName {
  /// Whether a blob with a name holds just these bytes.
  static func matches(_ name: ObjectID, _ contents: [UInt8]) -> Bool {
    let isLong = name.hex.utf8.count > 40
    return name.hex.utf8.elementsEqual(isLong ? digits(contents, SHA256()) : digits(contents, Insecure.SHA1()))
  }

  private static func digits(_ contents: [UInt8], _ empty: some HashFunction) -> [UInt8] {
    var hash = empty
    hash.update(data: Array("blob \(contents.count)\0".utf8))
    hash.update(data: contents)
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in hash.finalize() {
      digits.append(hexadecimal[Int(byte >> 4)])
      digits.append(hexadecimal[Int(byte & 15)])
    }
    return digits
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)
}
