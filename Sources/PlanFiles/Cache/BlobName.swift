import Crypto
import Git

/// What git calls some contents (gitformat-pack(5)): the hash of the word `blob`, their length, and themselves.
///
/// It tells, as git does, whether a file is as a commit has it. What was read of strangers is found by a ``ContentKey``.
enum BlobName {
  /// Whether a blob with a name holds just these bytes.
  static func matches(_ name: ObjectID, _ contents: [UInt8]) -> Bool {
    name.count == 20
      ? name.bytes.elementsEqual(hash(of: contents, Insecure.SHA1()))
      : name.bytes.elementsEqual(hash(of: contents, SHA256()))
  }

  private static func hash<Hash: HashFunction>(of contents: [UInt8], _ empty: Hash) -> Hash.Digest {
    var hash = empty
    hash.update(data: Array("blob \(contents.count)\0".utf8))
    hash.update(data: contents)
    return hash.finalize()
  }
}
