import Intake
import PlanModel
import Testing

@Suite("Plain text")
struct TextTests {
  @Test("hard-wrapped paragraphs are joined, items and labelled lines are not")
  func paragraphs() throws {
    let reading = try read(Texts.wrapped)
    #expect(
      reading.statements.map(\.text) == [
        "The export of large projects fails since we moved to version 2.3.1 of the app.",
        "It worked in 2.2.9, e.g. on Dr. Ng's machine.",
        "Steps to reproduce:", "1. Open the settings.", "2. Click \"Export\".", "Wait an hour.",
        "it does not matter which format is chosen",
        "Version: 2.3.1", "OS: macOS 14", "Name: Sam Reyes", "😡 Please fix!",
      ])
    #expect(reading.title == "The export of large projects fails since we moved to version 2.3.1 of the app.")
  }

  @Test(
    "text that is neither UTF-8 nor Western is refused, at the byte where it shows",
    arguments: [
      ([0x61, 0xC3, 0x28] as [UInt8], 1), ([0x61, 0x62, 0xFF, 0xFE, 0x63], 2), ([0x61, 0x81, 0x8D], 1),
      (Array("été ".utf8) + [0xF0, 0x9F, 0x98, 0x20, 0x90], 6),
    ])
  func damaged(bytes: [UInt8], offset: Int) {
    let text = Array("Hello there. ".utf8)
    #expect(throws: IntakeError.unknownEncoding(offset: offset + text.count)) {
      try Original.read(text + bytes, as: .text)
    }
  }

  @Test("bytes that are not UTF-8 are windows-1252")
  func windows1252() throws {
    #expect(try Original.read(Texts.iso8859).statements.map(\.text) == ["Café costs 5 €.", "Naïve?"])
  }

  @Test("UTF-16 with a byte order mark, and without", arguments: [[0xFF, 0xFE] as [UInt8], []])
  func utf16(_ mark: [UInt8]) throws {
    let bytes = mark + "It fails é.\nHelp!".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try Original.read(bytes).statements.map(\.text) == ["It fails é.", "Help!"])
  }

  @Test(
    "a format that is no text is named",
    arguments: [
      ("{\\rtf1\\ansi hello}", OtherFormat.rtf), ("PK\u{3}\u{4}\0\0", OtherFormat.zip),
    ])
  func otherFormats(text: String, format: OtherFormat) {
    #expect(throws: IntakeError.otherFormat(format)) { try Original.read(Array(text.utf8)) }
  }

  @Test(
    "binary files are refused where they show it",
    arguments: [
      ([0x51, 0x4B, 3, 4, 0, 0, 1] as [UInt8], 4), (Array("%PDF".utf8) + [1, 2, 3, 4], 4),
      (Array("text with a nul".utf8) + [0], 15),
    ])
  func binary(_ bytes: [UInt8], _ offset: Int) {
    #expect(Original.recognise(bytes) == nil)
    #expect(throws: IntakeError.notText(offset: offset)) { try Original.read(bytes) }
    #expect(throws: IntakeError.notText(offset: offset)) { try Original.read(bytes, as: .text) }
  }

  @Test("nothing but white space is empty", arguments: ["", " \n\t\r\n", "\n"])
  func empty(_ text: String) {
    #expect(throws: IntakeError.empty) { try read(text) }
  }

  @Test("what is larger than the limit is refused before it is read")
  func tooLarge() {
    let bytes = [UInt8](repeating: 0x61, count: IntakeLimits.bytes + 1)
    #expect(throws: IntakeError.tooLarge(bytes: IntakeLimits.bytes + 1, limit: IntakeLimits.bytes)) {
      try Original.read(bytes)
    }
  }

  @Test("a line without end is cut at spaces into statements of bounded length")
  func longLine() throws {
    let reading = try read(String(repeating: "word ", count: 5_000) + String(repeating: "é", count: 5_000))
    #expect(reading.statements.count > 5)
    #expect(reading.statements.allSatisfy { $0.text.utf8.count <= IntakeLimits.statementBytes })
  }

  @Test("a thread that was pasted is read like one that was sent")
  func pastedThread() throws {
    let reading = try read(Texts.pastedThread)
    #expect(reading.speaker("The mute button does nothing.") == "Dana Ng")
    #expect(reading.speaker("I can reproduce it.") == "")
    #expect(reading.why("On 2024-05-02 09:15, Dana Ng wrote:") == "attribution")
    #expect(reading.statements.map(\.turn) == [1, 1, 2, 3])
  }

  @Test("the same bytes twice in different names give the same statements")
  func stable() throws {
    #expect(try read(Texts.wrapped, "a.txt").statements == read(Texts.wrapped, "b.log").statements)
  }
}

@Suite("Chats and transcripts")
struct ChatTests {
  private func lines(_ text: String) throws -> [String] {
    try read(text).statements.map { "\($0.turn) \($0.time) \($0.speaker): \($0.text)" }
  }

  @Test("roles with a colon are speakers")
  func roles() throws {
    #expect(
      try lines(Texts.roles) == [
        "1  Customer: The app crashes.", "1  Customer: I tried twice.", "2  Agent: Which version?",
        "3  Customer: 2.3.1", "3  Customer: It is on a phone.",
        "4  Agent: Thanks, I'll check.",
      ])
  }

  @Test("a phone's export: the day is told from the month by the file as a whole, notices are chatter")
  func phone() throws {
    #expect(
      try lines(Texts.phone) == [
        "1 2024-01-13T10:32 : Messages are end-to-end encrypted.",
        "2 2024-01-13T10:33 Dana Ng: it fails again and again",
        "3 2024-02-03T09:05 Sam: ok: I see",
      ])
    #expect(try read(Texts.phone).why("Messages are end-to-end encrypted.") == "notice")
    #expect(try read(Texts.phone).people == [Person(name: "Dana Ng"), Person(name: "Sam")])
  }

  @Test("a meeting's chat")
  func meeting() throws {
    #expect(
      try lines(Texts.meeting) == ["1 10:32:05 Dana Ng: The export is slow.", "2 10:33:10 Sam Reyes: Since when?"])
  }

  @Test(
    "shapes of many programs",
    arguments: [
      "[10:32] <dana> it fails\n[10:33] <sam> why?",
      "[2024-05-03 10:32:00] dana: it fails\n[2024-05-03 10:33:00] sam: why?",
      "2024-05-03T10:32:00Z dana: it fails\n2024-05-03T10:33:00Z sam: why?", "dana  0:32\nit fails\n\nsam  1:33\nwhy?",
      "dana\n  10:32 AM\nit fails\n\nsam\n  10:33 AM\nwhy?", "dana [10:32]: it fails\nsam [10:33]: why?",
      "dana (10:32 AM): it fails\nsam (10:33 AM): why?",
      "10:32 dana: it fails\n10:33 sam: why?",
      "**dana**: it fails\n\n**sam**: why?\n\n**dana**: no idea", "dana: it fails\nsam: why?\ndana: no idea",
      "<dana> it fails\n<sam> why?\n<dana> no idea",
      "[03.05.24, 10:32:00] dana: it fails\n[03.05.24, 10:33:00] sam: why?",
      "5/23/24, 10:32 PM - dana: it fails\n5/23/24, 10:33 PM - sam: why?",
    ])
  func shapes(_ text: String) throws {
    let reading = try read(text)
    #expect(reading.statements.prefix(2).map(\.speaker) == ["dana", "sam"])
    #expect(reading.statements.prefix(2).map(\.text) == ["it fails", "why?"])
  }

  @Test(
    "labels, log lines and addresses are no speakers",
    arguments: [
      Texts.notAChat, "10:32:01 ERROR: it fails\n10:32:02 INFO: it goes on",
      "Expected: it works\nActual: it fails\nExpected: again", "See https://a.example: yes\nSee http://b.example: no",
    ])
  func noSpeakers(_ text: String) throws {
    let reading = try read(text)
    #expect(reading.statements.allSatisfy { $0.speaker.isEmpty })
    #expect(reading.people.isEmpty)
  }

  @Test("a day and month that could be either are not guessed")
  func ambiguousDates() throws {
    let reading = try read("01/02/2024, 10:32 - Dana: it fails\n03/02/2024, 10:33 - Sam: why?")
    #expect(reading.statements.map(\.time) == ["10:32", "10:33"])
  }
}
