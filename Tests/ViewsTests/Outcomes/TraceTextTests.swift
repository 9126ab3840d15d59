import PlanModel
import TestKit
import Testing
import Views
import Workflow

/// The ledger and the questions, as people see them.
@Suite("The ledger and questions as text") struct TraceTextTests {
  @Test("where every statement went")
  func ledger() throws {
    let stage = try Stage()
    _ = try stage.workspace.setAside("\(stage.source)#L4", why: "is in the story's AC2")
    try expect(LedgerView.text(try stage.workspace.ledger()), "trace")
  }

  @Test("what nobody carries, with what to do")
  func lost() throws {
    let stage = try Stage()
    _ = try stage.workspace.set(Stage.story, "status", to: "dropped")
    try expect(LedgerView.lost(try stage.workspace.ledger(of: "\(stage.source)")), "trace-lost")
  }

  @Test("the thread of a story")
  func story() throws {
    let stage = try Stage()
    try stage.work()
    var options = VerifyOptions()
    options.record = true
    _ = try stage.workspace.verify(options)
    _ = try stage.workspace.signOff(SignOffOptions(.accepted, target: "\(Stage.story)/AC3", role: "support"))
    try expect(ThreadView.text(try stage.workspace.thread(of: Stage.story)), "trace-story")
  }

  @Test("what became of some statements")
  func statements() throws {
    let stage = try Stage()
    try expect(ThreadView.text(try stage.workspace.thread(of: "\(stage.source)#L2-L4")), "trace-statements")
  }

  @Test("a question that is put")
  func ask() throws {
    try expect(AskView.text(try asked(Stage())), "ask")
  }

  @Test("the questions that are open")
  func questions() throws {
    let stage = try Stage()
    _ = try asked(stage)
    _ = try stage.workspace.ask(AskOptions(item: "in-k3f9ab2x", text: "For whom?"))
    try expect(QuestionsView.text(try stage.workspace.openQuestions(QuestionsOptions())), "questions")
  }

  @Test("a question that is answered by a decision")
  func answer() throws {
    let stage = try Stage()
    _ = try asked(stage)
    var answer = AnswerOptions(target: "\(Stage.story)#Q2", text: "They do.")
    answer.decides = true
    try expect(AnswerView.text(try stage.workspace.answer(answer)), "answer")
  }

  private func asked(_ stage: Stage) throws -> AskOutcome {
    var ask = AskOptions(item: Stage.story, text: "Do digests count?")
    ask.addressee = "product"
    ask.isBlocking = true
    return try stage.workspace.ask(ask)
  }

  private func expect(_ text: TerminalText, _ name: String) throws {
    try Golden.expect(text.rendered(inColor: false), name, file: GoldenFiles.beside)
  }
}

@Suite("Statements by what carries them") struct MatrixTests {
  /// A call in which strangers said these, with the story citing the first.
  private func outcome(_ texts: [String]) throws -> LedgerOutcome {
    let id = try #require(ID<Source>("so-7h3q2dkm"))
    let source = Source(
      id: id, title: "A <call>, \"quoted\"", file: ".handoff/sources/so-7h3q2dkm/source.yml", format: .text,
      revisions: [], statements: StatementList(texts.map { Statement(turn: 1, speaker: "=Kim", text: $0) }))
    let story = Story(
      id: try #require(ID("st-9c4t8wq2")), title: "Mute & go", file: "st.md",
      criteria: [Criterion(id: CriterionID(2), title: "a", line: 5)],
      mentions: [Mention(.statements(Citation(source: id, lines: 1...1)), line: 6, column: 1)])
    var plan = Plan()
    plan.stories = [story]
    return LedgerOutcome(ledger: Ledger(of: [source], in: plan.citingItems), unreadable: [])
  }

  @Test("a table has a row for each statement, and no cell is a formula")
  func csv() throws {
    let texts = ["I said \"no\", twice", "=HYPERLINK(\"http://x\")", "- one", "plain"]
    let rows = MatrixView.csv(try outcome(texts), onlyLost: false).split(separator: "\n").map(String.init)
    let title = "\"A <call>, \"\"quoted\"\"\",'=Kim,,"
    #expect(
      rows == [
        "statement,source,speaker,time,text,fate,why,label,intents,epics,stories,decisions,dropped",
        "so-7h3q2dkm#L1,\(title)\"I said \"\"no\"\", twice\",carried,,context,,,st-9c4t8wq2/AC2,,",
        "so-7h3q2dkm#L2,\(title)\"'=HYPERLINK(\"\"http://x\"\")\",lost,,context,,,,,",
        "so-7h3q2dkm#L3,\(title)'- one,lost,,context,,,,,", "so-7h3q2dkm#L4,\(title)plain,lost,,chatter,,,,,",
      ])
    #expect(MatrixView.csv(try outcome(texts), onlyLost: true).split(separator: "\n").count == 4)
  }

  @Test("a page holds no markup but its own, and shows what would mislead")
  func html() throws {
    let texts = ["a", "<script>alert('x')</script> & \u{202e}evil \u{1b}[31m", "</table>"]
    let page = MatrixView.html(try outcome(texts), onlyLost: false)
    #expect(!page.contains("<script") && !page.contains("\u{202e}") && !page.contains("\u{1b}"))
    #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; \\u{202e}evil"))
    #expect(page.contains("A &lt;call&gt;, &quot;quoted&quot;") && page.contains("Mute &amp; go"))
    #expect(page.split(separator: "</table>").count == 2, "one table, closed once")
    #expect(!page.contains("http:") && !page.contains("https:") && !page.contains("src="), "nothing from elsewhere")
  }
}
