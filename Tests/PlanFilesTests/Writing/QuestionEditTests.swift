import PlanFiles
import PlanModel
import Testing

@Suite("Questions that are put and answered in place")
struct QuestionEditTests {
  private static let front = "---\nid: st-9c4t8wq2\ntitle: Mute\n# mine\n---\n\nAs a user.\n\n"
  private static let order = ItemKind.story.sectionTitles

  private func document(_ body: String, end: String = "\n") throws -> PlanDocument {
    let text = (Self.front + body).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
    return try PlanDocument(Array(text.utf8), path: Sample.storyPath)
  }

  private func asked(_ body: String, _ words: String = "Why?", end: String = "\n") throws -> String {
    let edited = try document(body, end: end).asking(words, of: nil, isBlocking: false, order: Self.order)
    return String(String(decoding: edited.bytes, as: UTF8.self).dropFirst(end == "\n" ? Self.front.count : 0))
  }

  // MARK: asking

  @Test("a question goes behind the last one of its section, in its form")
  func behind() throws {
    #expect(
      try asked("## Open questions\n\n- [x] Q1: a? Yes.\n- [ ] Q2: b?\n  and c\n\n## Notes\n")
        == "## Open questions\n\n- [x] Q1: a? Yes.\n- [ ] Q2: b?\n  and c\n- [ ] Q3: Why?\n\n## Notes\n")
    #expect(
      try asked("## Open Questions\n\n * [ ] Q1: a?\n\n\n## Notes\n")
        == "## Open Questions\n\n * [ ] Q1: a?\n * [ ] Q2: Why?\n\n\n## Notes\n")
    #expect(try asked("## Open questions\n- [ ] Q1: a?") == "## Open questions\n- [ ] Q1: a?\n- [ ] Q2: Why?\n")
  }

  @Test("in a section that is empty it goes below the heading, or below what is said there")
  func empty() throws {
    #expect(
      try asked("## Open questions\n\n## Notes\n") == "## Open questions\n\n- [ ] Q1: Why?\n\n## Notes\n")
    #expect(
      try asked("## Open questions\n## Notes\n") == "## Open questions\n\n- [ ] Q1: Why?\n\n## Notes\n")
    #expect(try asked("## Open questions") == "## Open questions\n\n- [ ] Q1: Why?\n")
    #expect(
      try asked("## Open questions\n\n<!-- hint -->\n\n## Notes\n")
        == "## Open questions\n\n<!-- hint -->\n\n- [ ] Q1: Why?\n\n## Notes\n")
  }

  @Test("a section that is not there is made where the format has it")
  func missing() throws {
    let section = "## Open questions\n\n- [ ] Q1: Why?\n"
    #expect(
      try asked("## Constraints\n\n- x\n\n## Mine\n\n## Notes\n\ny\n")
        == "## Constraints\n\n- x\n\n## Mine\n\n\(section)\n## Notes\n\ny\n")
    #expect(try asked("## Constraints\n- x\n## Notes\n") == "## Constraints\n- x\n\n\(section)\n## Notes\n")
    #expect(try asked("## Constraints\n\n- x\n\n\n") == "## Constraints\n\n- x\n\n\(section)\n\n")
    #expect(try asked("More.\n") == "More.\n\n\(section)")
  }

  @Test("a file with CRLF keeps it")
  func lineEnds() throws {
    let edited = try asked("## Open questions\n\n## Notes\n", end: "\r\n")
    #expect(!edited.replacing("\r\n", with: "").contains("\n"))
    #expect(edited.contains("\r\n\r\n- [ ] Q1: Why?\r\n\r\n## Notes\r\n"))
  }

  @Test("no other byte changes, and the words are what was asked", arguments: Texts.all)
  func words(text: String) throws {
    let words = text.foldingWhiteSpace()
    guard !words.isEmpty, !words.contains("\0") else { return }
    let body = "## Open questions\n\n- [ ] Q1: a?\n\n## Notes\n\n\(Texts.awkward.count)\n"
    let document = try document(body)
    let (bytes, question) = try document.asking(text, of: "dana", isBlocking: true, order: Self.order)
    #expect(question.text == words + " @dana" && question.isBlocking && question.id.number == 2)
    let added = "- [ ] Q2 (blocking): \(words) @dana\n"
    #expect(
      String(decoding: bytes, as: UTF8.self) == (Self.front + body).replacing("Q1: a?\n", with: "Q1: a?\n" + added))
  }

  @Test("a number that the file mentions anywhere is not used again")
  func numbers() throws {
    #expect(try asked("## Open questions\n\n~~Q3: gone~~\n\n## Notes\n\nSee Q7.\n").contains("- [ ] Q8: Why?"))
    let edited = try document("").asking("Why?", of: nil, isBlocking: false, order: Self.order, except: [4])
    #expect(edited.question.id.number == 5)
  }

  @Test("where the question would not be one, nothing is changed")
  func refused() throws {
    let open = try document("## Open questions\n\n```\nnever closed\n")
    #expect(throws: PlanDocument.EditProblem.self) {
      try open.asking("Why?", of: nil, isBlocking: false, order: Self.order)
    }
  }

  // MARK: answering

  private func answered(_ body: String, _ answer: String, _ number: Int = 1) throws -> String {
    let bytes = try document(body).answering(QuestionID(number), with: answer)
    return String(String(decoding: bytes, as: UTF8.self).dropFirst(Self.front.count))
  }

  @Test("an answer stands behind the question, which is ticked, and no other byte changes")
  func answering() throws {
    #expect(
      try answered("## Open questions\n\n- [ ] Q1 (blocking): a? @dana\n- [ ] Q2: b?\n\n## Notes\n", "Yes.")
        == "## Open questions\n\n- [x] Q1 (blocking): a? @dana Yes.\n- [ ] Q2: b?\n\n## Notes\n")
    #expect(
      try answered("## Open questions\n\n* [ ] Q1: a\n  b?\n\n  more\n* [ ] Q2: c?\n", "Yes.")
        == "## Open questions\n\n* [x] Q1: a\n  b?\n\n  more\n\n  Yes.\n\n* [ ] Q2: c?\n")
  }

  @Test("an answer of several lines becomes paragraphs of the question")
  func paragraphs() throws {
    #expect(
      try answered("## Open questions\n\n- [ ] Q1: a?\n- [ ] Q2: b?\n", "\nYes.\n\n## So\n\n- [ ] Q9: no\n\n")
        == "## Open questions\n\n- [x] Q1: a?\n\n  Yes.\n\n  ## So\n\n  - [ ] Q9: no\n\n- [ ] Q2: b?\n")
  }

  @Test("an answer of any words is kept as it is", arguments: Texts.all)
  func answers(text: String) throws {
    let words = text.foldingWhiteSpace()
    guard !words.isEmpty, !text.contains("\0") else { return }
    let document = try document("## Open questions\n\n- [ ] Q1: a?\n- [ ] Q2: b?\n\n## Notes\n")
    let bytes = try document.answering(QuestionID(1), with: text)
    let questions = try PlanDocument(bytes, path: Sample.storyPath).questions
    #expect(questions.map(\.isAnswered) == [true, false])
    #expect(questions.first?.text.foldingWhiteSpace() == "a? \(words)")
    #expect(questions.last?.text == "b?")
  }

  @Test("a decision's text has what it was made of, and reads back", arguments: Texts.all)
  func decision(text: String) throws {
    let title = text.foldingWhiteSpace()
    guard !title.isEmpty, !text.contains("\0") else { return }
    var draft = DecisionDraft(id: try #require(ID("de-5t0w9xhv")), title: title, date: "2026-05-04")
    draft.supersedes = ID("de-00000001")
    draft.quotations = [CitedWords(text: "I tried", speaker: "", citation: try Sample.citation())]
    let reading = Decision.read(Array(draft.text.utf8), path: ".handoff/decisions/de-5t0w9xhv-x.md")
    let decision = try #require(reading.item)
    #expect(reading.findings == [] && decision.title == title && decision.date == "2026-05-04")
    #expect(decision.supersedes == ID("de-00000001") && decision.quotations.map(\.text) == ["I tried"])
    #expect(decision.sections.map(\.title) == ["Context", "Decision", "Consequences"])
  }
}
