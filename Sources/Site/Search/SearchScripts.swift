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

  /// An entry, and by what words refer to it.
  private struct Found {
    /// `9c4t8wq2st` for an item, `9c4t8wq2st#AC1` for a part of it: what differs most comes first.
    var key: String
    var entry: SearchEntry
    var href: String
  }

  /// By their keys.
  private func searchEntries() -> [Found] {
    let found = outcome.plan.searchEntries.compactMap { entry -> Found? in
      guard let href = index.href(of: entry.item, at: entry.place, "") else { return nil }
      let item = entry.item.suffix + entry.item.kind.rawValue
      return Found(key: entry.place.isEmpty ? item : "\(item)#\(entry.place)", entry: entry, href: href)
    }
    var seen: Set<String> = []
    return found.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.filter { seen.insert($0.key).inserted }
  }

  // MARK: Words

  private static func wordScripts(_ entries: [Found]) -> ([(path: String, bytes: [UInt8])], [String]) {
    // By word the entries that have it, in their order; those that have it in the title are negative.
    var places: [String: [Int]] = [:]
    for (number, found) in entries.enumerated() {
      SearchWords.each(of: found.entry.title) { word in
        if places[word]?.last != ~number { places[word, default: []].append(~number) }
      }
      let text = found.entry.place.isEmpty ? "\(found.entry.item.suffix) \(found.entry.text)" : found.entry.text
      SearchWords.each(of: text) { word in
        let last = places[word]?.last
        if last != number, last != ~number { places[word, default: []].append(number) }
      }
    }
    let words = places.keys.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    let values = words.map { value(of: places[$0] ?? [], entries) }
    let shards = PrefixShards(
      words, sizes: zip(words, values).map { $0.utf8.count + $1.utf8.count + 6 }, limit: wordsLimit)
    let scripts = shards.shards.map { shard -> (path: String, bytes: [UInt8]) in
      var script = scriptMark + "handoffWords(\(JSONValue.string(shard.name).text),{\n"
      for number in shard.range { script += "\"\(words[number])\":\"\(values[number])\",\n" }
      return ("\(searchFolder)/words-\(shard.file).js", Array((script + "});\n").utf8))
    }
    return (scripts, shards.shards.map(\.name))
  }

  /// `9c4t8wq2st:,AC1,AC3! k3f9ab2xin:!`: by item the places in it, one that is empty for the item itself; `!` stands behind
  /// those that have the word in the title.
  private static func value(of places: [Int], _ entries: [Found]) -> String {
    var kept = places
    if places.count > mostPlaces {
      let titled = places.filter { $0 < 0 }
      kept = Array((titled + places.filter { $0 >= 0 }).prefix(mostPlaces))
      kept.sort { ($0 < 0 ? ~$0 : $0) < ($1 < 0 ? ~$1 : $1) }
    }
    var value = places.count > mostPlaces ? "~" : ""
    var last: Substring = ""
    for place in kept {
      let key = entries[place < 0 ? ~place : place].key
      let parts = key.split(separator: "#", maxSplits: 1)
      if parts[0] == last {
        value += ","
      } else {
        value += (last.isEmpty ? "" : " ") + parts[0] + ":"
        last = parts[0]
      }
      if parts.count > 1 { value += parts[1] }
      if place < 0 { value += "!" }
    }
    return value
  }

  // MARK: What is found

  private static func entryScripts(_ entries: [Found]) -> ([(path: String, bytes: [UInt8])], [String]) {
    let rows = entries.map { found in
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
