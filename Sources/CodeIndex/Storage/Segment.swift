import GRDB

/// What is indexed by itself, in tables of its own.
enum Shelf: Sendable {
  case files, history

  var name: String { self == .files ? "files" : "history" }
  var postings: String { self == .files ? "postings" : "history_postings" }
}

/// An inverted index over documents whose numbers follow each other: terms by hash in buckets, a row for each bucket.
///
/// A bucket is a list of terms in the order of their bytes: length, bytes, number of documents, first and last document,
/// length of the postings, postings. That every bucket is there, and is what was written, can be told; so no term is lost
/// unseen.
struct Segment: Sendable {
  let shelf: Shelf
  let number: Int
  /// A power of two.
  let buckets: Int
  /// Of all postings together.
  let bytes: Int

  /// How large a bucket should be.
  static let bucketBytes = 4096

  private static func seed(_ namespace: Namespace) -> UInt64 { UInt64(namespace.rawValue) &* 0x2545_f491_4f6c_dd1d }

  /// The row of the bucket; segments stay below 2^20 and buckets below 2^40.
  static func key(_ segment: Int, bucket: Int) -> Int { segment << 40 | bucket }

  static func bucket(of term: some Collection<UInt8>, _ namespace: Namespace, among buckets: Int) -> Int {
    let hash = Array(term).withUnsafeBytes { TermTable.hash($0, seed: seed(namespace)) }
    return Int(truncatingIfNeeded: hash & UInt64(buckets - 1))
  }

  static func bucket(of term: Int, in table: TermTable, _ namespace: Namespace, among buckets: Int) -> Int {
    Int(truncatingIfNeeded: table.stableHash(of: term, seed: seed(namespace)) & UInt64(buckets - 1))
  }

  func key(of term: some Collection<UInt8>, _ namespace: Namespace) -> Int {
    Self.key(number, bucket: Self.bucket(of: term, namespace, among: buckets))
  }

  /// All segments, the oldest first.
  static func all(_ shelf: Shelf, _ database: Database) throws -> [Segment] {
    var found: [Segment] = []
    guard let data = try Query(database, "SELECT data FROM segments WHERE shelf = ?").bytes([.text(shelf.name)]) else {
      throw ByteReader.Damage()
    }
    var reader = try ByteReader(checked: data.bound(to: .segments(shelf)))
    for _ in 0..<(try reader.count()) {
      found.append(
        Segment(
          shelf: shelf, number: try reader.number(), buckets: try reader.number(), bytes: try reader.number()))
    }
    guard found.allSatisfy({ $0.buckets > 0 && $0.buckets == $0.buckets.nextPowerOfTwo }) else {
      throw ByteReader.Damage()
    }
    return found
  }

  /// Writes the list of all segments: in one row, so that none can be lost unseen.
  static func store(_ segments: [Segment], on shelf: Shelf, _ database: Database) throws {
    var writer = ByteWriter()
    writer.number(segments.count)
    for segment in segments {
      writer.number(segment.number)
      writer.number(segment.buckets)
      writer.number(segment.bytes)
    }
    try Query(database, "INSERT OR REPLACE INTO segments (shelf, data) VALUES (?, ?)")
      .run([.text(shelf.name), .bytes(writer.checked.bound(to: .segments(shelf)))])
  }

  func bucket(_ key: Int, _ database: Database) throws -> Bucket {
    guard let data = try Query(database, "SELECT data FROM \(shelf.postings) WHERE key = ?").bytes([.number(key)])
    else {
      throw ByteReader.Damage()
    }
    return Bucket(row: .bucket(shelf, key), bytes: data)
  }

  /// A row of postings, as it is stored.
  struct Bucket: Sendable {
    fileprivate let row: RowName
    fileprivate let bytes: [UInt8]

    func reader() throws(ByteReader.Damage) -> ByteReader { try ByteReader(checked: bytes.bound(to: row)) }
  }

  /// Removes what it holds; the list of segments stays as it is.
  func empty(_ database: Database) throws {
    try Query(database, "DELETE FROM \(shelf.postings) WHERE key BETWEEN ? AND ?")
      .run([.number(Self.key(number, bucket: 0)), .number(Self.key(number, bucket: buckets - 1))])
  }
}

/// One term of a bucket.
struct TermEntry {
  let namespace: Namespace
  let term: ArraySlice<UInt8>
  let count: Int
  let first: Int
  let last: Int
  /// See ``PostingRun``.
  let postings: ArraySlice<UInt8>

  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    guard let namespace = Namespace(rawValue: UInt8(truncatingIfNeeded: try reader.number())) else {
      throw ByteReader.Damage()
    }
    self.namespace = namespace
    term = try reader.raw(try reader.number())
    count = try reader.number()
    first = try reader.number()
    last = try reader.number()
    postings = try reader.raw(try reader.number())
  }

  /// Where a term stands in a bucket: how many documents it has, the first, and their postings; nil where it does not.
  static func find(
    _ term: [UInt8], _ namespace: Namespace, in reader: inout ByteReader
  ) throws(ByteReader.Damage) -> (count: Int, first: Int, postings: ByteReader)? {
    while !reader.isAtEnd {
      let isOfNamespace = try reader.number() == Int(namespace.rawValue)
      let length = try reader.number()
      let isMeant = isOfNamespace && length == term.count && reader.isNext(term)
      _ = try reader.range(length)
      let (count, first) = (try reader.number(), try reader.number())
      _ = try reader.number()
      let postings = try reader.number()
      guard count >= 0 else { throw ByteReader.Damage() }
      if isMeant { return (count, first, try reader.part(postings)) }
      _ = try reader.range(postings)
    }
    return nil
  }

  /// Writes an entry whose postings lie in several pieces, one behind the other.
  static func write(
    _ namespace: Namespace, _ term: ArraySlice<UInt8>, _ pieces: [Piece], to writer: inout ByteWriter
  ) {
    guard let first = pieces.first, let last = pieces.last else { return }
    writer.number(Int(namespace.rawValue))
    writer.number(term.count)
    writer.raw(term)
    writer.number(pieces.reduce(0) { $0 + $1.count })
    writer.number(first.first)
    writer.number(last.last)
    if pieces.count == 1 {
      writer.number(first.postings.count)
      return writer.raw(first.postings)
    }
    var joined = Array(first.postings)
    for (index, piece) in pieces.enumerated().dropFirst() {
      joined.appendVarint(piece.first - pieces[index - 1].last)
      joined.append(contentsOf: piece.postings)
    }
    writer.number(joined.count)
    writer.raw(joined)
  }

  /// A part of a term's postings.
  struct Piece {
    var count: Int
    var first: Int
    var last: Int
    var postings: ArraySlice<UInt8>
  }
}
