import Intake
import PlanModel
import Testing

@Suite("Words that are quoted in the source where they were said")
struct RepetitionTests {
  @Test("top-posted answers: what each quotes is a repetition, however it was wrapped anew")
  func topPosting() throws {
    let reading = try read(Mailboxes.thread, "a.mbox")
    #expect(
      reading.said == [
        "Export", "The export fails every Monday morning.", "Please help us.", "Which browser do you use?",
        "Firefox, the newest one.",
      ])
    let repeated = reading.chatter.filter { $0.why == "repetition" }.flatMap { Array($0.lines.bounds) }
    #expect(
      repeated.map { reading.statements[$0 - 1].speaker } == ["Dana Ng", "Dana Ng", "Sam Reyes", "Dana Ng", "Dana Ng"])
  }

  @Test("an Outlook block without quote marks is quoted too")
  func outlook() throws {
    let answer = Mailboxes.message(
      """
      Which browser do you use?

      From: Dana Ng <dana@example.com>
      Sent: Friday, 3 May 2024 10:00
      To: Support
      Subject: Export

      The export fails every Monday morning.
      Please help us.
      """, id: "b@x", answers: ["a@x"], from: "Sam Reyes")
    let reading = try read(Mailboxes.question + answer, "a.mbox")
    #expect(reading.said.last == "Which browser do you use?")
    #expect(reading.said.count == 4)
  }

  @Test(
    "cut into other sentences, in part, in other case: it is the same",
    arguments: [
      "> fails every Monday morning.", "> THE EXPORT FAILS EVERY MONDAY MORNING.",
      "> The export fails every Monday morning. Please help us.", "> morning. Please help us.", "> Please help us.",
      "> * The export fails\n> every Monday morning",
    ])
  func variants(_ quote: String) throws {
    let answer = Mailboxes.message("\(quote)\n\nWhich browser?", id: "b@x", answers: ["a@x"], from: "Sam Reyes")
    #expect(try read(Mailboxes.question + answer, "a.mbox").said.suffix(2) == ["Please help us.", "Which browser?"])
  }

  @Test(
    "other words stay, and so does what nobody quotes",
    arguments: [
      ("> The export fails every Tuesday morning.", "The export fails every Tuesday morning."),
      ("> Help us.", "Help us."), ("The export fails every Monday morning.", "The export fails every Monday morning."),
    ])
  func different(_ body: String, _ text: String) throws {
    let answer = Mailboxes.message(body, id: "b@x", answers: ["a@x"], from: "Sam Reyes")
    #expect(try read(Mailboxes.question + answer, "a.mbox").said.last == text)
  }

  @Test("the quoted words of a single mail that stand nowhere else are said by whom it quotes")
  func singleMail() throws {
    let reading = try read(Mailboxes.answer, "a.mbox")
    #expect(reading.said.suffix(2) == ["The export fails every Monday morning.", "Please help us."])
    #expect(reading.speaker("Please help us.") == "Dana Ng")
  }

  @Test("two answers that quote a mail that is missing: its words are said once")
  func missing() throws {
    let other = Mailboxes.message(
      "> The export fails every Monday morning.\n\nHere too.", id: "c@x", answers: ["a@x"], from: "Kim Lee", minute: 7)
    let said = try read(Mailboxes.answer + other, "a.mbox").said
    #expect(said.filter { $0.hasPrefix("The export fails") }.count == 1)
    #expect(said.contains("Here too."))
  }

  @Test("a message that came twice is said once; another of the same id is not lost")
  func duplicates() throws {
    #expect(try read(Mailboxes.question + Mailboxes.question, "a.mbox").said.count == 3)
    let other = Mailboxes.message("Something else entirely happened.", id: "a@x")
    #expect(try read(Mailboxes.question + other, "a.mbox").said.last == "Something else entirely happened.")
  }

  @Test("scripts without spaces are compared by characters")
  func japanese() throws {
    let first = Mailboxes.message("月曜日の朝にエクスポートが失敗します。", id: "a@x")
    let answer = Mailboxes.message("> 月曜日の朝に\n> エクスポートが失敗します。\n\n確認します。", id: "b@x", answers: ["a@x"])
    #expect(try read(first + answer, "a.mbox").said.suffix(2) == ["月曜日の朝にエクスポートが失敗します。", "確認します。"])
  }

  @Test("repeated quotes without end take linear time")
  func linear() throws {
    var text = Mailboxes.question
    for number in 0..<300 {
      text += Mailboxes.message("> a a a a a a a a a a a a a a a a.\n> b\(number) c.\n\nNo.", answers: ["a@x"])
    }
    #expect(try read(text, "a.mbox").statements.count > 900)
  }
}
