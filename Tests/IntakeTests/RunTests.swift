import Intake
import PlanModel
import Testing

/// Long originals are read in runs, several at once; short ones at one go. What is read has to be the same.
@Suite("Reading in runs")
struct RunTests {
  /// Some 100 kB each, so that one is read at one go, and all together are not.
  private static let parts = 0..<7

  /// Expects of the whole what its parts say, one behind the other.
  private func expectSame(
    _ head: String, _ parts: [String], _ format: SourceFormat, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let whole = try Original.read(Array((head + parts.joined()).utf8), as: format)
    var statements: [Statement] = []
    var chatter: [LedgerEntry] = []
    for part in parts {
      let reading = try Original.read(Array((head + part).utf8), as: format)
      let turns = statements.last?.turn ?? 0
      chatter += reading.chatter.map { entry in
        let (first, last) = (entry.lines.bounds.lowerBound, entry.lines.bounds.upperBound)
        return LedgerEntry(lines: LineRange(first + statements.count...last + statements.count), why: entry.why)
      }
      statements += reading.statements.map {
        Statement(turn: $0.turn + turns, time: $0.time, speaker: $0.speaker, text: $0.text)
      }
    }
    #expect(statements.count > 5_000, sourceLocation: location)
    #expect(Array(whole.statements) == statements, sourceLocation: location)
    #expect(whole.chatter == chatter, sourceLocation: location)
  }

  @Test("the rows of a long table are those of its parts")
  func table() throws {
    let parts = Self.parts.map { part in
      (0..<600).map { row in
        let number = part * 1_000 + row
        let text = "It fails \"again\", since update \(number). Please (really.) mend it!".replacing("\"", with: "\"\"")
        let thread = row % 9 == 0 ? "\n\nHi team,\nnothing changed in \(number).\nThanks\nDana" : ""
        return "\(number),Dana \(number % 70),2024-01-02,\(row % 5),Title \(number),\"\(text)\(thread)\"\n"
      }
      .joined()
    }
    try expectSame("Id,Author,Date,Rating,Title,Review\n", parts, .table)
  }

  @Test("the turns of a long chat are those of its parts")
  func chat() throws {
    let parts = Self.parts.map { part in
      (0..<1_000).map { line in
        if line % 50 == 1 { return "[2024-01-02 10:32] *** sam has joined\n" }
        let more = line % 7 == 0 ? "And on a line of its own: number \(line).\n" : ""
        return "[2024-01-02 10:\(10 + line % 50)] <dana> It fails in \(part)-\(line) e.g. here. Why? Hello!\n\(more)"
      }
      .joined()
    }
    try expectSame("", parts, .text)
  }

  @Test("a row that comes again many runs later is a repetition")
  func repetition() throws {
    let filler = (0..<3_000).map { number in
      "Kim \(number),2024-01-03,Some words about the number \(number) to fill a run with. And more.\n"
    }
    let row = "Dana,2024-01-02,It fails when it is opened.\n"
    let reading = try Original.read(
      Array(("Author,Date,Review\n" + row + filler.joined() + filler.joined() + row).utf8), as: .table)
    // All of the filler comes twice as well.
    #expect(reading.chatter.map(\.why) == ["repetition"])
    let lines = try #require(reading.chatter.first).lines.bounds
    #expect(lines == 6_002...12_002)
    #expect(reading.statements.last?.text == "It fails when it is opened.")
  }

  @Test("somebody who speaks longer than a run speaks one turn")
  func longTurn() throws {
    let lines = (0..<12_000).map { "The line of number \($0) is long enough to go on with others for long.\n" }
    let begin = "[10:32] <dana> Hello!\n[10:33] <sam> Hi, what is it?\n[10:33] <dana> This.\n"
    let text = begin + lines.joined() + "[10:59] <sam> I see.\n"
    let reading = try Original.read(Array(text.utf8), as: .text)
    #expect(reading.statements.last?.speaker == "sam")
    #expect(reading.statements.last?.turn == 4)
    #expect(reading.statements.count { $0.turn == 3 } > 11_000)
  }

  @Test("a quotation that is open is told at its line, however many runs stand before it")
  func openQuote() {
    let rows = String(repeating: "Dana,\"It fails when it is opened.\"\n", count: 20_000)
    #expect(throws: IntakeError.malformed(.table, .openQuote, line: 20_002, column: 6)) {
      try Original.read(Array(("Author,Review\n" + rows + "Dana,\"It").utf8), as: .table)
    }
  }

  @Test("a NUL is told wherever it stands, and odd line ends and spaces are put right there")
  func places() throws {
    for place in 0..<40 {
      let before = String(repeating: "a", count: place)
      let zero = Array((before + "\u{0} and so on").utf8)
      #expect(throws: IntakeError.notText(offset: place)) { try Original.read(zero, as: .text) }
      for odd in ["\r\n", "\r", "\u{0B}", "\u{85}", "\u{2028}"] {
        let text = try Original.decodedText(of: Array((before + odd + "und so weiter").utf8), as: .text)
        #expect(text == before + "\nund so weiter")
      }
      let spaced = try Original.decodedText(of: Array((before + "\u{A0}und so weiter").utf8), as: .text)
      #expect(spaced == before + " und so weiter")
    }
  }
}
