import Intake
import PlanModel
import Testing

@Suite("Words that are given again") struct QuotationTests {
  @Test("GitHub: an issue without a number keeps title and body, and quotes are whose they are")
  func github() throws {
    let reading = try read(
      #"""
      {"title":"Photo upload fails","body":"Upload of a photo fails with a 500.\n\nPlease keep its name.",
       "author":{"login":"ana"},"createdAt":"2025-01-05T10:00:00Z","url":"https://github.com/acme/x/issues/1","comments":[
        {"author":{"login":"bob"},"body":"> Upload of a photo fails with a 500.\n\nFor me it works.","createdAt":"2025-01-06T10:00:00Z"},
        {"author":{"login":"cyn"},"body":"> Words from elsewhere.\n\nMe too.","createdAt":"2025-01-07T10:00:00Z"}]}
      """#)
    #expect(reading.format == .github)
    #expect(reading.title == "Photo upload fails")
    #expect(
      reading.said == [
        "Photo upload fails", "Upload of a photo fails with a 500.", "Please keep its name.", "For me it works.",
        "Words from elsewhere.", "Me too.",
      ])
    #expect(reading.statements.filter { $0.text.hasPrefix("Upload of") }.map(\.speaker) == ["ana", "ana"])
    #expect(reading.speaker("For me it works.") == "bob")
    #expect(reading.speaker("Words from elsewhere.") == "")
    #expect(reading.speaker("Me too.") == "cyn")
  }

  @Test("a subject that a reply repeats does not swallow the question")
  func subject() throws {
    let mail = """
      From: Kim Larsen <kim@example.com>
      To: support@example.com
      Subject: Re: How do I stop the emails?
      Date: Tue, 4 Mar 2025 09:41:22 +0100

      Still no luck.

      On Mon, 3 Mar 2025 at 16:20, Sam Okafor <support@example.com> wrote:
      > Please leave the board.
      >
      > On Sun, 2 Mar 2025 at 21:05, Kim Larsen <kim@example.com> wrote:
      >> How do I stop the emails?
      """
    let reading = try read(mail)
    #expect(reading.why("Re: How do I stop the emails?") == "attribution")
    #expect(reading.why("How do I stop the emails?") == nil)
    let alone = try read(
      "From: Kim <kim@example.com>\nSubject: Re: Can we mute a board?\nDate: Tue, 4 Mar 2025 09:41:22 +0100\n\nAny news?\n"
    )
    #expect(alone.said == ["Re: Can we mute a board?", "Any news?"])
  }

  @Test("what a meeting program notes is nobody's words, and its head is no title")
  func meeting() throws {
    let reading = try read(
      """
      Weekly product sync-20250211_100305-Meeting Recording
      February 11, 2025, 9:03AM
      47m 12s

      Priya Nair started transcription

      Priya Nair   0:03
      OK, can everybody hear me?

      Lena Fischer (Contoso)   0:31
      For us it's a blocker.

      Priya Nair stopped transcription
      """)
    #expect(reading.title == "Weekly product sync-20250211_100305-Meeting Recording")
    #expect(reading.received == "2025-02-11T09:03")
    #expect(reading.why("Priya Nair stopped transcription") == "notice")
    #expect(reading.speaker("Priya Nair stopped transcription") == "")
    #expect(reading.speaker("For us it's a blocker.") == "Lena Fischer (Contoso)")
    #expect(reading.why("47m 12s") == "metadata")
  }

  @Test("a chat has as many voices as people write, and its group's name")
  func chat() throws {
    let reading = try read(
      """
      12/03/2025, 08:14 - Messages and calls are end-to-end encrypted. No one outside of this chat can read them.
      12/03/2025, 08:14 - Carlos created group "Pilot bakery"
      12/03/2025, 08:21 - Joana: The tablet logged me out again
      12/03/2025, 08:25 - Carlos: Do you have to type the password?
      13/03/2025, 08:31 - Rui: same here at the Alfama shop
      """, "_chat.txt")
    #expect(reading.origin.reach == 3)
    #expect(reading.title == "Pilot bakery")
  }

  @Test("a title is no courtesy")
  func title() throws {
    let reading = try read(
      "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ana>Hi Marco, thanks for taking the time.\n\n00:04.000 --> 00:08.000\n<v Marco>The export of invoices fails.\n"
    )
    #expect(reading.title == "The export of invoices fails.")
  }

  @Test("a directory's last name is put behind the first, and other commas stay")
  func names() throws {
    let reading = try read(
      "From: \"Weiß, Jürgen\" <j@example.com>\nTo: \"Acme, Inc.\" <a@example.com>\nSubject: Help\nDate: Tue, 4 Mar 2025 09:41:22 +0100\n\nIt broke.\n"
    )
    #expect(reading.people.map(\.name) == ["Jürgen Weiß", "Acme, Inc."])
  }
}
