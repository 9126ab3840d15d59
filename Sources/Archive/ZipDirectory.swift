/// Where a ZIP file's list of contents lies (APPNOTE 4.3.12 to 4.3.16), found from its end.
struct ZipDirectory {
  /// The first record of the list, counted from the file's first byte.
  var start: Int
  var size: Int
  var count: Int
  /// How many bytes stand before the archive itself: all its offsets are short by as many.
  var shift: Int

  private static let endSize = 22
  private static let longestComment = 65_535

  init(_ bytes: [UInt8]) throws(ArchiveError) {
    guard let end = Self.end(of: bytes) else { throw ArchiveError(.truncated, at: bytes.count) }
    let record = LittleEndian(bytes[end...])
    guard let count = record.uint16(at: 10), let size = record.uint32(at: 12), let offset = record.uint32(at: 16) else {
      throw ArchiveError(.badDirectory, at: end)
    }
    self.init(end: end, count: count, size: size, offset: offset)
    if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF, let large = Self.zip64(before: end, in: bytes) {
      self = large
    }
    // One that says it is split over several files has its beginning elsewhere.
    guard shift >= 0, start >= 0, size >= 0, record.uint16(at: 4) == record.uint16(at: 6) else {
      throw ArchiveError(.badDirectory, at: end)
    }
  }

  /// The list ends where the record about it begins; `offset` is where the archive takes it to begin.
  private init(end: Int, count: Int, size: Int, offset: Int) {
    (start, self.size, self.count) = (end - size, size, count)
    shift = end - size - offset
  }

  /// The last record whose comment fits into the file.
  private static func end(of bytes: [UInt8]) -> Int? {
    var place = bytes.count - endSize
    let first = max(0, place - longestComment)
    while place >= first {
      if bytes[place] == 0x50, bytes[place...].starts(with: [0x50, 0x4B, 0x05, 0x06]),
        let comment = LittleEndian(bytes[place...]).uint16(at: 20), place + endSize + comment <= bytes.count
      {
        return place
      }
      place -= 1
    }
    return nil
  }

  /// The larger numbers, behind a locator that stands right before the end record.
  private static func zip64(before end: Int, in bytes: [UInt8]) -> ZipDirectory? {
    let locator = end - 20
    guard locator >= 0, bytes[locator...].starts(with: [0x50, 0x4B, 0x06, 0x07]) else { return nil }
    // The record has 56 bytes unless something extends it, and a prefix may have moved it.
    let stated = LittleEndian(bytes[locator...]).uint64(at: 8)
    for place in [stated, locator - 56].compactMap(\.self) where place >= 0 && place < locator {
      let record = LittleEndian(bytes[place..<locator])
      guard record.bytes.starts(with: [0x50, 0x4B, 0x06, 0x06]), let count = record.uint64(at: 32),
        let size = record.uint64(at: 40), let offset = record.uint64(at: 48), size <= place
      else { continue }
      return ZipDirectory(end: place, count: count, size: size, offset: offset)
    }
    return nil
  }
}
