import Concurrency
import PlanModel
import Views
import Workflow

/// What the search of a site looks through: scripts that a page loads as it needs them, so that it works without a server.
///
///     search/shards.js             which pieces there are
///     search/words-<letters>.js    the words that begin so, and where each stands
///     search/entries-<letters>.js  what is found there: address, kind, title, text
extension Site {
  static let searchFolder = "search"
  static let scriptMark = "/* git-handoff */\n"
  /// As large as a piece is, in bytes, about: small ones are loaded as fast as somebody types.
  private static let wordsLimit = 40_000
  private static let entriesLimit = 16_000
  /// Of a word that stands in more places than anybody reads, as many are kept; `~` before them says so.
  private static let mostPlaces = 1_500

  /// All scripts of the search.
  package func searchScripts() -> [(path: String, bytes: [UInt8])] {
    let entries = searchEntries()
    let (words, wordNames) = Self.wordScripts(entries)
    let (texts, textNames) = Self.entryScripts(entries)
    let names = [wordNames, textNames].map { JSONValue.array($0.map(JSONValue.string)).text }
    let shards = Self.scriptMark + "handoffShards(\(names.joined(separator: ",")));\n"
    return [("\(Self.searchFolder)/shards.js", Array(shards.utf8))] + words + texts
  }

  /// An entry, and by what words refer to it. It is passed on many times, which costs a struct of so many texts a count for each.
  private final class Found: Sendable {
    /// `9c4t8wq2st`: what differs most comes first.
    let item: String
    let entry: SearchEntry
    let href: String

    init(_ entry: SearchEntry, href: String) {
      item = entry.item.suffix + entry.item.kind.rawValue
      self.entry = entry
      self.href = href
    }

    /// The same for an item itself, `9c4t8wq2st#AC1` for a part of it.
    var key: String { entry.place.isEmpty ? item : "\(item)#\(entry.place)" }
  }

  /// By their keys, each key once.
  private func searchEntries() -> [Found] {
    let entries = outcome.plan.searchEntries
    let found = concurrently(entries) { entry in
      index.href(of: entry.item, at: entry.place, "").map { Found(entry, href: $0) }
    }
    // Nearly all are told apart by the eight letters of an id; their numbers are sorted, as an entry takes long to move.
    let order = entries.map { entry in entry.item.suffix.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    let places = found.indices.filter { found[$0] != nil }.sorted { left, right in
      if order[left] != order[right] { return order[left] < order[right] }
      let (first, second) = (entries[left].item.kind.rawValue, entries[right].item.kind.rawValue)
      return (first, entries[left].place, left) < (second, entries[right].place, right)
    }
    var ordered: [Found] = []
    ordered.reserveCapacity(places.count)
    for place in places {
      if let next = found[place], next.key != ordered.last?.key { ordered.append(next) }
    }
    return ordered
  }

  // MARK: Words

  private static func wordScripts(_ entries: [Found]) -> ([(path: String, bytes: [UInt8])], [String]) {
    var places = WordPlaces()
    for (number, found) in entries.enumerated() {
      SearchWords.each(of: found.entry.title) { places.add($0, of: number, inTitle: true) }
      if found.entry.place.isEmpty {
        SearchWords.each(of: found.entry.item.suffix) { places.add($0, of: number, inTitle: false) }
      }
      SearchWords.each(of: found.entry.text) { places.add($0, of: number, inTitle: false) }
    }
    let words = places.sorted
    let values = concurrently(words) { value(of: $0.entries, entries) }
    let shards = PrefixShards(
      words.map(\.word), sizes: zip(words, values).map { $0.word.utf8.count + $1.count + 6 }, limit: wordsLimit)
    let scripts = shards.shards.map { shard -> (path: String, bytes: [UInt8]) in
      var script = Array("\(scriptMark)handoffWords(\(JSONValue.string(shard.name).text),{\n".utf8)
      for number in shard.range {
        script += Array("\"\(words[number].word)\":\"".utf8) + values[number] + Array("\",\n".utf8)
      }
      return ("\(searchFolder)/words-\(shard.file).js", script + Array("});\n".utf8))
    }
    return (scripts, shards.shards.map(\.name))
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
      return JSONValue.array(fields.map { .string(Sanitiser.line($0)) }).text
    }
    let shards = PrefixShards(entries.map(\.key), sizes: rows.map(\.utf8.count), limit: entriesLimit)
    let scripts = shards.shards.map { shard -> (path: String, bytes: [UInt8]) in
      let text = rows[shard.range].map { $0 + ",\n" }.joined()
      let script = scriptMark + "handoffEntries(\(JSONValue.string(shard.name).text),[\n\(text)]);\n"
      return ("\(searchFolder)/entries-\(shard.file).js", Array(script.utf8))
    }
    return (scripts, shards.shards.map(\.name))
  }
}
