import PlanFiles
import PlanModel
import Testing

@Suite("What is written reads back")
struct ItemRoundTripTests {
  /// What has to be said is not empty.
  private static let texts = Texts.all.filter { !$0.isEmpty }
  /// A NUL in the body is no text, and nobody may write one there.
  private static let bodyTexts = texts.filter { !$0.contains("\0") }

  @Test("a story has the title, criteria, questions and anchors it was made of", arguments: bodyTexts)
  func story(text: String) throws {
    var draft = StoryDraft(id: try Sample.story(), title: text)
    draft.intent = Sample.intent
    draft.owner = text
    draft.criteria = [.init(title: text, conditions: ["changed: src/**"]), .init(title: "Second")]
    draft.constraints = [text]
    draft.questions = [text, "second?"]
    draft.anchors = [text]
    draft.quotations = [CitedWords(text: "I tried \(text) three times", speaker: "", citation: try Sample.citation())]
    let reading = Story.read(Array(draft.text.utf8), path: ".handoff/stories/st-9c4t8wq2-x.md")
    #expect(reading.findings == [], "\(draft.text)")
    let story = try #require(reading.item)
    #expect(story.title == text)
    #expect(story.owner == text)
    #expect(story.intent == Sample.intent)
    #expect(story.criteria.map(\.title) == [text.foldingWhiteSpace(), "Second"])
    #expect(story.criteria.map(\.conditions.count) == [1, 0])
    #expect(story.questions.map(\.text) == [text.foldingWhiteSpace(), "second?"])
    #expect(story.sections.map(\.title) == ["Constraints", "Open questions", "Out of scope", "Notes"])
    #expect(story.anchors.map(\.path) == [text])
    #expect(story.quotations.map(\.text) == ["I tried \(text) three times".foldingWhiteSpace()])
  }

  @Test("an intent has the title, priority and questions it was made of", arguments: bodyTexts)
  func intent(text: String) throws {
    var draft = IntentDraft(id: try #require(Sample.intent), title: text)
    draft.priority = text
    draft.goals = [text]
    draft.constraints = [text]
    draft.questions = [text]
    let reading = Intent.read(Array(draft.text.utf8), path: ".handoff/intents/in-4b8x2mvq.md")
    #expect(reading.findings == [])
    let intent = try #require(reading.item)
    #expect(intent.title == text)
    #expect(intent.priority == text)
    #expect(intent.questions.map(\.text) == [text.foldingWhiteSpace()])
    #expect(
      intent.sections.map(\.title) == [
        "Problem", "Outcome", "Goals", "Constraints", "Out of scope", "Open questions", "Rationale",
      ])
  }

  @Test("an epic has the title and the stories it was made of", arguments: texts)
  func epic(text: String) throws {
    var draft = EpicDraft(id: try #require(ID("ep-6r2n9hyc")), title: text)
    draft.intent = Sample.intent
    draft.stories = text.count.isMultiple(of: 2) ? [] : [try Sample.story()]
    let reading = Epic.read(Array(draft.text.utf8), path: ".handoff/epics/ep-6r2n9hyc-x.md")
    #expect(reading.findings == [])
    #expect(reading.item?.title == text)
    #expect(reading.item?.intent == draft.intent)
    #expect(reading.item?.stories == draft.stories)
  }

  @Test("a source has everything it was made of", arguments: texts)
  func source(text: String) throws {
    let folded = text.foldingWhiteSpace()
    // What leads out of the folder is no name.
    let name = text == "." ? "a." : text
    let path = ".handoff/sources/so-7h3q2dkm-x/source.yml"
    var source = Source(
      id: try Sample.source(), title: text, file: path, format: .mail,
      revisions: [
        Revision(original: name, sha256: text),
        Revision(original: nil, sha256: text, words: Revision.Words(file: name, sha256: text), first: 1),
      ], thread: text, received: text,
      people: [Person(name: folded, address: folded), Person(name: "Sam")], reach: 5, segments: [text, "owner"],
      url: text,
      attachments: [
        SourceAttachment(name: folded, type: text, bytes: 3, file: text),
        SourceAttachment(name: "x", type: "", url: folded),
      ], redactions: [RedactionCount(kind: text, count: 2)],
      chatter: [LedgerEntry(lines: LineRange(1...1), why: folded)],
      setAside: [LedgerEntry(lines: LineRange(2...3), why: folded)])
    source.statements = [Statement(turn: 1, time: "2025-03-04", speaker: "Sam", text: "Hello.")]
    let table = source.statements.rows
    let reading = Source.read(Array(source.text.utf8), statements: table, path: path)
    #expect(reading.findings == [], "\(source.text)")
    let read = try #require(reading.item)
    #expect(read.title == text)
    #expect(read.people == source.people)
    #expect(read.segments == source.segments)
    #expect(read.chatter == source.chatter)
    #expect(read.setAside == source.setAside)
    #expect(read.revisions == source.revisions)
    #expect(read.attachments == source.attachments)
    #expect(read.redactions == source.redactions)
    #expect([read.thread, read.received, read.url] == [text, text, text])
    #expect(read.reach == 5)
    #expect(read.statements == source.statements)
  }

  @Test("a sign-off has everything it was made of", arguments: texts)
  func signOff(text: String) throws {
    for act in SignOff.Act.allCases {
      let signOff = SignOff(
        story: try Sample.story(), criterion: CriterionID(2), act: act, role: text, by: text, at: text, wording: text,
        commit: text, reason: text, expires: text, file: ".handoff/sign-offs/st-9c4t8wq2/AC2-x.yml")
      let reading = SignOff.read(Array(signOff.text.utf8), path: signOff.file)
      #expect(reading.findings == [])
      #expect(reading.item == signOff)
    }
  }

  @Test("statements read back, with white space folded")
  func statements() {
    let texts = Texts.all.map { "x" + $0.filter { $0 != "\0" } }
    let statements = texts.enumerated().map { Statement(turn: $0 + 1, time: $1, speaker: $1, text: $1) }
    let (read, findings) = StatementTable.read(StatementList(statements).rows, path: "statements.tsv")
    #expect(findings == [])
    #expect(read.map(\.turn) == statements.map(\.turn))
    #expect(read.map(\.text) == texts.map { $0.foldingWhiteSpace() })
    #expect(read.map(\.speaker) == texts.map { $0.foldingWhiteSpace() })
  }
}
