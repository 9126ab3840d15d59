/// A ZIP archive (PKWARE APPNOTE 6.3.10), held in memory: its list of contents is read at once, each file when asked for.
///
/// Stored and deflated files are read, with ZIP64 numbers, data descriptors, a comment behind and foreign bytes before.
/// What the list says counts, as with all readers; the headers before the files are only passed over.
package struct ZipArchive: Sendable {
  private let bytes: [UInt8]
  /// In the order of the list, without folders and links.
  package let entries: [ZipEntry]

  package init(_ bytes: [UInt8], mostFiles: Int = 10_000) throws(ArchiveError) {
    let directory = try ZipDirectory(bytes)
    guard directory.count <= mostFiles else { throw ArchiveError(.tooManyFiles, at: directory.start) }
    var entries: [ZipEntry] = []
    var place = directory.start
    for _ in 0..<directory.count {
      guard place < bytes.count else { throw ArchiveError(.badDirectory, at: bytes.count) }
      if let entry = try ZipEntry.read(at: &place, in: bytes, shift: directory.shift) { entries.append(entry) }
    }
    self.bytes = bytes
    self.entries = entries
  }

  /// Whether bytes begin as an archive of at least one file does.
  package static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// The first entry of this path, letter case apart, as office programs look for their parts.
  package subscript(path: String) -> ZipEntry? {
    let lower = path.lowercased()
    return entries.first { $0.path == path } ?? entries.first { $0.path.lowercased() == lower }
  }

  /// What a file holds, which is at most `limit` bytes.
  package func contents(of entry: ZipEntry, limit: Int) throws(ArchiveError) -> [UInt8] {
    guard !entry.isEncrypted else { throw ArchiveError(.encrypted, at: max(0, entry.header)) }
    guard entry.size <= limit else { throw ArchiveError(.tooLarge, at: max(0, entry.header)) }
    let packed = try packed(entry)
    let contents: [UInt8]
    switch entry.method {
    case 0: contents = Array(packed)
    case 8: contents = try inflated(packed, size: entry.size)
    default: throw ArchiveError(.unknownCompression, at: packed.startIndex)
    }
    guard contents.count == entry.size, Checksum.crc32(contents) == entry.checksum else {
      throw ArchiveError(.badChecksum, at: packed.startIndex)
    }
    return contents
  }

  private func inflated(_ packed: ArraySlice<UInt8>, size: Int) throws(ArchiveError) -> [UInt8] {
    do throws(ArchiveError) {
      return try Inflater.inflate(packed, .none, limit: size, offset: packed.startIndex).output
    } catch {
      // More comes out than the list says.
      throw error.problem == .tooLarge ? ArchiveError(.badChecksum, at: error.offset) : error
    }
  }

  /// The bytes behind the file's own header (APPNOTE 4.3.7).
  private func packed(_ entry: ZipEntry) throws(ArchiveError) -> ArraySlice<UInt8> {
    guard bytes.indices.contains(entry.header) else { throw ArchiveError(.badDirectory, at: bytes.count) }
    let header = LittleEndian(bytes[entry.header...])
    guard header.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), let name = header.uint16(at: 26),
      let extra = header.uint16(at: 28)
    else { throw ArchiveError(.badDirectory, at: entry.header) }
    let start = entry.header + 30 + name + extra
    guard start <= bytes.count, entry.compressedSize <= bytes.count - start else {
      throw ArchiveError(.truncated, at: bytes.count)
    }
    return bytes[start..<(start + entry.compressedSize)]
  }
}
