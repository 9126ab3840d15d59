import Intake
import PlanModel
import Testing

@Suite("Which originals are tables, and what holds for all of them")
struct TableDoorTests {
  @Test("every fixture keeps the promises", arguments: Tables.all.map(\.name))
  func promises(_ name: String) throws {
    let text = try #require(Tables.all.first { $0.name == name }?.text)
    try Promises.expect(Array(text.utf8), name: "\(name).csv")
    try Promises.expect(Tables.utf16(text), name: "\(name).csv")
  }

  @Test("every beginning of a fixture is read or refused, never trapped on", arguments: Tables.all.map(\.name))
  func truncated(_ name: String) throws {
    let bytes = Array(try #require(Tables.all.first { $0.name == name }).text.utf8)
    for length in stride(from: 1, to: bytes.count, by: 5) {
      do { try Promises.expect(Array(bytes.prefix(length)), name: "a.csv") } catch is IntakeError {}
    }
  }

  @Test("bytes without sense are read or refused, never trapped on")
  func noise() {
    var generator = SmallGenerator(state: 11)
    let alphabet = Array("\",;|\t\n\r \\ab1@<>&.:-".utf8) + [0xFF, 0xC3, 0xA9, 0xE2, 0x80, 0xA8]
    var count = 0
    for _ in 0..<500 {
      var bytes = Array("name,comment\n".utf8)
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        bytes.append(alphabet.randomElement(using: &generator) ?? 0)
      }
      do {
        let reading = try Original.read(bytes, as: .table)
        try Promises.expectVerbatim(reading, bytes)
        count += 1
      } catch {}
    }
    #expect(count > 50)
  }

  @Test("a name that says so is believed, and without one the header and the records tell")
  func recognised() {
    for (name, text) in Tables.all {
      #expect(Original.recognise(Array(text.utf8), name: "a.csv") == .table, "\(name)")
    }
    for text in [Tables.reviews, Tables.monkey, Tables.qualtrics, Tables.prosAndCons, Tables.tickets, Tables.play] {
      #expect(Original.recognise(Array(text.utf8)) == .table)
    }
    #expect(Original.recognise(Tables.utf16(Tables.play), name: "reviews.txt") == .table)
  }

  @Test(
    "prose, logs, code, chats and tables of Markdown are not",
    arguments: [
      "Dear Sam, hello\nI tried it, but it failed\nIt was late, so I left\n",
      "2024-01-02 10:00:00,123 INFO a, started\n2024-01-02 10:00:01,456 INFO b, stopped\n2024-01-02 10:00:02,1 WARN c, x\n",
      "let name = find(a, b)\nlet text = read(c, d)\nlet date = made(e, f)\n",
      "| Name | Comment |\n|---|---|\n| Dana | Fine |\n| Sam | Good |\n",
      "Name | Comment\n--- | ---\nDana | Fine\nSam | Good\n",
      "10:32 Dana: yes, it fails\n10:33 Sam: no, it works\n10:34 Dana: look, there\n",
      "Name, address and date\nare needed, as the rating\nof the user, who is new\n",
    ])
  func others(_ text: String) {
    #expect(Original.recognise(Array(text.utf8)) != .table)
    #expect(Original.recognise(Array(text.utf8), name: "a.txt") != .table)
  }

  @Test("comments are parted by the ticket that they belong to, each part a table by itself")
  func conversations() throws {
    let parts = try Original.conversations(in: Material(Array(Tables.tickets.utf8), name: "a.csv"))
    #expect(parts.count == 2)
    let speakers = try parts.map { try Original.read($0, as: .table).statements.map(\.speaker) }
    #expect(Set(speakers[0]) == ["Dana", "Support"])
    #expect(Set(speakers[1]) == ["Sam"])
    let whole = try read(Tables.tickets, "a.csv").statements.map(\.text).sorted()
    #expect(try parts.flatMap { try Original.read($0, as: .table).statements.map(\.text) }.sorted() == whole)
  }

  @Test("a table whose rows do not belong to conversations is one", arguments: [Tables.reviews, Self.oneIssue])
  func single(_ text: String) throws {
    #expect(try Original.conversations(in: Material(Array(text.utf8), name: "a.csv")).count == 1)
  }

  static let oneIssue = "Summary,Issue key,Reporter,Description\nMute,CORK-12,Ann,Too many mails come.\n"

  @Test("a row of Jira's is an issue of its own, known again by its key", arguments: [SourceFormat.table, .jira])
  func issues(_ format: SourceFormat) throws {
    let material = Material(Array((Self.oneIssue + "Dark,CORK-13,Cid,It is too bright.\n").utf8), name: "a.csv")
    let parts = try Original.conversations(in: material, as: format)
    let readings = try parts.map { try Original.read($0, as: format) }
    #expect(readings.map(\.origin.identity) == ["jira:CORK-12", "jira:CORK-13"])
    #expect(readings.map(\.title) == ["Mute", "Dark"])
    #expect(readings.map(\.format) == [.table, .table])
    // All in one is no one's issue.
    #expect(try Original.read(material, as: format).origin.identity == nil)
  }
}
