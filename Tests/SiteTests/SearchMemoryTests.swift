import FileSystem
import PlanModel
import Testing
import Workflow

@testable import Site

@Suite("Words that were found before") struct SearchMemoryTests {
  private static let entries = [
    SearchMemory.Entry(place: [], size: 300, marks: [1, 2, 70_000 << 1]),
    SearchMemory.Entry(place: Array("AC1".utf8), size: 7, marks: []),
  ]
  private static let words = (0...70_000).map { SearchWord("w\($0)".unicodeScalars) }

  private func file() -> [UInt8] {
    SearchMemory().file(
      words: Self.words, [(digest: 7, entries: Self.entries), (digest: 8, entries: [])], maker: "one")
  }

  @Test("what is kept is what was found")
  func roundTrip() throws {
    let memory = try #require(SearchMemory(file(), maker: "one"))
    #expect(memory.words == Self.words)
    let entries = try #require(memory.entries(7))
    #expect(entries.map(\.place) == Self.entries.map(\.place) && entries.map(\.marks) == Self.entries.map(\.marks))
    #expect(entries.map(\.size) == [300, 7])
    #expect(memory.entries(8)?.isEmpty == true && memory.entries(9) == nil)
    // Taken over as it stands.
    let again = memory.file(words: Self.words, [(digest: 7, entries: []), (digest: 8, entries: [])], maker: "one")
    #expect(again == file())
  }

  @Test("what was cut off, changed, or made by another program is nothing")
  func broken() {
    let short = SearchMemory().file(
      words: Array(Self.words.prefix(3)), [(digest: 7, entries: [.init(place: [65], size: 7, marks: [1, 4])])],
      maker: "one")
    #expect(SearchMemory(short, maker: "one") != nil && SearchMemory(short, maker: "two") == nil)
    for length in short.indices { #expect(SearchMemory(Array(short.prefix(length)), maker: "one") == nil) }
    for place in short.indices {
      var other = short
      other[place] ^= 1
      #expect(SearchMemory(other, maker: "one") == nil, "\(place)")
    }
  }

  @Test("words of items whose files are as before are not looked for again, and of others they are")
  func reuse() throws {
    let bench = try SiteBench()
    let read = try bench.workspace().site(SiteOptions()).read
    let plain = scripts(of: read)
    #expect(plain.contains { $0.contains("\"mails\":") })
    // A memory that says otherwise of one item is believed; of an item that it does not know the files are.
    let source = try #require(SearchItems(read).all.first { $0.id.kind == .source })
    let word = SearchWord("xyzzy".unicodeScalars)
    let entry = SearchMemory.Entry(place: Array("L1".utf8), size: 9, marks: [1])
    let file = SearchMemory().file(
      words: [word], [(digest: try #require(source.digest), entries: [entry])], maker: read.reader)
    try FileSystem.writeQuickly(file, to: read.searchMemory)
    let believed = scripts(of: read)
    #expect(believed.contains { $0.contains("\"xyzzy\":\"7h3q2dkmso:L1!\"") && $0.contains("\"mute\":") })
    #expect(!believed.contains { $0.contains("\"cannot\":") })
    try FileSystem.removeFile(read.searchMemory)
    #expect(scripts(of: read) == plain)
    #expect(scripts(of: read) == plain)
  }

  private func scripts(of read: SitePlan) -> [String] {
    let search = SearchScripts(read)
    return search.all.map { String(decoding: search.bytes(of: $0), as: UTF8.self) }
  }
}
