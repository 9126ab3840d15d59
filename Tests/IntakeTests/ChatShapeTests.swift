import Intake
import PlanModel
import Testing

@Suite("Chats as programs save and copy them")
struct ChatShapeTests {
  private func lines(_ text: String) throws -> [String] {
    try read(text).statements.map { "\($0.turn) \($0.time) \($0.speaker): \($0.text)" }
  }

  @Test("an iPhone's export: what stands behind a mark of direction is the phone's own")
  func phone() throws {
    let text = """
      \u{200E}[12/31/23, 10:15:03\u{202F}PM] Ops: \u{200E}Messages are end-to-end encrypted.
      [12/31/23, 10:15:03\u{202F}PM] Dana Ng: The export fails.
      \u{200E}[12/31/23, 10:16:00\u{202F}PM] Dana Ng: \u{200E}image omitted
      [1/1/24, 9:01:00\u{202F}AM] ~\u{202F}Sam Reyes: Which version?
      I use 2.3.
      [1/1/24, 9:03:00\u{202F}AM] \u{202A}+1 555 0100\u{202C}: The same.
      """
    #expect(
      try lines(text) == [
        "1 2023-12-31T22:15:03 Ops: Messages are end-to-end encrypted.",
        "2 2023-12-31T22:15:03 Dana Ng: The export fails.", "3 2023-12-31T22:16:00 Dana Ng: image omitted",
        "4 2024-01-01T09:01:00 Sam Reyes: Which version?", "4 2024-01-01T09:01:00 Sam Reyes: I use 2.3.",
        "5 2024-01-01T09:03:00 +1 555 0100: The same.",
      ])
    #expect(try read(text).why("image omitted") == "notice")
    #expect(try read(text).why("Messages are end-to-end encrypted.") == "notice")
    try Promises.expect(Array(text.utf8), name: "phone.txt")
  }

  @Test("what a phone puts in the place of a file or a lost message is a notice")
  func placeholders() throws {
    let reading = try read(
      """
      31.12.23, 22:15 - Jörg: <Medien ausgeschlossen>
      31.12.23, 22:16 - Jörg: Der Export geht nicht.
      31.12.23, 22:17 - Åsa: IMG-1.jpg (file attached)
      31.12.23, 22:18 - Åsa: This message was deleted
      31.12.23, 22:19 - Åsa: a < b and c > d
      """)
    #expect(reading.said == ["Der Export geht nicht.", "a < b and c > d"])
  }

  @Test(
    "dates and halves of the day in many languages",
    arguments: [
      ("31/12/2023 à 22:15 - A: x", "31/12/2023 à 22:16 - B: y"),
      ("2023/12/31 下午10:15 - A: x", "2023/12/31 下午10:16 - B: y"),
      ("2023. 12. 31. 오후 10:15, A : x", "2023. 12. 31. 오후 10:16, B : y"),
      ("31/12/23 10:15 p.\u{A0}m. - A: x", "31/12/23 10:16 p. m. - B: y"),
      ("31-12-2023 22:15 - A: x", "31-12-2023 22:16 - B: y"),
      ("2023-12-31 22:15:00\tA\tx", "2023-12-31 22:16:00\t@B\ty"),
      ("A, [31.12.2023 22:15]\nx\n", "B, [31.12.2023 22:16]\ny"),
      ("A — 12/31/2023 10:15 PM\nx", "B — 12/31/2023 10:16 PM\ny"),
      ("[12/31/2023 10:15 PM] A\nx", "[12/31/2023 10:16 PM] B\ny"),
    ])
  func locales(_ first: String, _ second: String) throws {
    let statements = try read(first + "\n" + second).statements
    #expect(statements.map(\.speaker) == ["A", "B"])
    #expect(statements.map(\.text) == ["x", "y"])
    #expect(statements.map { $0.time.prefix(16) } == ["2023-12-31T22:15", "2023-12-31T22:16"])
  }

  @Test("IRC: who joins and what the server says is a notice, what somebody does is said")
  func channel() throws {
    let text = """
      --- Log opened Mon Nov 15 12:18:00 2021
      12:18 -!- dana [~d@host] has joined #x
      12:18 < dana> it fails
      12:19 <@sam> since when
      12:19  * sam looks at the log
      12:20 * kim nods
      12:21 *** Quits: kim (~k@h) (Ping)
      """
    #expect(
      try lines(text).dropFirst(2) == [
        "3 12:18 dana: it fails", "4 12:19 sam: since when", "5 12:19 sam: sam looks at the log",
        "6 12:20 : kim nods", "7 12:21 : *** Quits: kim (~k@h) (Ping)",
      ])
    #expect(try read(text).said == ["it fails", "since when", "sam looks at the log"])
    try Promises.expect(Array(text.utf8), name: "channel.log")
  }

  @Test("logs that are tables: the tab ends the name")
  func tabs() throws {
    let text = """
      2021-11-15 12:18:00\t-->\tdana (~d@host) has joined #x
      2021-11-15 12:18:10\tdana\tit fails: why
      2021-11-15 12:18:30\t *\tdana looks
      2021-11-15 12:18:40\t@sam\tno idea
      """
    #expect(try read(text).said == ["it fails: why", "dana looks", "no idea"])
    #expect(try read(text).speaker("it fails: why") == "dana")
  }

  @Test("headings without what programs put around the name")
  func headings() throws {
    for (heading, name) in [
      ("Dana Ng — Today at 10:16 PM", "Dana Ng"), ("Dana Ng to Everyone (10:32 AM)", "Dana Ng"),
      ("Dana Ng @dana 10:32", "Dana Ng"), ("[Dana Ng] 10:32:11", "Dana Ng"), ("Dana:smile:  10:32 AM", "Dana"),
      ("Dana APP  10:32 AM", "Dana"), ("June 10:32 AM", "June"),
      ("Dana Ng 30 December 2023 10:32", "Dana Ng"), ("Dana Ng, 30. Dez. 2023 10:32", "Dana Ng"),
      ("Dana Ng — 3 May 2024, 10:32 PM", "Dana Ng"),
    ] {
      let reading = try read("\(heading)\nThe export fails.\n\(heading)\nAgain.")
      #expect(reading.statements.map(\.speaker) == [name, name], "\(heading)")
    }
  }

  @Test("a heading's date may have its month in words")
  func months() throws {
    #expect(
      try lines("Dana 30 December 2023 10:32\nIt fails.\nSam 1 Jan 2024, 9:05 PM\nWhy?") == [
        "1 2023-12-30T10:32 Dana: It fails.", "2 2024-01-01T21:05 Sam: Why?",
      ])
  }

  @Test(
    "a time that begins with its month or the day of the week is no part of the name, on the same line or below it",
    arguments: [
      "Nov 3, 2026, 10:04 AM", "Nov 3, 2026 at 10:04 AM", "November 3, 2026 10:04 AM", "Nov. 3, 2026 10:04 AM",
      "Tue, Nov 3, 2026, 10:04 AM", "Tuesday, November 3, 2026 at 10:04 AM", "3 Nov 2026 10:04",
    ])
  func monthFirst(_ time: String) throws {
    for gap in [" ", " · ", " - ", ", ", " on ", "\n"] where gap != " on " || !time.hasPrefix("3") {
      let found = try lines("Miles\n\nKofi Mensah\(gap)\(time)\nIt shows miles.\n\nSam Lee\(gap)\(time)\nWhere?\n")
      #expect(
        found == [
          "1  : Miles", "2 2026-11-03T10:04 Kofi Mensah: It shows miles.", "3 2026-11-03T10:04 Sam Lee: Where?",
        ],
        "\(gap)")
    }
  }

  @Test("a name like a month's, or a time without a day, is as it was")
  func namedLikeMonths() throws {
    #expect(
      try lines("April 10:32\nIt fails.\n\nJan May 10:33\nWhere?\n")
        == ["1 10:32 April: It fails.", "2 10:33 Jan May: Where?"])
    #expect(
      try lines("Li Sun 10:32 AM\nIt fails.\n\nKofi Nov 3 10:33\nWhere?\n")
        == ["1 10:32 Li Sun: It fails.", "2 10:33 Kofi: Where?"])
  }

  @Test("a ticket copied from a help desk: to whom it goes and the mark of a note are nobody's words")
  func helpDesk() throws {
    let reading = try read(
      """
      Kofi Mensah
      Nov 3, 2026, 10:04 AM
      To: TourLog Support
      It shows miles.

      Sam Lee (agent)
      Internal note
      Nov 3, 2026, 10:52 AM
      hardcoded by country

      Sam Lee (agent)
      Nov 3, 2026, 10:53 AM
      Internal note
      ask eng

      Kofi Mensah
      Nov 3, 2026, 11:47 AM
      To: me is no heading here, and an internal note is a word.
      """)
    #expect(
      reading.said == [
        "It shows miles.", "hardcoded by country", "ask eng",
        "To: me is no heading here, and an internal note is a word.",
      ])
    #expect(reading.internalLines.flatMap { Array($0.bounds) } == [3, 4, 5])
    #expect(reading.people == [Person(name: "Kofi Mensah"), Person(name: "Sam Lee (agent)", role: .agent)])
    #expect(reading.why("To: TourLog Support") == "notice" && reading.why("Internal note") == "notice")
  }

  @Test("a chat's head says its day, and what the program writes below it is nobody's words")
  func headAndFoot() throws {
    let chat = try read(
      """
      Conversation with Lena Fischer
      Started on November 4, 2026 at 9:58 PM America/New_York time EDT (GMT-0400)

      ---

      09:58 PM | Lena Fischer: is there dark mode?

      12:02 AM | Marco: Noted.

      ---
      Exported from TourLog, Inc. on November 5, 2026 at 8:00 AM
      """)
    #expect(chat.received == "2026-11-04T21:58-04:00")
    #expect(chat.said == ["Conversation with Lena Fischer", "is there dark mode?", "Noted."])
    let call = try read(
      """
      Nov 5, 2026
      Northbay weekly - Transcript
      00:00:00

      Priya Raman: We need the export.
      Tom Hale: Why? It was exported from there on Monday.
      Priya Raman: The auditors come.
      Tom Hale: All right.

      Transcription ended after 00:07:11
      This editable transcript was computer generated and might contain errors.
      """)
    #expect(call.received == "2026-11-05" && call.title == "Northbay weekly - Transcript")
    #expect(call.speaker("Transcription ended after 00:07:11") == "")
    #expect(call.why("This editable transcript was computer generated and might contain errors.") == "notice")
    #expect(call.speaker("It was exported from there on Monday.") == "Tom Hale")
  }

  @Test("times of a recording are hours, minutes and seconds")
  func elapsed() throws {
    #expect(
      try lines("Dana Ng  0:01\nIt fails.\n\nSam  61:20\nWhy?\n\nDana Ng  1:02:03\nWhen?") == [
        "1 00:00:01 Dana Ng: It fails.", "2 01:01:20 Sam: Why?", "3 01:02:03 Dana Ng: When?",
      ])
    #expect(
      try lines("0:03 | Dana\nIt fails.\n\n24:09 | Sam\nWhy?").map { $0.prefix(11) } == ["1 00:00:03 ", "2 00:24:09 "])
  }

  @Test(
    "people who have a number in the place of a name are told apart",
    arguments: ["  ", " - ", ", ", " | ", ": ", " (", " at ", "\n"], ["0:03", "00:00:03", "10:32 AM"])
  func numbered(_ gap: String, _ time: String) throws {
    let end = gap == " (" ? ")" : ""
    for name in ["Speaker", "Unknown Speaker", "Customer"] {
      let text = (1...2).map { "\(name) \($0)\(gap)\(time)\(end)\nThe export fails.\n" }
      let statements = try read((text + text).joined(separator: "\n")).statements
      #expect(statements.map(\.speaker) == ["\(name) 1", "\(name) 2", "\(name) 1", "\(name) 2"])
      #expect(statements.allSatisfy { !$0.time.isEmpty })
    }
  }

  @Test(
    "a time and a full name alone above words are a heading, though nobody speaks twice",
    arguments: [
      ("0:03 - Ann Lee", "0:05 - Bo Ray (Cork Board and Sons)", "00:00:03"),
      ("00:00:03  Ann Lee", "00:00:05  Bo Ray", "00:00:03"), ("14:03 Ann Lee", "14:10 Bo Ray", "14:03"),
      ("[00:03] Ann Lee", "[00:05] Bo Ray", "00:03"), ("0:03 | Speaker 1", "0:05 | Speaker 2", "00:00:03"),
    ])
  func timeFirst(_ first: String, _ second: String, _ time: String) throws {
    let text = "\(first)\nThe export fails on Mondays.\n\n\(second)\nSince when does it?\n"
    let reading = try read(text)
    let names = [first, second].map { $0.drop { !$0.isLetter }.description }
    #expect(reading.statements.map(\.speaker) == names)
    #expect(reading.said == ["The export fails on Mondays.", "Since when does it?"])
    #expect(reading.statements.first?.time == time)
    #expect(reading.title == "The export fails on Mondays.")
    try Promises.expect(Array(text.utf8), name: "call.txt")
  }

  @Test("a time on a line of its own is when whoever speaks goes on")
  func clockLines() throws {
    #expect(
      try lines("Dana\n  10:32 AM\nIt fails.\n10:34\nStill.\nSam  10:35 AM\nWhy?") == [
        "1 10:32 Dana: It fails.", "2 10:34 Dana: Still.", "3 10:35 Sam: Why?",
      ])
  }

  @Test("colons of Chinese and Japanese")
  func wideColons() throws {
    #expect(try read("王伟：无法导出。\n李娜：什么时候？\n王伟：今天。").statements.map(\.speaker) == ["王伟", "李娜", "王伟"])
  }

  @Test(
    "an agenda, a log and a date are nobody's words",
    arguments: [
      "10:32 Started\n10:33 Stopped\n10:34 Started",
      "Sync\nDecember 31, 2023, 10:32AM\n25m\nJanuary 2, 2024, 10:32AM\nx",
      "12:30 Lunch\n13:00 Meeting", "10:00 Budget Review\nWhat it costs.\n10:30 Open Questions\nWho asks.",
      "December 31, 10:32\nIt fails.\n\nDecember 31, 10:33\nAgain.",
      "0:00 Introduction\nWhat it is.\n1:23 Setup\nHow to begin.",
    ])
  func nobody(_ text: String) throws {
    #expect(try read(text).people.isEmpty)
  }
}
