/// Writes ZIP files as tests need them, byte by byte, with the faults that are asked for.
struct ZipFile {
  struct Part {
    var name: [UInt8]
    var contents: [UInt8]
    /// What the archive holds, where that is not the contents themselves.
    var packed: [UInt8]?
    var method = 0
    var flags = 0
    var checksum: UInt32?
    /// What the list says of the unpacked size.
    var size: Int?
    var madeBy = 20
    var attributes = 0
    /// Sizes in a ZIP64 field.
    var isLarge = false

    init(_ name: String, _ contents: String = "words") {
      self.name = Array(name.utf8)
      self.contents = Array(contents.utf8)
    }
  }

  var parts: [Part]
  var prefix: [UInt8] = []
  var comment: [UInt8] = []
  var count: Int?

  init(_ parts: [Part]) { self.parts = parts }

  var bytes: [UInt8] {
    var body: [UInt8] = []
    var list: [UInt8] = []
    for part in parts {
      let packed = part.packed ?? part.contents
      let sum = part.checksum ?? Self.crc32(part.contents)
      let header = body.count
      body += [0x50, 0x4B, 0x03, 0x04] as [UInt8]
      for (value, count) in [(20, 2), (part.flags, 2), (part.method, 2), (0, 4), (Int(sum), 4), (packed.count, 4)] {
        body += Self.number(value, count)
      }
      for (value, count) in [(part.contents.count, 4), (part.name.count, 2), (0, 2)] {
        body += Self.number(value, count)
      }
      body += part.name
      body += packed
      list += record(part, packed: packed.count, checksum: Int(sum), header: header)
    }
    return prefix + body + list + end(list: list.count, body: body.count)
  }

  private func end(list: Int, body: Int) -> [UInt8] {
    var end: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    let count = count ?? parts.count
    for (value, size) in [(0, 4), (count, 2), (count, 2), (list, 4), (body, 4), (comment.count, 2)] {
      end += Self.number(value, size)
    }
    return end + comment
  }

  private func record(_ part: Part, packed: Int, checksum: Int, header: Int) -> [UInt8] {
    let size = part.size ?? part.contents.count
    var extra: [UInt8] = []
    if part.isLarge {
      for (value, count) in [(1, 2), (16, 2), (size, 8), (packed, 8)] { extra += Self.number(value, count) }
    }
    let limit = 0xFFFF_FFFF
    var record: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
    let head = [(part.madeBy, 2), (20, 2), (part.flags, 2), (part.method, 2), (0, 4), (checksum, 4)]
    let sizes = [(part.isLarge ? limit : packed, 4), (part.isLarge ? limit : size, 4)]
    let rest = [(part.name.count, 2), (extra.count, 2), (0, 6), (part.attributes, 4), (header, 4)]
    for (value, count) in [head, sizes, rest].joined() { record += Self.number(value, count) }
    return record + part.name + extra
  }

  static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// Bit by bit, as an oracle for the library's.
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
