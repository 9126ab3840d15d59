import FileSystem

/// The words of all items of a plan, by numbers, as an earlier run left them: to find the words of a text takes many times
/// as long as to read their numbers.
///
///     "git-handoff-search 1 5f0c…\n"  count  words  count × (digest, length, record)  checksum
///
/// Numbers are of seven bits a byte, the lowest first. A record holds the entries of an item by their places, each with its
/// size and its words. What is not just so is nothing, and is made anew.
struct SearchMemory: Sendable {
  /// A word of an entry: twice its number, and one more where it stands in the title.
  typealias Mark = Int

  /// What is found at one place of an item.
  struct Entry: Sendable {
    var place: [UInt8]
    /// How large it is among the entries, in bytes, about.
    var size: Int
    var marks: [Mark]
  }

  private static let largestFile = 1 << 28

  private(set) var words: [SearchWord] = []
  private var bytes: [UInt8] = []
  private var records: [UInt64: Range<Int>] = [:]

  init() {}

  /// - Parameter maker: what tells the program that makes entries from every other.
  init(path: String, maker: String) {
    guard let bytes = try? FileSystem.read(path, limit: Self.largestFile, followingLinks: false),
      let memory = Self(bytes, maker: maker)
    else { return }
    self = memory
  }

  init?(_ bytes: [UInt8], maker: String) {
    let head = Self.head(maker)
    guard bytes.count >= head.count + 8, bytes.starts(with: head) else { return nil }
    var reader = NumberReader(bytes, from: head.count, to: bytes.count - 8)
    var end = NumberReader(bytes, from: bytes.count - 8, to: bytes.count)
    guard end.word() == Self.checksum(bytes, before: bytes.count - 8) else { return nil }
    for _ in 0..<(reader.number() ?? 0) {
      guard let text = reader.text() else { return nil }
      words.append(SearchWord(String(decoding: bytes[text], as: UTF8.self).unicodeScalars))
    }
    let count = reader.number() ?? 0
    records.reserveCapacity(min(count, bytes.count / 9))
    for _ in 0..<count {
      guard let digest = reader.word(), let record = reader.text() else { return nil }
      records[digest] = record
    }
    guard reader.isAtEnd else { return nil }
    self.bytes = bytes
  }

  /// The entries of the item with a digest; nil where they are not known.
  func entries(_ digest: UInt64) -> [Entry]? {
    guard let record = records[digest] else { return nil }
    var reader = NumberReader(bytes, from: record.lowerBound, to: record.upperBound)
    var entries: [Entry] = []
    for _ in 0..<(reader.number() ?? 0) {
      guard let place = reader.text(), let size = reader.number(), let count = reader.number(),
        count <= record.count
      else { return nil }
      var marks: [Mark] = []
      marks.reserveCapacity(count)
      for _ in 0..<count {
        guard let mark = reader.number(), mark / 2 < words.count else { return nil }
        marks.append(mark)
      }
      entries.append(Entry(place: Array(bytes[place]), size: size, marks: marks))
    }
    return reader.isAtEnd ? entries : nil
  }

  /// A file of words, and of the entries of items by their digests; what is known already is taken over as it stands.
  func file(words: [SearchWord], _ items: [(digest: UInt64, entries: [Entry])], maker: String) -> [UInt8] {
    var file = Self.head(maker)
    file.append(number: words.count)
    for word in words {
      let text = word.string.utf8
      file.append(number: text.count)
      file += text
    }
    file.append(number: items.count)
    for (digest, entries) in items {
      for shift in stride(from: 0, to: 64, by: 8) { file.append(UInt8(truncatingIfNeeded: digest >> UInt64(shift))) }
      if let known = records[digest] {
        file.append(number: known.count)
        file += bytes[known]
      } else {
        let record = Self.record(of: entries)
        file.append(number: record.count)
        file += record
      }
    }
    let sum = Self.checksum(file, before: file.count)
    for shift in stride(from: 0, to: 64, by: 8) { file.append(UInt8(truncatingIfNeeded: sum >> UInt64(shift))) }
    return file
  }

  private static func record(of entries: [Entry]) -> [UInt8] {
    var record: [UInt8] = []
    record.append(number: entries.count)
    for entry in entries {
      record.append(number: entry.place.count)
      record += entry.place
      record.append(number: entry.size)
      record.append(number: entry.marks.count)
      for mark in entry.marks { record.append(number: mark) }
    }
    return record
  }

  private static func head(_ maker: String) -> [UInt8] {
    var digest = PageDigest()
    digest.add(maker)
    return Array("git-handoff-search 1 \(PageDigest.text(digest.mixed))\n".utf8)
  }

  private static func checksum(_ bytes: [UInt8], before end: Int) -> UInt64 {
    var digest = PageDigest()
    digest.add(bytes[..<end])
    return digest.mixed
  }
}

extension [UInt8] {
  fileprivate mutating func append(number: Int) {
    var rest = UInt(number)
    while rest >= 0x80 {
      append(UInt8(rest & 0x7f) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}

/// Reads numbers and texts one behind the other, and stops at the end.
private struct NumberReader {
  private let bytes: [UInt8]
  private var place: Int
  private let end: Int

  init(_ bytes: [UInt8], from start: Int, to end: Int) {
    self.bytes = bytes
    place = start
    self.end = end
  }

  var isAtEnd: Bool { place == end }

  mutating func number() -> Int? {
    var number: UInt = 0
    for shift in stride(from: UInt(0), to: 63, by: 7) {
      guard place < end else { return nil }
      let byte = bytes[place]
      place += 1
      number |= UInt(byte & 0x7f) << shift
      if byte < 0x80 { return Int(exactly: number) }
    }
    return nil
  }

  /// Eight bytes, the lowest first.
  mutating func word() -> UInt64? {
    guard end - place >= 8 else { return nil }
    defer { place += 8 }
    return bytes[place..<place + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Where a text stands, which is behind its length.
  mutating func text() -> Range<Int>? {
    guard let count = number(), count <= end - place else { return nil }
    defer { place += count }
    return place..<place + count
  }
}
