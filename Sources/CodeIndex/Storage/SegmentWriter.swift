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

  /// Where a term stands: its bucket, its number over all runs, the run and its number there.
  private struct Place {
    let bucket: Int32
    let term: Int32
    let run: Int32
    let local: Int32
  }

  /// Writes the segment and forgets the runs.
  mutating func write(as number: Int, to database: Database) throws {
    defer { self = SegmentWriter() }
    guard !runs.isEmpty else { return }
    let buckets = max(1, bytes / Segment.bucketBytes).nextPowerOfTwo
    var table = TermTable(capacity: 65_536)
    var places: [Place] = []
    for (index, (namespace, run)) in runs.enumerated() {
      for local in run.counts.indices where run.counts[local] > 0 {
        let term = run.table.term(local)
        let bucket = Segment.bucket(of: term, namespace, among: buckets)
        let global = table.number(of: [namespace.rawValue] + term)
        places.append(
          Place(bucket: Int32(bucket), term: Int32(global), run: Int32(index), local: Int32(local)))
      }
    }
    let query = try Query(database, "INSERT INTO postings (key, data) VALUES (?, ?)")
    try Self.grouped(places, by: { Int($0.bucket) }, count: buckets) { bucket, places in
      try query.run([.number(Segment.key(number, bucket: bucket)), .bytes(self.bucket(places, table))])
    }
    try Query(database, "INSERT INTO segments (number, buckets, bytes) VALUES (?, ?, ?)")
      .run([.number(number), .number(buckets), .number(bytes)])
  }

  private func bucket(_ places: ArraySlice<Place>, _ table: TermTable) -> [UInt8] {
    // By term, in the order of its bytes; runs stay in their order.
    let byTerm = Dictionary(grouping: places, by: \.term)
    let terms = byTerm.keys.sorted { table.term(Int($0)).lexicographicallyPrecedes(table.term(Int($1))) }
    var writer = ByteWriter()
    for term in terms {
      let pieces = (byTerm[term] ?? []).map { place in
        let run = runs[Int(place.run)].run
        let local = Int(place.local)
        return TermEntry.Piece(
          count: Int(run.counts[local]), first: Int(run.firsts[local]), last: Int(run.lasts[local]),
          postings: run.postings(local))
      }
      let bytes = table.term(Int(term))
      guard let first = bytes.first, let namespace = Namespace(rawValue: first) else { continue }
      TermEntry.write(namespace, bytes.dropFirst(), pieces, to: &writer)
    }
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
