import PlanModel

/// Records by the contents that they were made from, as one file holds them:
///
///     "GHSHELF1"  stamp  checksum  count  count × (key, start, length)  records
///
/// Numbers are of 64 bits, the highest byte first; a start is counted from the first record. Whatever is not just so is no
/// shelf: it is read as an empty one, and written anew.
package struct RecordShelf: Sendable {
  /// A file that is larger is not read, and none that is larger is written.
  static let byteLimit = 64 << 20

  private static let magic: UInt64 = 0x4748_5348_454c_4631
  private static let headBytes = 32
  private static let rowBytes = ContentKey.byteCount + 16

  private struct Row: Sendable {
    var key: ContentKey
    var start: Int
    var length: Int
  }

  private let bytes: [UInt8]
  /// Sorted by their keys.
  private let rows: [Row]

  /// A shelf without records.
  init() {
    bytes = []
    rows = []
  }

  /// Reads a file; nil when it is not whole, or made by a program that reads otherwise.
  ///
  /// - Parameter stamp: who reads, and by which rules.
  init?(_ bytes: [UInt8], stamp: UInt64) {
    let rows = bytes.withUnsafeBytes { bytes -> [Row]? in
      guard bytes.count >= Self.headBytes, bytes.bigEndianWord(at: 0) == Self.magic,
        bytes.bigEndianWord(at: 8) == stamp, bytes.bigEndianWord(at: 16) == Self.checksum(of: bytes),
        let count = Int(exactly: bytes.bigEndianWord(at: 24)), count <= bytes.count / Self.rowBytes
      else { return nil }
      let first = Self.headBytes + count * Self.rowBytes
      var rows: [Row] = []
      rows.reserveCapacity(count)
      for number in 0..<count {
        let place = Self.headBytes + number * Self.rowBytes
        let key = ContentKey(bytes, at: place)
        guard let start = Int(exactly: bytes.bigEndianWord(at: place + ContentKey.byteCount)),
          let length = Int(exactly: bytes.bigEndianWord(at: place + ContentKey.byteCount + 8)),
          first <= bytes.count, start <= bytes.count - first, length <= bytes.count - first - start,
          rows.last.map({ $0.key < key }) ?? true
        else { return nil }
        rows.append(Row(key: key, start: first + start, length: length))
      }
      return rows
    }
    guard let rows else { return nil }
    self.bytes = bytes
    self.rows = rows
  }

  package var count: Int { rows.count }

  /// The record of a key, if there is one.
  package subscript(key: ContentKey) -> ArraySlice<UInt8>? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].key < key { low = middle + 1 } else { high = middle }
    }
    guard low < rows.count, rows[low].key == key else { return nil }
    return record(of: rows[low])
  }

  /// The file of these records and, as long as there is room, of those of `older` that are not among them.
  ///
  /// What nobody asked for may take as much room as what was: of two work trees each finds its own, and what is of no
  /// state any more goes.
  static func file(of records: [ContentKey: ArraySlice<UInt8>], and older: RecordShelf, stamp: UInt64) -> [UInt8]? {
    var all = records
    let size = records.values.reduce(0) { $0 + $1.count + rowBytes } + headBytes
    guard size <= byteLimit else { return nil }
    var room = min(size, byteLimit - size)
    for row in older.rows where all[row.key] == nil {
      room -= row.length + rowBytes
      if room < 0 { break }
      all[row.key] = older.record(of: row)
    }
    return file(of: all.sorted { $0.key < $1.key }, stamp: stamp)
  }

  private static func file(of records: [(key: ContentKey, value: ArraySlice<UInt8>)], stamp: UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(records.reduce(headBytes) { $0 + $1.value.count + rowBytes })
    for word in [magic, stamp, 0, UInt64(records.count)] { bytes.append(bigEndian: word) }
    var start = 0
    for (key, record) in records {
      key.append(to: &bytes)
      bytes.append(bigEndian: UInt64(start))
      bytes.append(bigEndian: UInt64(record.count))
      start += record.count
    }
    for (_, record) in records { bytes += record }
    var sum: [UInt8] = []
    sum.append(bigEndian: bytes.withUnsafeBytes { checksum(of: $0) })
    bytes.replaceSubrange(16..<24, with: sum)
    return bytes
  }

  private func record(of row: Row) -> ArraySlice<UInt8> { bytes[row.start..<row.start + row.length] }

  /// Of all that stands behind it. It tells a file that was half written, and is no protection against whoever may write
  /// in git's folder: they could write its configuration too.
  private static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(bytes.count)
    var offset = 24
    while offset + 8 <= bytes.count {
      hash = SplitMix64.mixed(hash ^ bytes.bigEndianWord(at: offset)) &+ SplitMix64.gamma
      offset += 8
    }
    while offset < bytes.count {
      hash = SplitMix64.mixed(hash ^ UInt64(bytes[offset])) &+ SplitMix64.gamma
      offset += 1
    }
    return hash
  }
}
