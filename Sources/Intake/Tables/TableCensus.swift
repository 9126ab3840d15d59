/// Counts who speaks in a table, and which groups of customers it names.
struct TableCensus {
  /// A column with more different values than this names no groups.
  private static let most = 12

  private var people: Set<UInt64> = []
  private var rows: Set<UInt64> = []
  private var anonymous = 0
  private var votes = 0
  private var groups: [[String]]

  init(segments: Int) { groups = Array(repeating: [], count: segments) }

  mutating func count(person: String?, hasWords: Bool, votes count: Int?) {
    if let count, 0..<1_000_000_000 ~= count { votes += count }
    guard hasWords else { return }
    if let person { people.insert(Self.hash(person.utf8)) } else { anonymous += 1 }
  }

  /// Whether nobody of that name has said these words at that time before.
  mutating func isNew(_ name: String, _ time: String, _ words: [UInt8]) -> Bool {
    rows.insert(Self.hash(words, Self.hash(time.utf8, Self.hash(name.utf8)))).inserted
  }

  mutating func add(segment: [UInt8], at index: Int) {
    guard groups[index].count <= Self.most else { return }
    let name = segment.string
    if !groups[index].contains(name) { groups[index].append(name) }
  }

  /// The votes where they are counted, else how many people speak; nil when nobody does.
  var reach: Int? {
    let reach = max(votes, people.count + anonymous)
    return reach > 0 ? reach : nil
  }

  var segments: [String] {
    var seen: Set<String> = []
    return groups.filter { $0.count <= Self.most }.flatMap { $0 }.filter { seen.insert($0).inserted }
  }

  /// FNV-1a: the same in every run, and small where names are many.
  private static func hash(_ bytes: some Sequence<UInt8>, _ seed: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
    bytes.reduce(seed) { ($0 ^ UInt64($1.lowered)) &* 0x100_0000_01B3 }
  }
}
