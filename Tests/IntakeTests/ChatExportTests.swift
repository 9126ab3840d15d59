import Intake
import PlanModel
import Testing

@Suite("Discord and Telegram")
struct ChatExportTests {
  // MARK: Discord

  @Test("a channel of Discord")
  func discord() throws {
    let reading = try read(ChatExports.discord)
    #expect(reading.format == .discord)
    #expect(reading.title == "#ideas")
    #expect(
      reading.statements.map(\.text) == [
        "What we wish for", "Joined the server.", "Please add **dark mode**.", "as before", "let a = 1. b",
        "@Dana Ng yes, see https://a.example", "Vote", "Which is first?", "One: Dark mode", "Ends soon",
      ])
    #expect(
      reading.statements.map(\.speaker) == [
        "", "", "Dana Ng", "", "Dana Ng", "Sam", "Poster", "Poster", "Poster", "Poster",
      ])
    #expect(reading.why("What we wish for") == "metadata")
    #expect(reading.why("Joined the server.") == "notice")
    #expect(reading.statements[2].time == "2023-01-06T14:03:03+00:00")
    #expect(reading.attachments == [Attachment(name: "a.png", type: "", bytes: 10, url: "https://cdn.example/a.png")])
    #expect(reading.origin.identity == "discord:7")
    #expect(reading.origin.url == "https://discord.com/channels/1/7")
    #expect(reading.origin.reach == 4)
  }

  @Test(
    "messages that say little are Discord's where a server and a channel lie beside them", arguments: ["id", "name"])
  func bare(_ key: String) throws {
    let reading = try read(
      #"""
      {"guild":{"id":"1","name":"Cork"},"channel":{"id":"5","name":"help"},"messages":[
       {"\#(key)":"10","timestamp":"2026-03-02T10:00:00+00:00","content":"It crashes.","author":{"\#(key)":"7","name":"kai"},
        "reactions":[{"emoji":{"name":"x"},"count":4}]},
       {"\#(key)":"11","timestamp":"2026-03-02T10:01:00+00:00","content":"Here, too.","author":{"name":"zo","isBot":false}}]}
      """#.replacing(#""name":"7","#, with: ""))
    #expect(reading.format == .discord && reading.title == "help" && reading.origin.identity == "discord:5")
    #expect(reading.statements.map(\.text) == ["It crashes.", "Here, too."])
    #expect(reading.statements.map(\.speaker) == ["kai", "zo"])
  }

  @Test("a message of Discord alone says of its author whether it is a program")
  func alone() throws {
    let message = #"{"id":"1","timestamp":"2026-03-02T10:00:00Z","content":"Hi.","author":{"id":"7","name":"kai"K}}"#
    for more in [#","isBot":false"#, #","discriminator":"0000""#] {
      #expect(try read("[" + message.replacing("K", with: more) + "]").format == .discord)
    }
    #expect(try read("[" + message.replacing("K", with: "") + "]").format != .discord)
  }

  @Test("a list as the interface gives it is read from the oldest on")
  func list() throws {
    let reading = try read(ChatExports.discordList)
    #expect(reading.statements.map(\.text) == ["It fails.", "It is mended :blob: 2024-03-01T10:00:00Z"])
    #expect(reading.statements.map(\.speaker) == ["ola", "Ida Wolf"])
    #expect(reading.origin.identity == "discord:9")
  }

  @Test("several channels in a folder are an original each, and the parts of one are one")
  func folder() throws {
    let part = ChatExports.discord.replacing(#""id": "10"#, with: #""id": "20"#)
    let folder = Material(
      folder: [
        Material.File("ideas.json", Array(ChatExports.discord.utf8)), Material.File("ideas 2.json", Array(part.utf8)),
        Material.File("list.json", Array(ChatExports.discordList.utf8)), Material.File("ideas_Files/a.png", [0, 1]),
      ], name: "export")
    #expect(Original.recognise(folder) == .discord)
    let readings = try Original.conversations(in: folder).map { try Original.read($0) }
    #expect(readings.map(\.origin.identity) == ["discord:7", "discord:9"])
    #expect(readings.first?.said.count { $0 == "Please add **dark mode**." } == 2)
  }

  // MARK: Telegram

  @Test("a chat of Telegram")
  func telegram() throws {
    let reading = try read(ChatExports.telegram)
    #expect(reading.format == .telegram)
    #expect(reading.title == "Acme users")
    #expect(
      reading.statements.map(\.text) == [
        "Dana Ng invite members Sam", "The export fails, see here (https://a.example/).", "a = 1. b", "Really.",
        "It works.", "Mine too.", "Which first?", "Dark mode", "SSO",
      ])
    #expect(
      reading.statements.map(\.speaker) == ["", "Dana Ng", "Dana Ng", "Dana Ng", "", "Ola", "Sam", "Sam", "Sam"])
    #expect(reading.why("Dana Ng invite members Sam") == "notice")
    #expect(reading.statements[1].time == "2021-05-01T08:01:00Z")
    #expect(reading.attachments == [Attachment(name: "p_1.jpg", type: "image/jpeg", bytes: 9, url: "photos/p_1.jpg")])
    #expect(reading.origin.identity == "telegram:55")
    #expect(reading.origin.reach == 3)
  }

  @Test("an account is as many originals as chats in which something was said")
  func account() throws {
    let material = Material(Array(ChatExports.telegramAccount.utf8), name: "result.json")
    #expect(Original.recognise(material) == .telegram)
    let readings = try Original.conversations(in: material).map { try Original.read($0) }
    #expect(readings.map(\.title) == ["Ida", "Helper"])
    #expect(readings.map(\.received) == ["2019-01-01T08:00:00", "2019-01-02T08:00:00Z"])
  }

  @Test("a time that no clock shows is none", arguments: ["-9223372036854775808", "9223372036854775807", "1e400"])
  func wildTimes(_ time: String) throws {
    let discord = ChatExports.discord.replacing("yes, see", with: "yes <t:\(time)> see")
    #expect(try read(discord).statements.contains { $0.text.contains("see") })
    let slack = #"[{"type": "message", "user": "U1", "text": "Mails, please.", "ts": "\#(time).5"}]"#
    #expect(try Original.read(Array(slack.utf8), as: .slack).statements.map(\.text) == ["Mails, please."])
  }

  // MARK: all

  static let originals = SlackExports.all + ChatExports.all + Calls.all

  @Test("every export keeps the promises", arguments: originals.map(\.name))
  func promises(_ name: String) throws {
    let text = try #require(Self.originals.first { $0.name == name }?.text)
    try Promises.expect(Array(text.utf8), name: "\(name).json")
  }

  @Test(
    "every beginning of an export is read or refused, and where it breaks is said", arguments: originals.map(\.name))
  func beginnings(_ name: String) throws {
    let text = try #require(Self.originals.first { $0.name == name }?.text)
    let format = try read(text).format
    let bytes = Array(text.utf8)
    for length in stride(from: 1, to: bytes.count, by: 11) {
      #expect {
        _ = try Original.read(Array(bytes.prefix(length)), as: format)
      } throws: { error in
        guard case .malformed(format, _, line: let line, column: _)? = error as? IntakeError else { return false }
        return line >= 1
      }
    }
  }

  @Test("an export that breaks off is known for what it is", arguments: originals.map(\.name))
  func broken(_ name: String) throws {
    let text = try #require(Self.originals.first { $0.name == name }?.text)
    let format = try read(text).format
    #expect(Original.recognise(Array(text.utf8.dropLast(3)), name: "a.json") == format)
  }

  @Test(
    "hostile shapes are read or refused",
    arguments: [
      #"{"messages": {"matches": 1}}"#,
      #"[{"ts": "1700000000.1", "user": {}, "text": [], "reactions": 3, "files": "x"}]"#,
      #"[{"ts": "1700000000.1", "type": "message", "text": "a", "blocks": [{"type": "rich_text", "elements": [[[]]]}]}]"#,
      #"[{"ts": "99999999999.999999999", "type": "message", "text": "<<<<@|>>"}]"#,
      #"{"callTranscripts": [{"transcript": [{"sentences": [{"text": 1, "start": "x"}]}]}]}"#,
      #"{"utterances": [{"text": "a", "start": 1e308, "end": -1e308}, {"text": "b", "start": -5}]}"#,
      #"{"segments": [{"text": "a", "start": 99999999999999999999}]}"#,
    ], [SourceFormat.slack, .discord, .telegram, .call])
  func hostile(_ text: String, _ format: SourceFormat) {
    do throws(IntakeError) {
      let reading = try Original.read(Array(text.utf8), as: format)
      #expect(reading.format == format && !reading.statements.isEmpty)
    } catch {
      #expect([.nothingSaid, .unexpectedShape(format)].contains(error))
    }
  }
}
