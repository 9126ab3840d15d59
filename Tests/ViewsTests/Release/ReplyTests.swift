import Git
import PlanModel
import Testing
import Verification

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

  @Test(
    "where nobody knows who asks there is no reply, and it is said why",
    arguments: [
      Requester.rows, .several(names: ["Kim", "Sam"]), .elsewhere(names: ["Sam"]), .colleagues(names: ["Sam"]),
      .unnamed, .person(names: ["Lee"]),
    ])
  func none(requester: Requester) throws {
    var outcome = try outcome(said: "I get too many mails", title: "Mute")
    outcome.sources[0].requester = requester
    #expect(Reply.text(to: outcome.sources[0], in: outcome) == nil)
    let page = ShippedView.markdown(outcome, for: .support)
    #expect(page.contains("No reply: "))
    #expect(!ReleaseWording.noReply(to: outcome.sources[0]).isEmpty)
  }

  @Test("what somebody else said is told with their name, and is not quoted as the words of who asks")
  func others() throws {
    var outcome = try outcome(said: "I get too many mails", title: "Mute")
    let other = Statement(turn: 2, speaker: "Sam Okafor", text: "We need a switch")
    outcome.sources[0].statements.append(AnsweredStatement(line: 2, statement: other, answer: .unplanned))
    let reply = try #require(Reply.text(to: outcome.sources[0], in: outcome))
    #expect(reply.contains("> I get too many mails") && !reply.contains("switch"))
    #expect(ShippedView.markdown(outcome, for: .support).contains("Sam Okafor: “We need a switch”"))
  }

  @Test("of many commits that belong to no story twenty are listed, and the command that lists them all")
  func unlinked() throws {
    var outcome = try outcome(said: "I get too many mails", title: "Mute")
    let tip = outcome.release.range.tip
    let person = Identity(name: "Ada", address: "ada@example.com", seconds: 0, offset: 0)
    outcome.release.unlinked = Array(
      repeating: Commit(id: tip, tree: tip, parents: [], author: person, committer: person, message: "Tidy"),
      count: 23)
    outcome.release.range = VerifiedRange(base: tip, tip: tip, name: "v1..v2")
    let page = try #require(ReleaseMarkdown.unlinked(outcome.release))
    #expect(page.split(separator: "\n").count == 21)
    #expect(page.hasSuffix("- … and 3 more: `git handoff verify v1..v2`"))
  }

  @Test("what came before is told with the release that it came with, where that is known")
  func earlier() throws {
    var outcome = try outcome(said: "I get too many mails", title: "Mute mails")
    let story = outcome.sources[0].statements[0].waiting[0]
    outcome.sources[0].statements[0].answer = .earlier
    outcome.sources[0].statements[0].before = [story]
    outcome.sources[0].statements[0].waiting = []
    #expect(Reply.text(to: outcome.sources[0], in: outcome)?.contains("\nThat is in already: 'Mute mails'.\n") == true)
    outcome.since[story] = "v2"
    let reply = try #require(Reply.text(to: outcome.sources[0], in: outcome))
    #expect(reply.contains("\nThat has been in since v2: 'Mute mails'.\n"))
    #expect(ShippedView.markdown(outcome, for: .support).contains("- **in before it** (in since v2: 'Mute mails'):"))
    outcome.sources[0].statements[0].answer = .partly
    outcome.sources[0].statements[0].waiting = [story]
    let part = try #require(Reply.text(to: outcome.sources[0], in: outcome))
    #expect(part.contains("\nPart of that has been in since v2: 'Mute mails'. Still to come: 'Mute mails'.\n"))
  }

  @Test("what is still to come stands below what was checked, and not in its list")
  func belowTheList() throws {
    var outcome = try outcome(said: "I get too many mails", title: "Mute mails")
    let id = outcome.sources[0].statements[0].waiting[0]
    let criterion = Criterion(id: CriterionID(1), title: "A muted account gets no mail", line: 1)
    let story = Story(id: id, title: "Mute mails", file: "", criteria: [criterion])
    let met = CriterionReport(criterion, verdict: .met, evidence: [])
    let report = StoryReport(story, criteria: [met], commits: [])
    outcome.release.stories = [ReleasedStory(story: story, report: report, commits: [], guidance: [])]
    outcome.sources[0].statements[0].answer = .partly
    outcome.sources[0].statements[0].stories = [id]
    let reply = try #require(Reply.text(to: outcome.sources[0], in: outcome))
    #expect(reply.contains("- A muted account gets no mail\n\nStill to come: 'Mute mails'.\n"))
  }

  @Test("what is in and was judged not to be as asked is not called merely unconfirmed")
  func unmet() throws {
    var outcome = try outcome(said: "I get too many mails", title: "Mute mails")
    outcome.sources[0].statements[0].answer = .unmet
    let reply = try #require(Reply.text(to: outcome.sources[0], in: outcome))
    #expect(reply.contains("It does not do all that you asked for yet.") && !reply.contains("confirmed"))
    #expect(ShippedView.markdown(outcome, for: .support).contains("**in, and not as asked**"))
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
      sources: [
        AnsweredSource(
          source: source, statements: [answered], requester: .person(names: [speaker]), others: 0, workarounds: [])
      ],
      intents: [], titles: [story: title], unreadable: [])
  }
}
