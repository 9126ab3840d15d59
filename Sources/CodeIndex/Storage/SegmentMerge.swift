import GRDB

/// Brings neighbouring segments together into one.
enum SegmentMerge {
  private struct Part {
    let term: Int
    let piece: TermEntry.Piece
  }

  /// More segments than this are brought together.
  private static let most = 8

  /// The newest segments, where there are many; the large ones stay, for writing them again would cost too much.
  static func candidates(among segments: [Segment]) -> [Segment] {
    guard segments.count > most, var bytes = segments.last?.bytes else { return [] }
    var first = segments.count - 1
    while first > 0, segments[first - 1].bytes < 2 * bytes || segments.count - first < most / 2 {
      first -= 1
      bytes += segments[first].bytes
    }
    return Array(segments[first...])
  }

  /// - Parameter segments: the oldest first, with no other between them. The new one has the number of the first.
  static func run(_ segments: [Segment], _ database: Database) throws {
    guard let first = segments.first, segments.count > 1 else { return }
    var table = TermTable(capacity: 65_536)
    var pieces: [[TermEntry.Piece]] = []
    for segment in segments {
      for bucket in 0..<segment.buckets {
        var reader = try segment.bucket(Segment.key(segment.number, bucket: bucket), database).reader()
        while !reader.isAtEnd {
          let entry = try TermEntry(from: &reader)
          let number = table.number(of: [entry.namespace.rawValue] + entry.term)
          if number == pieces.count { pieces.append([]) }
          pieces[number].append(
            TermEntry.Piece(count: entry.count, first: entry.first, last: entry.last, postings: entry.postings))
        }
      }
    }
    for segment in segments { try segment.empty(database) }
    let merged = Segment(
      shelf: first.shelf, number: first.number,
      buckets: max(1, segments.reduce(0) { $0 + $1.bytes } / Segment.bucketBytes).nextPowerOfTwo,
      bytes: segments.reduce(0) { $0 + $1.bytes })
    try write(merged, table, pieces, database)
    let gone = Set(segments.map(\.number))
    let others = try Segment.all(first.shelf, database).filter { !gone.contains($0.number) }
    try Segment.store((others + [merged]).sorted { $0.number < $1.number }, on: first.shelf, database)
  }

  private static func write(
    _ segment: Segment, _ table: TermTable, _ pieces: [[TermEntry.Piece]], _ database: Database
  ) throws {
    var buckets = [[Int]](repeating: [], count: segment.buckets)
    for term in pieces.indices {
      let bytes = table.term(term)
      guard let namespace = bytes.first.flatMap(Namespace.init) else { continue }
      buckets[Segment.bucket(of: bytes.dropFirst(), namespace, among: segment.buckets)].append(term)
    }
    let query = try Query(database, "INSERT INTO \(segment.shelf.postings) (key, data) VALUES (?, ?)")
    for (number, terms) in buckets.enumerated() {
      var writer = ByteWriter()
      for term in terms.sorted(by: { table.term($0).lexicographicallyPrecedes(table.term($1)) }) {
        let bytes = table.term(term)
        guard let namespace = bytes.first.flatMap(Namespace.init) else { continue }
        TermEntry.write(namespace, bytes.dropFirst(), pieces[term], to: &writer)
      }
      let key = Segment.key(segment.number, bucket: number)
      try query.run([.number(key), .bytes(writer.checked.bound(to: .bucket(segment.shelf, key)))])
    }
  }
}
