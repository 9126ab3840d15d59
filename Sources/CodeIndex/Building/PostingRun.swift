/// What stands in front of a term, so that words, names and modules do not meet.
enum Namespace: UInt8, CaseIterable, Sendable {
  case word = 1
  case name = 2
  case module = 3
}

/// Postings in the order in which documents were read.
struct PostingLog {
  private var terms: [Int32] = []
  private var documents: [Int32] = []
  private var ends: [Int32] = []
  private(set) var bytes: [UInt8] = []

  /// Ends the posting whose payload was just appended.
  mutating func end(_ term: Int32, _ document: Int) {
    terms.append(term)
    documents.append(Int32(document))
    ends.append(Int32(bytes.count))
  }

  mutating func byte(_ byte: UInt8) { bytes.append(byte) }
  mutating func number(_ value: Int) { bytes.appendVarint(value) }

  /// The same postings by term; documents of a term stay in order.
  func run(_ table: TermTable) -> PostingRun {
    var places = [Int32](repeating: 0, count: table.count + 1)
    for term in terms { places[Int(term) + 1] += 1 }
    for index in 0..<table.count { places[index + 1] += places[index] }
    var order = [Int32](repeating: 0, count: terms.count)
    var next = places
    for (entry, term) in terms.enumerated() {
      order[Int(next[Int(term)])] = Int32(entry)
      next[Int(term)] += 1
    }
    var run = PostingRun(table: table)
    run.bytes.reserveCapacity(bytes.count + terms.count)
    for term in 0..<table.count {
      var last: Int32 = 0
      for place in places[term]..<places[term + 1] {
        let entry = Int(order[Int(place)])
        if place > places[term] { run.bytes.appendVarint(Int(documents[entry] - last)) }
        last = documents[entry]
        let start = entry == 0 ? 0 : Int(ends[entry - 1])
        run.bytes.append(contentsOf: bytes[start..<Int(ends[entry])])
        if place == places[term] { run.firsts.append(last) }
      }
      if places[term] == places[term + 1] { run.firsts.append(0) }
      run.lasts.append(last)
      run.counts.append(places[term + 1] - places[term])
      run.ends.append(Int32(run.bytes.count))
    }
    return run
  }
}

/// The postings of some documents in one namespace, by term.
///
/// A term's bytes: the payload of its first document, then for each further one how much higher its number is, and its
/// payload. The first document's number stands apart, so that runs can be joined.
struct PostingRun: Sendable {
  let table: TermTable
  var firsts: [Int32] = []
  var lasts: [Int32] = []
  var counts: [Int32] = []
  var ends: [Int32] = []
  var bytes: [UInt8] = []

  init(table: TermTable) { self.table = table }

  func postings(_ term: Int) -> ArraySlice<UInt8> { bytes[(term == 0 ? 0 : Int(ends[term - 1]))..<Int(ends[term])] }
}
