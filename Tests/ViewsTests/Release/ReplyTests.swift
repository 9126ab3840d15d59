import Git
import PlanModel
import Testing

@testable import Views
@testable import Workflow

/// Everything in a reply was said by somebody else, and goes to somebody else again.
@Suite("Replies") struct ReplyTests {
  @Test("what is quoted and named cannot act, in a reply or on a page")
  func hostile() throws {
    let outcome = try outcome(
      said: "\u{1b}[31mred\u{202e}txt <script>alert(1)</script> [a](javascript:x) @everyone", title: "Mute\u{7} `mails`"
    )
    let source = try #require(outcome.sources.first)
    let reply = try #require(Reply.text(to: source, in: outcome))
    #expect(!reply.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202e })
    let page = ShippedView.markdown(outcome, for: .support)
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202e })
    let html = HTMLPage.html(title: ShippedView.heading(outcome.release), markdown: page)
    #expect(!html.contains("<script") && !html.contains("<a "))
  }

  @Test("a name that stands for somebody is not a name to greet by", arguments: ["[person-1]", "kim@customer.example"])
  func pseudonyms(name: String) throws {
    let outcome = try outcome(said: "I get too many mails", title: "Mute", speaker: name)
    let source = try #require(outcome.sources.first)
    #expect(Reply.text(to: source, in: outcome)?.hasPrefix("Hello,\n") == true)
  }

  @Test("a table of voices and a source in which nobody asks have no reply")
  func none() throws {
    var outcome = try outcome(said: "I get too many mails", title: "Mute")
    outcome.sources[0].askers = nil
    #expect(Reply.text(to: outcome.sources[0], in: outcome) == nil)
    outcome.sources[0].askers = []
    outcome.sources[0].statements = []
    #expect(Reply.text(to: outcome.sources[0], in: outcome) == nil)
  }

  private func outcome(said: String, title: String, speaker: String = "Kim Larsen") throws -> ShippedOutcome {
    let statement = Statement(turn: 1, speaker: speaker, text: said)
    let id = try #require(ID<Source>("so-7h3q2dkm"))
    let story = try #require(ID<Story>("st-00000001"))
    let source = Source(
      id: id, title: title, file: "", format: .mail, revisions: [], statements: StatementList([statement]))
    let answered = AnsweredStatement(line: 1, statement: statement, answer: .planned, waiting: [story])
    let tip = try #require(ObjectID(String(repeating: "a", count: 40)))
    let release = Release(
      range: VerifiedRange(base: nil, tip: tip, name: "v1\u{7}"), name: "v1\u{7}", moment: Timestamp(seconds: 0),
      stories: [], unlinked: [], commits: 0)
    return ShippedOutcome(
      release: release, customer: nil,
      sources: [AnsweredSource(source: source, statements: [answered], askers: [speaker], others: 0, workarounds: [])],
      intents: [], titles: [story: title], unreadable: [])
  }
}
