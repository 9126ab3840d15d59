import GRDB

/// Brings runs of postings together and writes them as one segment.
struct SegmentWriter {
  private var runs: [(namespace: Namespace, run: PostingRun)] = []
  private(set) var bytes = 0

  /// Runs are added in the order of their documents.
  mutating func add(_ runs: [Namespace: PostingRun]) {
    for namespace in Namespace.allCases {
      guard let run = runs[namespace], !run.counts.isEmpty else { continue }
      bytes += run.bytes.count + run.table.bytes.count / 4
      self.runs.append((namespace, run))
    }
  }

  /// Where a term stands: its bucket, its number over all runs of its namespace, the run and its number there.
  private struct Place {
    let bucket: Int32
    let term: Int32
    let run: Int32
    let local: Int32
  }

  /// Writes the segment behind the others of its shelf, and forgets the runs.
  mutating func write(_ shelf: Shelf, to database: Database) throws {
    defer { self = SegmentWriter() }
    guard !runs.isEmpty else { return }
    let number = (try Query(database, "SELECT max(number) FROM \(shelf.segments)").number() ?? 0) + 1
    let buckets = max(1, bytes / Segment.bucketBytes).nextPowerOfTwo
    let query = try Query(database, "INSERT INTO \(shelf.postings) (key, data) VALUES (?, ?)")
    try Self.grouped(places(buckets), by: { Int($0.bucket) }, count: buckets) { bucket, places in
      try query.run([.number(Segment.key(number, bucket: bucket)), .bytes(self.bucket(places))])
    }
    try Query(database, "INSERT INTO \(shelf.segments) (number, buckets, bytes) VALUES (?, ?, ?)")
      .run([.number(number), .number(buckets), .number(bytes)])
  }

  private func places(_ buckets: Int) -> [Place] {
    var tables: [Namespace: TermTable] = [:]
    var places: [Place] = []
    for (index, (namespace, run)) in runs.enumerated() {
      var table = tables.removeValue(forKey: namespace) ?? TermTable(capacity: 65_536)
      for local in run.counts.indices where run.counts[local] > 0 {
        let bucket = Segment.bucket(of: local, in: run.table, namespace, among: buckets)
        let term = table.number(of: local, in: run.table)
        places.append(Place(bucket: Int32(bucket), term: Int32(term), run: Int32(index), local: Int32(local)))
      }
      tables[namespace] = table
    }
    return places
  }

  /// Terms by namespace and bytes; the pieces of a term in the order of their runs.
  private func bucket(_ places: ArraySlice<Place>) -> [UInt8] {
    var firsts: [(namespace: Namespace, term: ArraySlice<UInt8>, pieces: [TermEntry.Piece])] = []
    var known: [Int64: Int] = [:]
    for place in places {
      let (namespace, run) = runs[Int(place.run)]
      let local = Int(place.local)
      let piece = TermEntry.Piece(
        count: Int(run.counts[local]), first: Int(run.firsts[local]), last: Int(run.lasts[local]),
        postings: run.postings(local))
      let key = Int64(namespace.rawValue) << 32 | Int64(place.term)
      if let entry = known[key] {
        firsts[entry].pieces.append(piece)
      } else {
        known[key] = firsts.count
        firsts.append((namespace, run.table.term(local), [piece]))
      }
    }
    firsts.sort { one, other in
      one.namespace == other.namespace
        ? one.term.lexicographicallyPrecedes(other.term) : one.namespace.rawValue < other.namespace.rawValue
    }
    var writer = ByteWriter()
    for (namespace, term, pieces) in firsts { TermEntry.write(namespace, term, pieces, to: &writer) }
    return writer.checked
  }

  /// Calls `body` for every group of 0..<count, empty ones too; elements of a group stay in their order.
  private static func grouped<Element>(
    _ elements: [Element], by group: (Element) -> Int, count: Int,
    _ body: (Int, ArraySlice<Element>) throws -> Void
  ) throws {
    var starts = [Int](repeating: 0, count: count + 1)
    for element in elements { starts[group(element) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var order = [Int](repeating: 0, count: elements.count)
    var next = starts
    for (index, element) in elements.enumerated() {
      order[next[group(element)]] = index
      next[group(element)] += 1
    }
    let sorted = order.map { elements[$0] }
    for index in 0..<count { try body(index, sorted[starts[index]..<starts[index + 1]]) }
  }
}
