import Intake
import PlanModel
import Testing

@Suite("Slack")
struct SlackTests {
  private func conversation(_ title: String) throws -> Reading {
    let materials = try Original.conversations(in: SlackExports.export)
    let readings = try materials.map { try Original.read($0) }
    return try #require(readings.first { $0.title == title })
  }

  @Test("an export is a folder of channels, each of which reads alone")
  func channels() throws {
    #expect(Original.recognise(SlackExports.export) == .slack)
    let materials = try Original.conversations(in: SlackExports.export)
    let titles = try materials.map { try Original.read($0).title }
    #expect(titles == ["Dana Ng, ida", "#feedback", "#random"])
    #expect(try conversation("#random").origin.identity == "slack:C2")
    #expect(try conversation("Dana Ng, ida").origin.identity == "slack:D1")
  }

  @Test("answers stand below what they answer, said once, by name and time")
  func thread() throws {
    let reading = try conversation("#feedback")
    #expect(
      reading.statements.map(\.text) == [
        "@Sam has joined the channel", "The export (https://acme.example/x) fails & @Sam knows.", "Thanks!",
        "We need SSO.", "Since when?", "Since when?", "Since May.", "let a = 1. b let c",
        "Ask in #random or #C9, @here.",
      ])
    #expect(
      reading.statements.map(\.speaker) == [
        "", "Dana Ng", "Dana Ng", "Dana Ng", "ida", "ida", "Sam", "Sam", "Sam",
      ])
    #expect(reading.statements.map(\.turn) == [1, 2, 2, 2, 3, 4, 5, 6, 7])
    #expect(reading.statements[1].time == "2016-05-06T14:03:10Z")
    #expect(reading.received == "2016-05-06T14:03:03Z")
    #expect(reading.why("@Sam has joined the channel") == "notice")
  }

  @Test("people, files and voices")
  func origin() throws {
    let reading = try conversation("#feedback")
    #expect(reading.people.first == Person(name: "Dana Ng", address: "dana@acme.example"))
    #expect(Set(reading.people.map(\.name)) == ["Dana Ng", "Sam", "ida"])
    #expect(
      reading.attachments == [
        Attachment(name: "log.txt", type: "text/plain", bytes: 12, url: "https://files.example/log.txt")
      ])
    #expect(reading.origin.reach == 3)
    #expect(try conversation("#random").origin.reach == nil)
  }

  @Test("a channel's folder and a day alone are read as well")
  func parts() throws {
    let days = [
      SlackExports.file("2016-05-07.json", SlackExports.tuesday),
      SlackExports.file("2016-05-06.json", SlackExports.monday),
    ]
    let folder = Material(folder: days, name: "/exports/feedback")
    #expect(Original.recognise(folder) == .slack)
    #expect(try Original.read(folder).title == "#feedback")
    let day = try read(SlackExports.tuesday)
    #expect(day.format == .slack)
    #expect(day.statements.map(\.speaker) == ["U3", "U3", "U2", "U2"])
  }

  @Test("lists as the interface gives them are read from the oldest on")
  func list() throws {
    let reading = try read(SlackExports.list)
    #expect(reading.format == .slack)
    #expect(reading.statements.map(\.text) == ["This message was deleted.", "It fails.", "It is mended."])
    #expect(reading.statements.map(\.speaker) == ["", "U8", "Ola Berg"])
    #expect(reading.said == ["It fails.", "It is mended."])
  }

  @Test("blocks are read where they are all there is; previews are not")
  func blocks() throws {
    let reading = try read(SlackExports.replies)
    #expect(
      reading.statements.map(\.text) == [
        "Look at this (https://acme.example), @U2", "one", "two", "He said so.", "a = 1. b", "Seen.",
      ])
    #expect(reading.statements.map(\.speaker) == ["U1", "U1", "U1", "", "U1", "U2"])
    #expect(reading.origin.identity == "slack:C7:1700000100.000100")
  }

  @Test("programs say in attachments and blocks what they say, once; shared messages are somebody else's")
  func programs() throws {
    let reading = try read(SlackExports.bots)
    #expect(
      reading.statements.map(\.text) == [
        "New *answer*", "Survey", "What is missing?", "Dark mode", "Ticket 5",
        "The export (https://d.example/5) fails.",
        "See below", "It was slow.", "@ola uploaded a file: Plan (https://f.example/p.png)", "Renewal", "Hi team,",
        "We leave in June.",
      ])
    #expect(reading.speaker("Survey") == "Forms")
    #expect(reading.speaker("Ticket 5") == "Desk")
    #expect(reading.speaker("It was slow.") == "Ida")
    #expect(reading.why("@ola uploaded a file: Plan (https://f.example/p.png)") == "notice")
    #expect(reading.why("Hi team,") == "greeting")
    #expect(reading.origin.reach == nil)
  }

  @Test(
    "references in the text",
    arguments: [
      ("<mailto:a@b.example|a@b.example>", "a@b.example"), ("<http://a.example|a.example>", "a.example"),
      ("<!subteam^S1|@desk> x", "@desk x"), ("<!date^1^{date}|Feb 1> x", "Feb 1 x"),
      ("a &lt;b&gt; &amp;amp;", "a <b> &amp;"),
      ("a < b <x", "a < b <x"), ("<@U1", "<@U1"), ("<a b>", "<a b>"), ("<@U1|> x", "@U1 x"),
    ])
  func references(_ written: String, _ shown: String) throws {
    let reading = try read(#"[{"type": "message", "user": "U1", "ts": "1700000100.000100", "text": "\#(written)"}]"#)
    #expect(reading.statements.map(\.text) == [shown])
  }

  @Test("other lists of messages are not Slack's")
  func strangers() {
    for text in [
      #"[{"type": "message", "text": "a", "date": "2020-01-01", "from": "Dana", "date_unixtime": "1577836800"}]"#,
      #"[{"ts": "now", "user": "U1", "text": "a"}]"#, #"{"messages": [{"role": "user", "content": "a"}]}"#,
      #"[{"ts": 1700000100, "user": "U1", "text": "a"}]"#,
    ] { #expect(Original.recognise(Array(text.utf8), name: "a.json") != .slack) }
  }
}
