import PlanModel
import Testing

@testable import Site

@Suite("The search of a site") struct SearchTests {
  private func words(_ text: String) -> [String] {
    var words: [String] = []
    SearchWords.each(of: text) { words.append($0.string) }
    return words
  }

  @Test("words are letters and digits, small, and Latin ones without accents")
  func wordsOfText() {
    #expect(words("Mute *the* mails, 2×!") == ["mute", "the", "mails", "2"])
    #expect(words("Ibáñez Žižek STRASSE Straße") == ["ibanez", "zizek", "strasse", "straße"])
    #expect(words("e\u{301}te\u{301}") == ["ete"])
    #expect(words("Ελλάδα Привет") == ["ελλάδα", "привет"])
    #expect(words("静かに") == ["静", "か", "に"])
    #expect(words("") == [] && words("–– \u{202e}!") == [])
    #expect(words(String(repeating: "a", count: 900)) == [String(repeating: "a", count: 24)])
  }

  @Test("pieces hold every key once, begin as they say, and are as small as asked")
  func pieces() {
    let keys = (0..<400).map { String($0, radix: 6) }.sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    let pieces = PrefixShards(keys.map { Array($0.utf8) }, sizes: keys.map { _ in 10 }, limit: 200).shards
    #expect(pieces.flatMap { Array($0.range) } == Array(keys.indices))
    #expect(Set(pieces.map(\.name)).count == pieces.count)
    #expect(Set(pieces.map { $0.file.lowercased() }).count == pieces.count)
    for piece in pieces {
      #expect(piece.range.count <= 20)
      for key in keys[piece.range] { #expect(piece.isExact ? key == piece.prefix : key.hasPrefix(piece.prefix)) }
      #expect(piece.isExact || !pieces.contains { $0 != piece && !$0.isExact && $0.prefix.hasPrefix(piece.prefix) })
    }
    #expect(PrefixShards([], sizes: [], limit: 10).shards.isEmpty)
    #expect(PrefixShards([Array("a".utf8)], sizes: [99], limit: 10).shards.map(\.name) == [""])
  }

  @Test("the scripts lead from a word to where it stands, and no text can end a string")
  func scripts() throws {
    let site = try SiteBench(text: "\"});alert(1);//</script>", statements: ["I cannot stop the mails."]).site()
    let search = site.searchScripts()
    let scripts = Dictionary(search.all.map { ($0.path, String(decoding: search.bytes(of: $0), as: UTF8.self)) }) { $1 }
    let words = try #require(scripts["search/words-.js"])
    #expect(words.contains("\"cannot\":\"7h3q2dkmso:L1!\""))
    #expect(words.contains("\"alert\":\""))
    let entries = try #require(scripts["search/entries-.js"])
    #expect(
      entries.contains("[\"7h3q2dkmso#L1\",\"sources/so-7h3q2dkm.html#L1\",\"statement\",\"I cannot stop the mails.\""))
    #expect(entries.contains("\"\\\"});alert"))
    #expect(!entries.contains("\"\"});alert"))
    #expect(scripts["search/shards.js"]?.contains("handoffShards([\"\"],[\"\"]);") == true)
  }

  @Test("of a word that stands everywhere as many places are kept as anybody reads")
  func common() throws {
    let site = try SiteBench(statements: Array(repeating: "Mail again.", count: 4_000)).site()
    let search = site.searchScripts()
    let scripts = search.all.map { (path: $0.path, bytes: search.bytes(of: $0)) }
    #expect(scripts.contains { String(decoding: $0.bytes, as: UTF8.self).contains("\"again\":\"~7h3q2dkmso:L1!,") })
    for script in scripts { #expect(script.bytes.count < 100_000, "\(script.path)") }
  }
}
