/// A file in gzip (RFC 1952), of one member or of several behind each other.
package enum GzipFile {
  /// More members than any program writes.
  private static let mostMembers = 10_000

  package static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

  /// What was compressed, at most `limit` bytes. Bytes behind the last member that begin no other are passed over.
  package static func contents(of bytes: [UInt8], limit: Int) throws(ArchiveError) -> [UInt8] {
    var contents: [UInt8] = []
    var rest = bytes[...]
    for _ in 0..<mostMembers {
      let room = limit - contents.count
      let member = try Inflater.inflate(rest, .gzip, limit: room, offset: rest.startIndex)
      contents += member.output
      rest = rest.dropFirst(member.consumed)
      guard rest.starts(with: [0x1F, 0x8B, 0x08]) else { return contents }
    }
    throw ArchiveError(.tooManyFiles, at: rest.startIndex)
  }
}
