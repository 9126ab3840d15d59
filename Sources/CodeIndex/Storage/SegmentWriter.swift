import Concurrency
import GRDB

/// Brings runs of postings together and writes them as one segment.
struct SegmentWriter: Sendable {
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
  private struct Place: Sendable {
    let bucket: Int32
    let term: Int32
    let run: Int32
    let local: Int32
  }

  /// Writes the segment behind the others of its shelf, and forgets the runs.
  mutating func write(_ shelf: Shelf, to database: Database) throws {
    defer { self = SegmentWriter() }
    guard !runs.isEmpty else { return }
    let segments = try Segment.all(shelf, database)
    let number = (segments.last?.number ?? 0) + 1
    let buckets = max(1, bytes / Segment.bucketBytes).nextPowerOfTwo
    let query = try Query(database, "INSERT INTO \(shelf.postings) (key, data) VALUES (?, ?)")
    let (places, starts) = Self.grouped(places(buckets), by: { Int($0.bucket) }, count: buckets)
    let writer = self
    let parts = stride(from: 0, to: buckets, by: Self.partSize).map { $0..<min(buckets, $0 + Self.partSize) }
    try concurrently(
      parts: parts,
      { part in
        part.map { bucket in
          let key = Segment.key(number, bucket: bucket)
          return (key, writer.bucket(places[starts[bucket]..<starts[bucket + 1]]).bound(to: .bucket(shelf, key)))
        }
      },
      take: { (written) throws(any Error) in
        for (key, bytes) in written { try query.run([.number(key), .bytes(bytes)]) }
      })
    let segment = Segment(shelf: shelf, number: number, buckets: buckets, bytes: bytes)
    try Segment.store(segments + [segment], on: shelf, database)
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

  /// So many buckets are one thread's work at a time.
  private static let partSize = 64

  /// Terms by namespace and bytes; the pieces of a term in the order of their runs.
  private func bucket(_ places: ArraySlice<Place>) -> [UInt8] {
    let order = places.indices.map { place in
      (key: Int64(runs[Int(places[place].run)].namespace.rawValue) << 32 | Int64(places[place].term), place: place)
    }.sorted { $0.key == $1.key ? $0.place < $1.place : $0.key < $1.key }
    var entries: [Entry] = []
    for (index, one) in order.enumerated() where index == 0 || order[index - 1].key != one.key {
      let place = places[one.place]
      let (namespace, run) = runs[Int(place.run)]
      entries.append(Entry(namespace: namespace, term: run.table.term(Int(place.local)), first: index))
    }
    entries.sort(by: Entry.precedes)
    var writer = ByteWriter()
    for entry in entries {
      var pieces: [TermEntry.Piece] = []
      for one in order[entry.first...].prefix(while: { $0.key == order[entry.first].key }) {
        pieces.append(piece(places[one.place]))
      }
      TermEntry.write(entry.namespace, entry.term, pieces, to: &writer)
    }
    return writer.checked
  }

  private func piece(_ place: Place) -> TermEntry.Piece {
    let run = runs[Int(place.run)].run
    let local = Int(place.local)
    return TermEntry.Piece(
      count: Int(run.counts[local]), first: Int(run.firsts[local]), last: Int(run.lasts[local]),
      postings: run.postings(local))
  }

  /// A term of a bucket.
  private struct Entry {
    let namespace: Namespace
    let term: ArraySlice<UInt8>
    /// Where its first piece stands in the order of all.
    let first: Int
    /// Its first eight bytes, which tell most terms apart.
    private let head: UInt64

    init(namespace: Namespace, term: ArraySlice<UInt8>, first: Int) {
      self.namespace = namespace
      self.term = term
      self.first = first
      var head: UInt64 = 0
      for byte in term.prefix(8) { head = head << 8 | UInt64(byte) }
      self.head = term.count < 8 ? head << UInt64(8 * (8 - term.count)) : head
    }

    static func precedes(_ one: Entry, _ other: Entry) -> Bool {
      if one.namespace != other.namespace { return one.namespace.rawValue < other.namespace.rawValue }
      return one.head == other.head ? one.term.lexicographicallyPrecedes(other.term) : one.head < other.head
    }
  }

  /// The elements by group of 0..<count, in their order within one, and where each group begins.
  private static func grouped<Element>(
    _ elements: [Element], by group: (Element) -> Int, count: Int
  ) -> (elements: [Element], starts: [Int]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for element in elements { starts[group(element) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var order = [Int](repeating: 0, count: elements.count)
    var next = starts
    for (index, element) in elements.enumerated() {
      order[next[group(element)]] = index
      next[group(element)] += 1
    }
    return (order.map { elements[$0] }, starts)
  }
}
