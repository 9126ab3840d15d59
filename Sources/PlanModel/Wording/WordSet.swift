/// A few words to compare with, in lower case, parted by spaces.
///
/// Every word of a plan is held against many of these, so that most are refused by one bit.
package struct WordSet: Sendable, ExpressibleByStringLiteral {
  /// Which hashes may be among the words, by their lowest six bits.
  private let mask: UInt64
  /// The hashes at the place of their lowest bits or behind it; 0 where there is none.
  private let table: [UInt64]

  package init(_ list: String) {
    let hashes = list.utf8.split(separator: 0x20).map { Word.hash($0) }
    mask = hashes.reduce(0) { $0 | 1 << ($1 & 63) }
    var size = 8
    while size < hashes.count * 4 { size *= 2 }
    var table = [UInt64](repeating: 0, count: size)
    for hash in hashes {
      var place = Int(truncatingIfNeeded: hash >> 6) & (size - 1)
      while table[place] != 0, table[place] != hash { place = (place + 1) & (size - 1) }
      table[place] = hash
    }
    self.table = table
  }

  package init(stringLiteral list: String) { self.init(list) }

  package func contains(_ hash: UInt64) -> Bool {
    guard mask & 1 << (hash & 63) != 0 else { return false }
    var place = Int(truncatingIfNeeded: hash >> 6) & (table.count - 1)
    while table[place] != 0 {
      if table[place] == hash { return true }
      place = (place + 1) & (table.count - 1)
    }
    return false
  }
}
