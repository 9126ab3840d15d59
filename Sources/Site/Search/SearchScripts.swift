import Concurrency
import PlanModel
import Views
package import Workflow

/// What the search of a site looks through: scripts that a page loads as it needs them, so that it works without a server.
///
///     search/shards.js             which pieces there are
///     search/words-<letters>.js    the words that begin so, and where each stands
///     search/entries-<letters>.js  what is found there: address, kind, title, text
package struct SearchScripts: Sendable {
  static let folder = "search"
  /// As large as a piece is, in bytes, about: small ones are loaded as fast as somebody types.
  private static let wordsLimit = 40_000
  private static let entriesLimit = 16_000
  /// Of a word that stands in more places than anybody reads, as many are kept; `~` before them says so.
  private static let mostPlaces = 1_500

  package struct Script: Sendable {
    package let path: String
    /// The same as long as the bytes are; nil where they are made already.
    let key: UInt64?
    fileprivate let body: Body
  }

  fileprivate enum Body {
    case made([UInt8])
    /// Entries, with what they begin with.
    case entries(name: String, Range<Int>)
  }

  package private(set) var all: [Script] = []
  private let index: SearchIndex

  init(_ read: SitePlan) {
    index = SearchIndex(read)
    let (words, wordNames) = wordScripts()
    let (entries, entryNames) = entryScripts()
    let names = [wordNames, entryNames].map { JSONValue.array($0.map(JSONValue.string)).text }
    let shards = Site.scriptMark + "handoffShards(\(names.joined(separator: ",")));\n"
    all = [Script(path: "\(Self.folder)/shards.js", key: nil, body: .made(Array(shards.utf8)))] + words + entries
  }

  package func bytes(of script: Script) -> [UInt8] {
    switch script.body {
    case .made(let bytes): bytes
    case .entries(let name, let range): entryScript(name, range)
    }
  }

  // MARK: Words

  private func wordScripts() -> ([Script], [String]) {
    let words = index.words
    let values = concurrently(words) { value(of: $0.places) }
    let shards = PrefixShards(
      words.map(\.text), sizes: zip(words, values).map { $0.text.count + $1.count + 6 }, limit: Self.wordsLimit)
    let scripts = shards.shards.map { shard in
      var script = Array("\(Site.scriptMark)handoffWords(\(JSONValue.string(shard.name).text),{\n".utf8)
      for number in shard.range {
        script.append(UInt8(ascii: "\""))
        script += words[number].text
        script += [UInt8(ascii: "\""), UInt8(ascii: ":"), UInt8(ascii: "\"")]
        script += values[number]
        script += [UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\n")]
      }
      return Script(
        path: "\(Self.folder)/words-\(shard.file).js", key: nil, body: .made(script + Array("});\n".utf8)))
    }
    return (scripts, shards.shards.map(\.name))
  }

  /// `9c4t8wq2st:,AC1,AC3! k3f9ab2xin:!`: by item the places in it, one that is empty for the item itself; `!` stands behind
  /// those that have the word in the title.
  private func value(of places: ArraySlice<Int>) -> [UInt8] {
    var kept = places
    if places.count > Self.mostPlaces {
      let titled = places.filter { $0 < 0 }
      kept = (titled + places.filter { $0 >= 0 }).prefix(Self.mostPlaces)
      kept.sort { ($0 < 0 ? ~$0 : $0) < ($1 < 0 ? ~$1 : $1) }
    }
    var value: [UInt8] = places.count > Self.mostPlaces ? [UInt8(ascii: "~")] : []
    var last: Int?
    for place in kept {
      let number = place < 0 ? ~place : place
      let owner = index.owners[number]
      if owner == last {
        value.append(UInt8(ascii: ","))
      } else {
        if last != nil { value.append(UInt8(ascii: " ")) }
        value += index.names[owner]
        value.append(UInt8(ascii: ":"))
        last = owner
      }
      value += index.places[number]
      if place < 0 { value.append(UInt8(ascii: "!")) }
    }
    return value
  }

  // MARK: What is found

  private func entryScripts() -> ([Script], [String]) {
    let shards = PrefixShards(
      index.entries.map(key), sizes: index.entries.map(\.entry.size), limit: Self.entriesLimit)
    let scripts = shards.shards.map { shard in
      Script(
        path: "\(Self.folder)/entries-\(shard.file).js", key: digest(of: shard),
        body: .entries(name: shard.name, shard.range))
    }
    return (scripts, shards.shards.map(\.name))
  }

  /// The item itself, `9c4t8wq2st#AC1` for a part of it.
  private func key(of found: SearchIndex.Found) -> [UInt8] {
    let name = index.names[found.item]
    return found.entry.place.isEmpty ? name : name + [UInt8(ascii: "#")] + found.entry.place
  }

  /// Nil where the files of an item are not known.
  private func digest(of shard: PrefixShards.Shard) -> UInt64? {
    var digest = PageDigest()
    digest.add(shard.name)
    for found in index.entries[shard.range] {
      guard let own = index.items.all[found.item].digest else { return nil }
      digest.add(own)
      digest.add(found.entry.place)
    }
    return digest.mixed
  }

  private func entryScript(_ name: String, _ range: Range<Int>) -> [UInt8] {
    var script = Array("\(Site.scriptMark)handoffEntries(\(JSONValue.string(name).text),[\n".utf8)
    var entries: [(entry: SearchEntry, href: String)] = []
    var item: Int?
    for found in index.entries[range] {
      if item != found.item {
        item = found.item
        entries = index.items.entries(of: index.items.all[found.item])
      }
      let (entry, href) = entries[found.number]
      let key = String(decoding: key(of: found), as: UTF8.self)
      let fields = [key, href, entry.kind, entry.title, entry.text, entry.context]
      JSONValue.array(fields.map { .string(Sanitiser.line($0)) }).write(to: &script)
      script += [UInt8(ascii: ","), UInt8(ascii: "\n")]
    }
    return script + Array("]);\n".utf8)
  }
}

extension Site {
  static let scriptMark = "/* git-handoff */\n"

  /// All scripts of the search.
  package func searchScripts() -> SearchScripts { SearchScripts(outcome.read) }
}

/// The search of a plan, which is worked out while the rest of its site is read.
package struct PreparedSearch: Sendable {
  let scripts: Meanwhile<SearchScripts>

  /// Begins at once.
  package init(_ read: SitePlan) { scripts = Meanwhile { SearchScripts(read) } }
}
