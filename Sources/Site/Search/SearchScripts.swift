import Concurrency
package import PlanModel
import Views
import Workflow

/// What the search of a site looks through: scripts that a page loads as it needs them, so that it works without a server.
///
///     search/shards.js             which pieces there are
///     search/words-<letters>.js    the words that begin so, and where each stands
///     search/entries-<letters>.js  what is found there: address, kind, title, text
struct SearchScripts: Sendable {
  static let folder = "search"
  /// As large as a piece is, in bytes, about: small ones are loaded as fast as somebody types.
  private static let wordsLimit = 40_000
  private static let entriesLimit = 16_000
  /// Of a word that stands in more places than anybody reads, as many are kept; `~` before them says so.
  private static let mostPlaces = 1_500
  /// As many items as one processor takes entries from before it asks for more, and as many entries as it takes words from.
  private static let part = 256
  private static let wordsPart = 8_192

  private let plan: Plan
  /// How many statements each source has.
  private let counts: [ID<Source>: Int]

  init(_ plan: Plan) {
    self.plan = plan
    counts = Dictionary(plan.sources.map { ($0.id, $0.statements.count) }) { first, _ in first }
  }

  /// All scripts of the search.
  func all() -> [(path: String, bytes: [UInt8])] {
    let entries = entries()
    let (words, wordNames) = Self.wordScripts(entries)
    let (texts, textNames) = Self.entryScripts(entries)
    let names = [wordNames, textNames].map { JSONValue.array($0.map(JSONValue.string)).text }
    let shards = Site.scriptMark + "handoffShards(\(names.joined(separator: ",")));\n"
    return [("\(Self.folder)/shards.js", Array(shards.utf8))] + words + texts
  }

  /// An entry, and by what words refer to it. It is passed on many times, which costs a struct of so many texts a count for each.
  private final class Found: Sendable {
    /// `9c4t8wq2st`: what differs most comes first.
    let item: String
    let entry: SearchEntry
    let href: String
    /// The eight letters of the id.
    let order: UInt64

    init(_ entry: SearchEntry, href: String) {
      let suffix = entry.item.suffix
      item = suffix + entry.item.kind.rawValue
      order = suffix.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      self.entry = entry
      self.href = href
    }

    /// The same for an item itself, `9c4t8wq2st#AC1` for a part of it.
    var key: String { entry.place.isEmpty ? item : "\(item)#\(entry.place)" }
  }

  /// By their keys, each key once.
  private func entries() -> [Found] {
    let found = concurrently(parts, chunk: 1) { part in
      part.searchEntries.compactMap { entry in href(of: entry).map { Found(entry, href: $0) } }
    }.flatMap(\.self)
    // Nearly all are told apart by the eight letters of an id; their numbers are sorted, as an entry takes long to move.
    let order = found.map(\.order)
    let places = found.indices.sorted { left, right in
      if order[left] != order[right] { return order[left] < order[right] }
      let (first, second) = (found[left].entry, found[right].entry)
      return (first.item.kind.rawValue, first.place, left) < (second.item.kind.rawValue, second.place, right)
    }
    var ordered: [Found] = []
    ordered.reserveCapacity(places.count)
    for place in places where ordered.last.map({ $0.order != order[place] || $0.key != found[place].key }) ?? true {
      ordered.append(found[place])
    }
    return ordered
  }

  /// The plan in pieces that hold each item once.
  private var parts: [Plan] {
    func pieces<Item>(_ items: [Item]) -> [[Item]] {
      stride(from: 0, to: items.count, by: Self.part).map { Array(items[$0..<min($0 + Self.part, items.count)]) }
    }
    let others = Plan(intents: plan.intents, epics: plan.epics, decisions: plan.decisions)
    return [others] + pieces(plan.stories).map { Plan(stories: $0) } + pieces(plan.sources).map { Plan(sources: $0) }
  }

  /// Nil for a statement that a second source of the same id has alone.
  private func href(of entry: SearchEntry) -> String? {
    let fragment = entry.place.isEmpty ? "" : "#\(entry.place)"
    switch entry.item.kind {
    case .story: return ID<Story>(entry.item).map { SitePage.story($0).path + fragment }
    case .intent: return ID<Intent>(entry.item).map { SitePage.intent($0, part: 1).path + fragment }
    case .epic: return ID<Epic>(entry.item).map { SitePage.epic($0, part: 1).path }
    case .decision: return ID<Decision>(entry.item).map { SitePage.decision($0).path }
    case .source:
      guard let source = ID<Source>(entry.item) else { return nil }
      guard let line = Int(entry.place.dropFirst()) else { return SitePage.source(source, part: 1).path }
      guard line <= counts[source] ?? 0 else { return nil }
      let part = (line - 1) / SiteIndex.statementsPerPage + 1
      return SitePage.source(source, part: part).path + fragment
    }
  }

  // MARK: Words

  private static func wordScripts(_ entries: [Found]) -> ([(path: String, bytes: [UInt8])], [String]) {
    let parts = stride(from: 0, to: entries.count, by: wordsPart).map { $0..<min($0 + wordsPart, entries.count) }
    let words = WordPlaces(concurrently(parts, chunk: 1) { places(of: entries, $0) }).sorted
    let values = concurrently(words) { value(of: $0.entries, entries) }
    let shards = PrefixShards(
      words.map(\.word), sizes: zip(words, values).map { $0.word.utf8.count + $1.count + 6 }, limit: wordsLimit)
    let scripts = shards.shards.map { shard -> (path: String, bytes: [UInt8]) in
      var script = Array("\(Site.scriptMark)handoffWords(\(JSONValue.string(shard.name).text),{\n".utf8)
      for number in shard.range {
        script += Array("\"\(words[number].word)\":\"".utf8) + values[number] + Array("\",\n".utf8)
      }
      return ("\(folder)/words-\(shard.file).js", script + Array("});\n".utf8))
    }
    return (scripts, shards.shards.map(\.name))
  }

  private static func places(of entries: [Found], _ range: Range<Int>) -> WordPlaces {
    var places = WordPlaces()
    for number in range {
      let entry = entries[number].entry
      SearchWords.each(of: entry.title) { places.add($0, of: number, inTitle: true) }
      if entry.place.isEmpty { SearchWords.each(of: entry.item.suffix) { places.add($0, of: number, inTitle: false) } }
      SearchWords.each(of: entry.text) { places.add($0, of: number, inTitle: false) }
    }
    return places
  }

  /// `9c4t8wq2st:,AC1,AC3! k3f9ab2xin:!`: by item the places in it, one that is empty for the item itself; `!` stands behind
  /// those that have the word in the title.
  private static func value(of places: [Int], _ entries: [Found]) -> [UInt8] {
    var kept = places
    if places.count > mostPlaces {
      let titled = places.filter { $0 < 0 }
      kept = Array((titled + places.filter { $0 >= 0 }).prefix(mostPlaces))
      kept.sort { ($0 < 0 ? ~$0 : $0) < ($1 < 0 ? ~$1 : $1) }
    }
    var value: [UInt8] = places.count > mostPlaces ? [UInt8(ascii: "~")] : []
    var last: ItemID?
    for place in kept {
      let found = entries[place < 0 ? ~place : place]
      if found.entry.item == last {
        value.append(UInt8(ascii: ","))
      } else {
        if last != nil { value.append(UInt8(ascii: " ")) }
        value += found.item.utf8
        value.append(UInt8(ascii: ":"))
        last = found.entry.item
      }
      value += found.entry.place.utf8
      if place < 0 { value.append(UInt8(ascii: "!")) }
    }
    return value
  }

  // MARK: What is found

  private static func entryScripts(_ entries: [Found]) -> ([(path: String, bytes: [UInt8])], [String]) {
    let rows = concurrently(entries) { found in
      let entry = found.entry
      let fields = [found.key, found.href, entry.kind, entry.title, entry.text, entry.context]
      var row: [UInt8] = []
      JSONValue.array(fields.map { .string(Sanitiser.line($0)) }).write(to: &row)
      return row
    }
    let shards = PrefixShards(entries.map(\.key), sizes: rows.map(\.count), limit: entriesLimit)
    let scripts = shards.shards.map { shard -> (path: String, bytes: [UInt8]) in
      var script = Array("\(Site.scriptMark)handoffEntries(\(JSONValue.string(shard.name).text),[\n".utf8)
      for row in rows[shard.range] { script += row + [UInt8(ascii: ","), UInt8(ascii: "\n")] }
      return ("\(folder)/entries-\(shard.file).js", script + Array("]);\n".utf8))
    }
    return (scripts, shards.shards.map(\.name))
  }
}

extension Site {
  static let scriptMark = "/* git-handoff */\n"

  /// All scripts of the search.
  package func searchScripts() -> [(path: String, bytes: [UInt8])] { SearchScripts(outcome.plan).all() }
}

/// The search of a plan, which is worked out while the rest of its site is read.
package struct PreparedSearch: Sendable {
  let scripts: Meanwhile<[(path: String, bytes: [UInt8])]>

  /// Begins at once.
  package init(_ plan: Plan) { scripts = Meanwhile { SearchScripts(plan).all() } }
}
