/// One file in a ZIP archive, as the list of contents has it (APPNOTE 4.3.12).
package struct ZipEntry: Hashable, Sendable {
  /// Its place below the archive's top, `/` between the parts; see `EntryName`.
  package var path: String
  /// What it says of its size once unpacked, in bytes.
  package var size: Int

  /// Stored (0) or deflated (8); nothing else is read.
  var method: Int
  var compressedSize: Int
  var checksum: UInt32
  var isEncrypted: Bool
  /// Where its own header begins, in the whole file.
  var header: Int

  /// How many bytes a record takes without its name, its extra field and its comment.
  static let recordSize = 46
}

extension ZipEntry {
  /// The record at `place`, which moves behind it; nil for folders, links and what systems keep for themselves.
  static func read(at place: inout Int, in bytes: [UInt8], shift: Int) throws(ArchiveError) -> ZipEntry? {
    let record = LittleEndian(bytes[place...])
    guard record.bytes.starts(with: [0x50, 0x4B, 0x01, 0x02]), let flags = record.uint16(at: 8),
      let method = record.uint16(at: 10), let checksum = record.uint32(at: 16), let nameLength = record.uint16(at: 28),
      let extraLength = record.uint16(at: 30), let commentLength = record.uint16(at: 32),
      recordSize + nameLength + extraLength + commentLength <= record.bytes.count,
      let sizes = Sizes(record, extra: recordSize + nameLength, extraLength)
    else { throw ArchiveError(.badDirectory, at: place) }
    let name = record.bytes.dropFirst(recordSize).prefix(nameLength)
    let isLink = isSymbolicLink(record)
    let start = place
    place += recordSize + nameLength + extraLength + commentLength
    guard !isLink, let path = EntryName.path(EntryName.decoded(name, saysUTF8: flags & 0x800 != 0)) else { return nil }
    let (header, isPast) = sizes.offset.addingReportingOverflow(shift)
    guard !isPast else { throw ArchiveError(.badDirectory, at: start) }
    return ZipEntry(
      path: path, size: sizes.size, method: method, compressedSize: sizes.compressed,
      checksum: UInt32(truncatingIfNeeded: checksum), isEncrypted: flags & 0x1 != 0, header: header)
  }

  /// Whether a Unix system made it as a link, whose content is only the name of another file.
  private static func isSymbolicLink(_ record: LittleEndian) -> Bool {
    let madeOn = record.uint16(at: 4).map { $0 >> 8 }
    let mode = record.uint32(at: 38).map { $0 >> 16 }
    return madeOn == 3 && mode.map { $0 & 0o170000 == 0o120000 } ?? false
  }
}

/// Sizes and offset of an entry; those that do not fit into 32 bits stand in a ZIP64 field (APPNOTE 4.5.3).
private struct Sizes {
  var size: Int
  var compressed: Int
  var offset: Int

  init?(_ record: LittleEndian, extra: Int, _ extraLength: Int) {
    guard let compressed = record.uint32(at: 20), let size = record.uint32(at: 24), let offset = record.uint32(at: 42)
    else { return nil }
    (self.size, self.compressed, self.offset) = (size, compressed, offset)
    let limit = 0xFFFF_FFFF
    guard size == limit || compressed == limit || offset == limit else { return }
    guard var place = Self.largeField(record, extra, extraLength) else { return nil }
    let larger = { (small: Int) -> Int? in
      guard small == limit else { return small }
      defer { place += 8 }
      return record.uint64(at: place)
    }
    guard let size = larger(size), let compressed = larger(compressed), let offset = larger(offset) else { return nil }
    (self.size, self.compressed, self.offset) = (size, compressed, offset)
  }

  /// Where the content of the extra field with the number 1 begins.
  private static func largeField(_ record: LittleEndian, _ extra: Int, _ length: Int) -> Int? {
    var place = extra
    while place + 4 <= extra + length, let number = record.uint16(at: place), let size = record.uint16(at: place + 2) {
      if number == 1 { return place + 4 }
      place += 4 + size
    }
    return nil
  }
}
