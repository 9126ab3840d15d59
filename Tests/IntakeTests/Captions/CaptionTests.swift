import Intake
import PlanModel
import Testing

@Suite("Captions")
struct CaptionTests {
  private func lines(_ text: String, _ name: String? = nil) throws -> [String] {
    try read(text, name).statements.map { "\($0.turn) \($0.time) \($0.speaker): \($0.text)" }
  }

  @Test("sentences are read across the cues of a voice; their time is that of the cue in which they begin")
  func meeting() throws {
    #expect(
      try lines(Captions.meeting) == [
        "1 00:00:03.120 Ng, Dana: The export of the large project fails.", "1 00:00:06.750 Ng, Dana: Since when?",
        "1 00:00:08.240 Ng, Dana: Q&A <b> it.", "2 00:00:10.240 Sam Réyes: Monday.", "3 00:00:10.240 Ng, Dana: Oh.",
        "4 00:10:12.000 : The end.",
      ])
    #expect(try read(Captions.meeting).people.map(\.name) == ["Ng, Dana", "Sam Réyes"])
  }

  @Test("captions that roll up say nothing twice")
  func rolling() throws {
    #expect(
      try lines(Captions.rolling) == [
        "1 00:00:00.080 : so the export fails today", "1 00:00:04.510 : [Music]", "2 00:00:06.500 : really",
      ])
    #expect(try read(Captions.rolling).why("[Music]") == "notice")
  }

  @Test("a line that grows from cue to cue is read once")
  func growing() throws {
    let text =
      "1\n00:01,0 --> 00:02,0\nit fails\n\n2\n00:02,0 --> 00:03,0\nit fails on\n\n3\n00:03,0 --> 00:04,0\nit fails on and on\n"
    #expect(try lines(text) == ["1 00:00:01.000 : it fails on and on"])
  }

  @Test("what somebody says twice is kept twice")
  func repetition() throws {
    let text = "1\n00:01,0 --> 00:02,0\nNo.\n\n2\n00:02,0 --> 00:03,0\nNo.\n\n3\n00:03,0 --> 00:04,0\nIt fails.\n"
    #expect(try lines(text).count == 3)
  }

  @Test("comments and the line behind the signature are kept, style sheets are not; a dash is another voice")
  func comments() throws {
    let reading = try read(Captions.comments)
    #expect(
      try lines(Captions.comments) == [
        "1  : A tour of the export", "1  : Made for the team, with care.", "2 00:00:01.000 : Does it work?",
        "3 00:00:01.000 : It does.", "3 00:00:01.000 : This may change.", "3 00:00:02.000 : Zoë: One more",
      ])
    #expect(reading.title == "A tour of the export")
    #expect(reading.why("Made for the team, with care.") == "markup")
    #expect(reading.why("This may change.") == "markup")
  }

  @Test("names with a colon are speakers where they are the rule; who has no name goes on")
  func names() throws {
    #expect(
      try lines(Captions.names) == [
        "1 00:00:02.100 Dana Ng: Here is the thing: it fails.", "1 00:00:05.400 Dana Ng: On Mondays.",
        "2 00:00:07.900 Sam: Why?",
      ])
  }

  @Test("SubRip as people write it: tags, dashes, arrows, lost numbers, blank lines and times")
  func subRip() throws {
    #expect(
      try lines(Captions.subRip) == [
        "1 00:00:01.000 : Previously, on the show...", "2 00:00:02.000 : It fails.", "3 00:00:02.000 : Again?",
        "4 00:00:05.500 DANA NG: It fails on Mondays.", "5 00:00:05.500 : Always.", "5 00:00:07.000 : (applause)",
        "5 00:00:09.000 : AT&T said x < y and <3.", "5 00:00:09.000 : Words without a time",
      ])
  }

  @Test("words without stops end with their cue or a silence")
  func unpunctuated() throws {
    let text =
      "00:01,0 --> 00:02,0\nOne thing\n\n00:02,0 --> 00:03,0\nAnother\nthing\n\n00:13,0 --> 00:14,0\nlater on\n"
    #expect(
      try lines(text, "a.srt") == [
        "1 00:00:01.000 : One thing", "1 00:00:02.000 : Another thing", "1 00:00:13.000 : later on",
      ])
  }

  @Test("a byte order mark and the line ends of Windows change nothing")
  func lineEnds() throws {
    let windows = "\u{FEFF}" + Captions.meeting.replacing("\n", with: "\r\n")
    #expect(try read(windows).statements == read(Captions.meeting).statements)
  }

  @Test("a file without words says nothing", arguments: ["WEBVTT", "WEBVTT - A title\n\nNOTE\nA comment\n"])
  func nothing(_ text: String) {
    #expect(throws: IntakeError.nothingSaid) { try read(text) }
  }

  @Test(
    "captions are known by their content, or by their name and a time",
    arguments: [
      ("WEBVTT\n\n00:01.000 --> 00:02.000\nHi", nil, SourceFormat.vtt), ("WEBVTT", "a.txt", .vtt),
      ("00:01.000 --> 00:02.000\nHi", "a.vtt", .vtt), ("1\n00:00:01,000 --> 00:00:02,000\nHi", nil, .srt),
      ("0:00:01 -> 0:00:02\nHi", nil, .srt), ("some words\n00:00:01,000 --> 00:00:02,000\n", "a.srt", .srt),
      ("WEBVTTX\nis a word", nil, .text), ("1\n2 --> 3\n", "a.srt", .text), ("12:30 --> lunch", nil, .text),
      ("The cue 00:01.000 --> 00:02.000 is wrong.", nil, .text), ("some words", "a.vtt", .text),
    ] as [(String, String?, SourceFormat)])
  func recognition(_ text: String, _ name: String?, _ format: SourceFormat) {
    #expect(Original.recognise(Array(text.utf8), name: name) == format)
  }

  @Test("nothing is lost and nothing is invented", arguments: Captions.all.map(\.name))
  func promises(_ name: String) throws {
    let text = try #require(Captions.all.first { $0.name == name }).text
    try Promises.expect(Array(text.utf8), name: name)
  }

  @Test("every beginning of a file is read or refused", arguments: Captions.all.map(\.name))
  func truncated(_ name: String) throws {
    let bytes = Array(try #require(Captions.all.first { $0.name == name }).text.utf8)
    for length in 1..<bytes.count {
      do { try Promises.expect(Array(bytes.prefix(length)), name: name) } catch is IntakeError {}
    }
  }

  @Test("bytes without sense are read or refused", arguments: [SourceFormat.vtt, .srt])
  func noise(_ format: SourceFormat) {
    var generator = SmallGenerator(state: 11)
    let parts = [
      "WEBVTT", "\n", "\n\n", "00:01.000 --> 00:02.000", "00:99999999999:1 -->", "<v A>", "<v ", "</v>", "&gt;", ">>",
      "- ",
      "{\\an", "}", "Dana:", "NOTE", "12", "STYLE", "it fails", ".", "♪", "[x]", "é", "<", "：",
    ]
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        text += parts.randomElement(using: &generator) ?? ""
      }
      let bytes = Array(text.utf8)
      do {
        let reading = try Original.read(bytes, as: format)
        #expect(reading.statements.allSatisfy { !$0.text.isEmpty })
        try Promises.expectVerbatim(reading, bytes)
      } catch {}
    }
  }
}
