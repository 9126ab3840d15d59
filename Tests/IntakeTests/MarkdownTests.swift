import Intake
import PlanModel
import Testing

@Suite("Markdown")
struct MarkdownTests {
  @Test("what stands behind the comment of a template is said, and the comment is not")
  func templates() throws {
    let reading = try read(
      """
      # Export fails

      <!-- What happened? --> The export deletes my invoices.

      <!-- Which
      version? --> <!-- and system? -->
      4.2

      <!-- never closed
      """, "issue.md")
    let said = reading.said.filter { reading.why($0) == nil }
    #expect(said == ["Export fails", "The export deletes my invoices.", "4.2"])
    #expect(reading.why("<!-- What happened? -->") == "markup")
  }

  @Test("blocks become statements, as they are written")
  func brief() throws {
    let reading = try read(Texts.brief, "brief.md")
    #expect(reading.title == "Mute from settings")
    #expect(reading.received == "2024-05-02")
    #expect(reading.people == [Person(name: "Dana Ng")])
    #expect(
      reading.said == [
        "Mute from settings", "Users want to **mute** mail ([see](https://example.com/a.b)).",
        "It must not touch `UserSettings.save. All`.",
        "Setext heading", "I tried three times and failed.", "Help!", "Older words.", "1. First step.", "It is easy.",
        "2. Second step", "open box",
        "[x] ticked box", "Plan | Price", "Team | 5 €. Per month", "let a = 1. description print(a)", "indented code",
        "<summary>More words</summary>",
        "[ref]: https://example.com/ref \"Reference title\"", "Last line", "after a hard break ## not a heading",
      ])
    #expect(reading.why("title: Mute from settings") == "markup")
    #expect(reading.why("<!-- a remark. It stays. -->") == "markup")
  }

  @Test("speakers in bold are speakers")
  func transcript() throws {
    let reading = try read(Texts.transcript, "episode.md")
    #expect(reading.speaker("Welcome to the show.") == "Dana Ng")
    #expect(reading.speaker("And this is Sam.") == "Dana Ng")
    #expect(reading.speaker("It fails.") == "Sam")
    #expect(reading.statements.first { $0.speaker == "Dana Ng" }?.time == "00:00:31")
  }

  @Test(
    "minutes with a bullet for each who speaks name them",
    arguments: ["- **Dana:** ", "- Dana: ", "* **Dana**: "])
  func minutes(_ mark: String) throws {
    let other = mark.replacing("Dana", with: "Dr. Sam Obi")
    let text = "# Sync\n\n\(mark)It fails.\n\(other)Since when? We saw it.\n  - twice\n\(mark)Since May.\n"
    let reading = try read(text, "notes.md")
    #expect(reading.speaker("It fails.") == "Dana" && reading.speaker("Since May.") == "Dana")
    #expect(["Since when?", "We saw it.", "twice"].allSatisfy { reading.speaker($0) == "Dr. Sam Obi" })
    #expect(reading.speaker("Sync") == "")
  }

  @Test("a list of terms is nobody's words, though each begins with a name")
  func terms() throws {
    let reading = try read(
      "# Limits\n\n- **Speed:** It is fast.\n- **Size:** It is small.\n- **Cost:** It is low.\n", "a.md")
    #expect(reading.statements.allSatisfy { $0.speaker.isEmpty })
    #expect(reading.statements.map(\.text).contains { $0.contains("Speed") })
  }

  @Test(
    "a code block without end, an empty one and one of tildes",
    arguments: [("```\na. B\n", "a. B"), ("~~~ sh\na. B\n~~~\n", "a. B"), ("```\n```\na. b", "a. b")])
  func fences(_ text: String, _ code: String) throws {
    #expect(try read(text, as: .markdown).statements.map(\.text) == [code])
  }

  @Test(
    "nesting, brackets and rulers without end take linear time",
    arguments: [
      String(repeating: "> ", count: 20_000) + "a", String(repeating: "- ", count: 20_000) + "a",
      String(repeating: "1. ", count: 20_000) + "a",
      String(repeating: "[", count: 50_000) + "a" + String(repeating: "](", count: 50_000),
      String(repeating: "*a_ ", count: 30_000), String(repeating: "<", count: 50_000) + "a",
      "|a|" + String(repeating: "b|", count: 3_000) + "\n|" + String(repeating: "-|", count: 3_001) + "\n"
        + String(repeating: "|c\n", count: 3_000),
      "x " + String(repeating: "`", count: 30_000) + "a", String(repeating: "* a\n\n", count: 5_000),
    ])
  func hostile(_ text: String) throws {
    let reading = try read(text, as: .markdown)
    #expect(!reading.statements.isEmpty)
  }
}

@Suite("Recognition")
struct RecognitionTests {
  @Test(
    "content decides before the name does",
    arguments: [
      (Mails.gmailReply, "notes.txt", SourceFormat.mail), (Mails.gmailReply, "", .mail),
      ("From me to you: it fails.", "x.txt", .text), ("It fails.", "x.md", .markdown),
      (Texts.brief, "", .markdown), ("# Title\n\n- a\n\n## Part\n\n```\ncode\n```\n", "", .markdown),
      ("Name: Sam\nVersion: 2\n\nIt fails.", "", .text),
      ("From jo@example.com Thu Feb 22 11:20:31 2007\nSubject: s\nFrom: jo@example.com\n\nBody.", "", .mail),
      ("Subject: hello", "draft.eml", .mail),
      ("# comment\nvalue = 1\n# comment\n", "settings.conf", .text),
    ])
  func formats(_ text: String, _ name: String, _ format: SourceFormat) {
    #expect(Original.recognise(Array(text.utf8), name: name) == format)
  }
}
