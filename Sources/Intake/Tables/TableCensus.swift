/// Counts who speaks in a table, and which groups of customers it names.
struct TableCensus {
  /// A column with more different values than this names no groups.
  private static let most = 12

  private var people: Set<UInt64> = []
  private var anonymous = 0
  private var votes = 0
  private var groups: [[[UInt8]]]

  init(segments: Int) { groups = Array(repeating: [], count: segments) }

  mutating func count(person: String?, hasWords: Bool, votes count: Int?) {
    if let count, 0..<1_000_000_000 ~= count { votes += count }
    guard hasWords else { return }
    if let person { people.insert(RowHash.of(person)) } else { anonymous += 1 }
  }

  mutating func add(segment: [UInt8], at index: Int) {
    if groups[index].count <= Self.most, !groups[index].contains(segment) { groups[index].append(segment) }
  }

  /// Adds what was counted in the rows that follow.
  mutating func add(_ other: TableCensus) {
    people.formUnion(other.people)
    anonymous += other.anonymous
    votes += other.votes
    for index in groups.indices {
      for segment in other.groups[index] { add(segment: segment, at: index) }
    }
  }

  /// The votes where they are counted, else how many people speak; nil when nobody does.
  var reach: Int? {
    let reach = max(votes, people.count + anonymous)
    return reach > 0 ? reach : nil
  }

  var segments: [String] {
    var seen: Set<String> = []
    return groups.filter { $0.count <= Self.most }.flatMap { $0.map(\.string) }.filter { seen.insert($0).inserted }
  }
}

/// A hash of 64 bits that is the same in every run, and small where names are many. Eight bytes are multiplied and folded at
/// once, as wyhash does (https://github.com/wangyi-fudan/wyhash).
struct RowHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Letters of ASCII count the same in either case; where one field ends and the next begins counts too.
  mutating func add(_ bytes: ArraySlice<UInt8>) {
    var hash = value ^ UInt64(bytes.count)
    ByteScan.loweredWords(of: bytes) { word in
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low &+ 0x100_0000_01B3
    }
    value = hash
  }

  static func of(_ text: String) -> UInt64 {
    var hash = RowHash()
    hash.add(Array(text.utf8)[...])
    return hash.value
  }
}
