import Intake
import PlanModel
import Testing

@Suite("Transcripts saved as Word files")
struct WordTranscriptTests {
  private func expectTurns(_ body: String) throws {
    let bytes = WordFile(body).bytes
    try Promises.expect(bytes, name: "meeting.docx")
    let reading = try Original.read(bytes, name: "meeting.docx")
    let turns = reading.statements.map { "\($0.turn) \($0.speaker): \($0.text)" }
    #expect(
      turns.suffix(4) == ["2 Dana Ng: It fails.", "2 Dana Ng: Always.", "3 Sam Roe: Since when?", "4 Dana Ng: Monday."])
    #expect(reading.people.map(\.name) == ["Dana Ng", "Sam Roe"])
  }

  private static let title = WordFile.paragraph("Weekly meeting")

  @Test("name and time on the first line of a paragraph, or in one of their own")
  func headed() throws {
    let turn = { (name: String, time: String, words: String) in
      """
      <w:p><w:r><w:t>\(name)</w:t></w:r><w:r><w:t xml:space="preserve">   \(time)</w:t><w:br/></w:r><w:r><w:t>\(words)</w:t></w:r></w:p>
      """
    }
    try expectTurns(
      Self.title + turn("Dana Ng", "0:03", "It fails. Always.") + turn("Sam Roe", "0:08", "Since when?")
        + turn("Dana Ng", "1:12:10", "Monday."))
    let lines = ["Dana Ng  0:03", "It fails. Always.", "Sam Roe  0:08", "Since when?", "Dana Ng  1:10", "Monday."]
    try expectTurns(Self.title + lines.map { WordFile.paragraph($0) }.joined())
  }

  @Test("from when to when, who, and the words, on three lines or in three paragraphs")
  func arrows() throws {
    let turns = [
      ["0:0:3.270 --> 0:0:8.120", "Dana Ng", "It fails. Always."], ["0:0:8.270 --> 0:0:9.0", "Sam Roe", "Since when?"],
      ["0:1:0.0 --> 0:1:2.120", "Dana Ng", "Monday."],
    ]
    let broken = turns.map {
      "<w:p><w:r>" + $0.map { "<w:t>\($0)</w:t>" }.joined(separator: "<w:br/>") + "</w:r></w:p>"
    }
    try expectTurns(Self.title + broken.joined().replacing(" --> ", with: " --&gt; "))
    try expectTurns(
      Self.title + turns.joined().map { WordFile.paragraph($0).replacing(" --> ", with: " --&gt; ") }.joined())
  }

  @Test("lines of times that no words of a speaker follow stay, and so does all that stands below them")
  func times() throws {
    let item = { (text: String) in
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
    for count in 1...2 {
      var body = WordFile.paragraph("What went wrong on Monday:")
      for _ in 0..<count { body += WordFile.paragraph("10:00 --&gt; 11:00") + item("The export failed.") }
      let words = try Original.read(WordFile(body).bytes, name: "a.docx").statements.map(\.text)
      #expect(words.filter { $0.hasSuffix("The export failed.") }.count == count, "\(words)")
      #expect(words.filter { $0 == "10:00 --> 11:00" }.count == count, "\(words)")
    }
  }

  @Test("names before colons")
  func named() throws {
    let lines = ["Dana Ng: It fails. Always.", "Sam Roe: Since when?", "Dana Ng: Monday."]
    try expectTurns(Self.title + lines.map { WordFile.paragraph($0) }.joined())
  }
}
