/// Gives words numbers by which they are told from each other.
protocol WordNumbering {
  mutating func number(of word: UnsafeRawBufferPointer) -> Int
}

/// For whoever tells words by their bytes.
struct NoNumbers: WordNumbering {
  func number(of word: UnsafeRawBufferPointer) -> Int { 0 }
}

/// Numbers for terms, in the order in which they turn up; their bytes lie in one piece of memory.
///
/// Open addressing over a hash with a seed of its own: whoever writes a file must not choose which terms collide.
package struct TermTable: WordNumbering, Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each term ends in `bytes`.
  private var ends: [Int32] = []
  /// Numbers plus one, 0 where there is none.
  private var slots: [Int32]
  private var hashes: [UInt32] = []
  private static let seed = UInt64.random(in: .min ... .max)

  package init(capacity: Int = 1024) {
    slots = [Int32](repeating: 0, count: max(16, capacity.nextPowerOfTwo))
  }

  package var count: Int { ends.count }

  /// The bytes of a term.
  func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  package func term(_ number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

  /// The number of the term, a new one where it is new.
  package mutating func number(of term: UnsafeRawBufferPointer) -> Int {
    let hash = Self.hash(term, seed: Self.seed)
    let (found, place) = find(term, hash)
    if let found { return found }
    slots[place] = Int32(ends.count + 1)
    bytes.append(contentsOf: term)
    ends.append(Int32(bytes.count))
    hashes.append(UInt32(truncatingIfNeeded: hash))
    places.append(UInt32(truncatingIfNeeded: hash >> 32))
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  /// The number of the term; nil where there is none.
  package func known(_ term: UnsafeRawBufferPointer) -> Int? { find(term, Self.hash(term, seed: Self.seed)).number }

  func known(_ term: some Collection<UInt8>) -> Int? {
    if let found = term.withContiguousStorageIfAvailable({ known(UnsafeRawBufferPointer($0)) }) { return found }
    return Array(term).withUnsafeBytes { known($0) }
  }

  package func known(_ term: String) -> Int? {
    var term = term
    return term.withUTF8 { known(UnsafeRawBufferPointer($0)) }
  }

  /// The number of the term, and the slot where it is or would be.
  private func find(_ term: UnsafeRawBufferPointer, _ hash: UInt64) -> (number: Int?, place: Int) {
    let short = UInt32(truncatingIfNeeded: hash)
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[place] != 0 {
      let number = Int(slots[place]) - 1
      if hashes[number] == short, holds(number, term) { return (number, place) }
      place = (place + 1) & mask
    }
    return (nil, place)
  }

  /// The number of a term of another table.
  mutating func number(of term: Int, in other: TermTable) -> Int {
    let range = other.range(term)
    return other.bytes.withUnsafeBytes { number(of: UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// A hash that is the same wherever and whenever it is taken, for what is stored.
  func stableHash(of term: Int, seed: UInt64) -> UInt64 {
    let range = range(term)
    return bytes.withUnsafeBytes { Self.hash(UnsafeRawBufferPointer(rebasing: $0[range]), seed: seed) }
  }

  /// Distinct terms, numbered in their order.
  package init(_ terms: [String]) {
    self.init(capacity: 4 * terms.count)
    for term in terms { _ = number(of: term.utf8) }
  }

  package mutating func number(of term: some Collection<UInt8>) -> Int {
    if let number = term.withContiguousStorageIfAvailable({ number(of: UnsafeRawBufferPointer($0)) }) { return number }
    return Array(term).withUnsafeBytes { number(of: $0) }
  }

  /// The upper halves of the hashes, by which a term is placed anew when the table grows.
  private var places: [UInt32] = []

  private func holds(_ number: Int, _ term: UnsafeRawBufferPointer) -> Bool {
    let range = range(number)
    guard range.count == term.count else { return false }
    return bytes.withUnsafeBytes { own in
      for index in 0..<term.count where own[range.lowerBound + index] != term[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for number in ends.indices {
      var place = Int(places[number]) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = Int32(number + 1)
    }
  }

  /// A hash of good spread: eight bytes at a time, multiplied to 128 bits and folded.
  static func hash(_ term: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: term.count) &* 0x9e37_79b9_7f4a_7c15
    var index = 0
    while index < term.count {
      var word: UInt64 = 0
      let end = min(index + 8, term.count)
      if end - index == 8 {
        word = UInt64(littleEndian: term.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      } else {
        for place in index..<end { word |= UInt64(term[place]) << UInt64((place - index) * 8) }
      }
      let product = (state ^ word).multipliedFullWidth(by: 0xd6e8_feb8_6659_fd93)
      state = product.high ^ product.low
      index = end
    }
    let product = (state ^ 0xa076_1d64_78bd_642f).multipliedFullWidth(by: 0xe703_7ed1_a0b4_28db)
    return product.high ^ product.low
  }
}

extension Int {
  var nextPowerOfTwo: Int { self <= 1 ? 1 : 1 << (bitWidth - (self - 1).leadingZeroBitCount) }
}
