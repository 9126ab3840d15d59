import PlanModel
import TestKit
import Testing
import Workflow

@Suite("Questions and decisions") struct QuestionTests {
  private func ask(_ text: String, blocking: Bool = false, of item: String = "st-9c4", on bench: Bench) throws {
    var options = AskOptions(item: item, text: text)
    options.isBlocking = blocking
    _ = try bench.workspace().ask(options)
  }

  private func answer(_ target: String, _ text: String, on bench: Bench, decides: Bool = false) throws -> AnswerOutcome
  {
    var options = AnswerOptions(target: target, text: text)
    options.decides = decides
    return try bench.workspace().answer(options)
  }

  @Test("a story with a blocking question is neither made ready nor started, until it is answered")
  func blocked() throws {
    let bench = try Bench(status: "draft")
    try ask("Per device?", blocking: true, on: bench)
    guard case .blockedStory(_, let questions) = try bench.failure({ _ = try $0.set("st-9c4", "status", to: "ready") })
    else {
      Issue.record("it was made ready")
      return
    }
    #expect(questions.map(\.reference.description) == ["st-9c4t8wq2#Q1"])
    #expect(try bench.repository.read(Bench.storyFile).contains("status: draft"))
    #expect(try answer("st-9c4#q1", "No.", on: bench).blocking == [])
    #expect(try bench.workspace().set("st-9c4", "status", to: "ready").after == "ready")
    #expect(try bench.workspace().start("st-9c4").isNew)
  }

  @Test("a blocking question of the intent blocks its stories")
  func blockedByIntent() throws {
    let bench = try Bench()
    try bench.repository.write(".handoff/intents/in-4b8x2mvq-x.md", "---\nid: in-4b8x2mvq\ntitle: Why\n---\n")
    _ = try bench.workspace().set("st-9c4", "intent", to: "in-4b8x2mvq")
    try ask("For whom?", blocking: true, of: "in-4b8", on: bench)
    #expect(
      try bench.failure { _ = try $0.start("st-9c4") }
        == .blockedStory(bench.storyID(), bench.workspace().openQuestions(QuestionsOptions()).groups[0].questions))
    #expect(try bench.workspace().check().findings.contains { $0.rule == .blockingQuestion })
  }

  @Test("a question that does not block lets work begin")
  func open() throws {
    let bench = try Bench()
    try ask("Per device?", on: bench)
    #expect(try bench.workspace().start("st-9c4").isNew)
  }

  @Test("a number is not used again, even when its question was taken out since the last commit")
  func numbers() throws {
    let bench = try Bench()
    let before = try bench.repository.read(Bench.storyFile)
    try ask("Per device?", on: bench)
    try bench.repository.commit("Ask\n\nStory: \(Bench.story)", files: [:])
    try bench.repository.write(Bench.storyFile, before)
    try ask("Per account?", on: bench)
    #expect(try bench.repository.read(Bench.storyFile).contains("- [ ] Q2: Per account?"))
  }

  @Test("what cannot be asked or answered is refused, and nothing is written")
  func refusals() throws {
    let bench = try Bench()
    try ask("Per device?", on: bench)
    _ = try answer("st-9c4#Q1", "No.", on: bench)
    try ask("When?", on: bench)
    let before = try bench.repository.read(Bench.storyFile)
    let story = try bench.storyID().any
    let first = QuestionReference(item: story, question: QuestionID(1))
    let failures: [(Failure.Reason, (Workspace) throws -> Void)] = [
      (.answeredBefore(first, "Per device? No."), { _ = try $0.answer(AnswerOptions(target: "st-9c4/Q1", text: "x")) }),
      (
        .unknownQuestion(QuestionReference(item: story, question: QuestionID(9)), known: [QuestionID(2)]),
        { _ = try $0.answer(AnswerOptions(target: "st-9c4#Q9", text: "x")) }
      ),
      (
        .askedBefore(QuestionReference(item: story, question: QuestionID(2))),
        { _ = try $0.ask(AskOptions(item: "st-9c4", text: " When? ")) }
      ),
    ]
    for (reason, body) in failures { #expect(try bench.failure(body) == reason) }
    for text in ["", " \n"] {
      guard case .invalidValue = try bench.failure({ _ = try $0.ask(AskOptions(item: "st-9c4", text: text)) }),
        case .invalidValue = try bench.failure({
          _ = try $0.answer(AnswerOptions(target: "st-9c4#Q2", text: text))
        })
      else {
        Issue.record("empty words were taken")
        return
      }
    }
    #expect(try bench.repository.read(Bench.storyFile) == before)
  }

  @Test("an answer can be a decision, which both name")
  func decides() throws {
    let bench = try Bench()
    try ask("Per device?", on: bench)
    let decision = try #require(try answer("st-9c4#Q1", "Per account.", on: bench, decides: true).decision)
    #expect(decision.title == "Per account")
    #expect(
      try bench.repository.read(Bench.storyFile).contains("- [x] Q1: Per device? Per account, see \(decision.id)."))
    let text = try bench.repository.read(decision.path)
    #expect(
      text.contains("Q1 of \(Bench.story)") && text.contains("asks: Per device?") && text.contains("\nPer account.\n"))
    #expect(try bench.workspace().check().isClean)
  }

  @Test("a decision that supersedes another changes one line of it, adds one, and each names the other")
  func supersedes() throws {
    let bench = try Bench()
    let old = ".handoff/decisions/de-00000001-per-device.md"
    let text = "---\nid: de-00000001\ntitle: Per device\nstatus: accepted  # mine\n---\n\n## Context\n\nWhy.\n"
    try bench.repository.write(old, text)
    var options = DecisionOptions(title: "Per account")
    options.supersedes = "de-0"
    let item = try bench.workspace().newDecision(options)
    let new = try bench.workspace().add(item)
    #expect(
      try bench.repository.read(old)
        == text.replacing("accepted  # mine\n", with: "superseded  # mine\nsuperseded-by: \(new.id)\n"))
    #expect(try bench.repository.read(new.path).contains("\nsupersedes: de-00000001\n"))
    #expect(new.others == [old])
    #expect(try bench.workspace().check().isClean)
    let successor = try #require(ID<Decision>(new.id))
    let first = try #require(ID<Decision>("de-00000001"))
    #expect(try bench.failure { _ = try $0.newDecision(options) } == .supersededDecision(first, by: successor))
    // As for a command that looked the old one up before the other wrote.
    let late = try #require(ID<Decision>("de-00000002"))
    #expect(
      try bench.failure { _ = try $0.superseding(first, by: late) } == .supersededDecision(first, by: successor))
  }

  @Test("open questions are listed by whom they are put to, those of what is over left out")
  func list() throws {
    let bench = try Bench()
    for (text, name) in [("a?", "product"), ("b?", "@Product"), ("c?", nil), ("d?", "dana@example.com")] {
      var options = AskOptions(item: "st-9c4", text: text)
      options.addressee = name
      options.isBlocking = text == "b?"
      _ = try bench.workspace().ask(options)
    }
    let all = try bench.workspace().openQuestions(QuestionsOptions()).groups
    #expect(all.map(\.addressee) == ["dana@example.com", "product", nil])
    #expect(all.map { $0.questions.map(\.question.id.number) } == [[4], [2, 1], [3]])
    var options = QuestionsOptions()
    options.addressee = "@PRODUCT"
    options.onlyBlocking = true
    #expect(try bench.workspace().openQuestions(options).groups.flatMap(\.questions).map(\.question.id.number) == [2])
    _ = try bench.workspace().set("st-9c4", "status", to: "dropped")
    #expect(try bench.workspace().openQuestions(QuestionsOptions()).groups.isEmpty)
  }
}
