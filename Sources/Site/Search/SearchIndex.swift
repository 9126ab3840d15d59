import Concurrency
import FileSystem
import PlanModel
import Workflow

/// All that a search finds in a plan, and where each word stands.
struct SearchIndex: Sendable {
  /// What is found at one place.
  struct Found: Sendable {
    /// Where the item stands among those of the plan, and the entry among its own.
    let item: Int
    let number: Int
    let entry: SearchMemory.Entry
  }

  struct Word: Sendable {
    let text: [UInt8]
    /// The entries that have it; those that have it in the title are negative, as `~number`.
    let places: ArraySlice<Int>
  }

  let items: SearchItems
  /// By their keys, each key once.
  private(set) var entries: [Found] = []
  /// The items and the places of the entries: each is looked up for all words that stand there.
  private(set) var (owners, places): ([Int], [[UInt8]]) = ([], [])
  /// By their bytes, which is the order of their scalars.
  private(set) var words: [Word] = []
  /// `9c4t8wq2st` of each item: what differs most comes first.
  let names: [[UInt8]]

  /// As many items as one processor takes words from before it asks for more.
  private static let part = 256

  init(_ read: SitePlan) {
    items = SearchItems(read)
    names = items.all.map { Array(($0.id.suffix + $0.id.kind.rawValue).utf8) }
    let memory = SearchMemory(path: read.searchMemory, maker: read.reader)
    var vocabulary = Vocabulary(memory.words)
    var found = concurrently(items.all) { item in item.digest.flatMap { memory.entries($0) } }
    let unknown = found.indices.filter { found[$0] == nil }
    let parts = stride(from: 0, to: unknown.count, by: Self.part).map { start in
      unknown[start..<min(start + Self.part, unknown.count)]
    }
    let tokens = concurrently(parts, chunk: 1) { [items] part in SearchTokens(part.map { items.all[$0] }, of: items) }
    for (part, tokens) in zip(parts, tokens) {
      let numbers = tokens.words.map { vocabulary.number(of: $0) }
      for (item, entries) in zip(part, tokens.entries) {
        found[item] = entries.map { entry in
          var entry = entry
          entry.marks = entry.marks.map { numbers[$0 >> 1] << 1 | $0 & 1 }
          return entry
        }
      }
    }
    let all = found.map { $0 ?? [] }
    entries = Self.ordered(all, items.all)
    (owners, places) = (entries.map(\.item), entries.map(\.entry.place))
    words = Self.words(of: entries, vocabulary.words)
    if !unknown.isEmpty { keep(all, vocabulary, memory, read) }
  }

  /// Where nothing can be written, nothing is kept.
  private func keep(
    _ entries: [[SearchMemory.Entry]], _ vocabulary: Vocabulary, _ memory: SearchMemory, _ read: SitePlan
  ) {
    // Numbers stay as they are: where most are of words that are no more, the next run begins anew.
    if vocabulary.words.count > 2 * words.count {
      try? FileSystem.removeFile(read.searchMemory)
      return
    }
    let known = zip(items.all, entries).compactMap { item, entries in item.digest.map { ($0, entries) } }
    let file = memory.file(words: vocabulary.words, known, maker: read.reader)
    guard (try? FileSystem.createDirectory(read.memory, withIntermediates: true)) != nil else { return }
    try? FileSystem.writeQuickly(file, to: read.searchMemory)
  }

  private static func ordered(_ entries: [[SearchMemory.Entry]], _ items: [SearchItem]) -> [Found] {
    // Nearly all are told apart by the eight letters of an id.
    let letters = items.map { $0.id.suffix.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    let order = items.indices.sorted { left, right in
      if letters[left] != letters[right] { return letters[left] < letters[right] }
      return (items[left].id.kind.rawValue, left) < (items[right].id.kind.rawValue, right)
    }
    var ordered: [Found] = []
    var place = 0
    while place < order.count {
      let end = order[place...].firstIndex { items[$0].id != items[order[place]].id } ?? order.count
      let own = order[place..<end].flatMap { item in
        entries[item].indices.map { Found(item: item, number: $0, entry: entries[item][$0]) }
      }
      ordered += end - place == 1 ? own : merged(own)
      place = end
    }
    return ordered
  }

  /// Of several files with one id, each place once; the first file counts.
  private static func merged(_ found: [Found]) -> [Found] {
    let order = found.indices.sorted { left, right in
      let (first, second) = (found[left].entry.place, found[right].entry.place)
      return first == second ? left < right : first.lexicographicallyPrecedes(second)
    }
    return order.reduce(into: []) { merged, place in
      if merged.last?.entry.place != found[place].entry.place { merged.append(found[place]) }
    }
  }

  private static func words(of entries: [Found], _ vocabulary: [SearchWord]) -> [Word] {
    var ends = [Int](repeating: 0, count: vocabulary.count + 1)
    for found in entries { for mark in found.entry.marks { ends[mark >> 1 + 1] += 1 } }
    for number in 1..<ends.count { ends[number] += ends[number - 1] }
    let starts = ends
    var places = [Int](repeating: 0, count: ends[vocabulary.count])
    for (number, found) in entries.enumerated() {
      for mark in found.entry.marks {
        places[ends[mark >> 1]] = mark & 1 == 1 ? ~number : number
        ends[mark >> 1] += 1
      }
    }
    let used = vocabulary.indices.filter { starts[$0] < ends[$0] }
    let texts = used.map { Array(vocabulary[$0].string.utf8) }
    // Nearly all are told apart by their first letters.
    let letters = texts.map { text in (0..<8).reduce(UInt64(0)) { $0 << 8 | ($1 < text.count ? UInt64(text[$1]) : 0) } }
    let order = used.indices.sorted { left, right in
      letters[left] != letters[right]
        ? letters[left] < letters[right] : texts[left].lexicographicallyPrecedes(texts[right])
    }
    return order.map { Word(text: texts[$0], places: places[starts[used[$0]]..<ends[used[$0]]]) }
  }
}

/// Words by numbers.
private struct Vocabulary {
  private(set) var words: [SearchWord]
  private var numbers: [SearchWord: Int] = [:]

  init(_ words: [SearchWord]) { self.words = words }

  mutating func number(of word: SearchWord) -> Int {
    // Nobody asks where no item is new.
    if numbers.isEmpty { numbers = Dictionary(zip(words, words.indices)) { first, _ in first } }
    if let known = numbers[word] { return known }
    numbers[word] = words.count
    words.append(word)
    return words.count - 1
  }
}

/// The words of some items, by numbers of their own.
private struct SearchTokens: Sendable {
  private(set) var words: [SearchWord] = []
  private(set) var entries: [[SearchMemory.Entry]] = []
  private var numbers: [SearchWord: Int] = [:]
  /// The entry that had each word last.
  private var last: [Int] = []
  private var count = 0

  init(_ part: [SearchItem], of items: SearchItems) {
    for item in part { entries.append(items.entries(of: item).map { entry(of: $0.entry, $0.href) }) }
  }

  private mutating func entry(of entry: SearchEntry, _ href: String) -> SearchMemory.Entry {
    count += 1
    let texts = [href, entry.kind, entry.title, entry.text, entry.context]
    var kept = SearchMemory.Entry(
      place: Array(entry.place.utf8), size: texts.reduce(40) { $0 + $1.utf8.count }, marks: [])
    SearchWords.each(of: entry.title) { add($0, isTitle: true, to: &kept) }
    if entry.place.isEmpty { SearchWords.each(of: entry.item.suffix) { add($0, isTitle: false, to: &kept) } }
    SearchWords.each(of: entry.text) { add($0, isTitle: false, to: &kept) }
    return kept
  }

  /// A word counts once, in the title if it stands there too.
  private mutating func add(_ word: SearchWord, isTitle: Bool, to entry: inout SearchMemory.Entry) {
    let number = numbers[word] ?? words.count
    if number == words.count {
      numbers[word] = number
      words.append(word)
      last.append(0)
    }
    if last[number] == count { return }
    last[number] = count
    entry.marks.append(number << 1 | (isTitle ? 1 : 0))
  }
}
