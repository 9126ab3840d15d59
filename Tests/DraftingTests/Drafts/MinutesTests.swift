import Drafting
import PlanModel
import Testing

@Suite("Drafting from minutes and calls") struct MinutesTests {
  private static let minutes = [
    "# Minutes: inventory weekly", "Date: 18 Feb 2025, 14:00", "Attendees: Ayla Aydin, Ben Schulz", "## 1. Stock take",
    "The scanner crashes whenever somebody counts partial quantities.",
    "Decision: partial quantities are recorded from April.", "Action: Kasia to get an offer for new scanners.",
    "## 2. Minimum stock", "The minimum stock must be kept per site.", "Open: who may change it?", "## Action items",
    "Ben: draft the permission concept", "Next meeting: 4 March 2025",
  ]

  @Test("minutes are parted at their headings, and what was decided and undertaken is told apart")
  func topics() throws {
    let draft = Drafter(known: []).draft([try Statements.document(Self.minutes)])
    #expect(draft.intents.map(\.title) == ["Stock take", "Minimum stock"])
    #expect(draft.intents[0].decisions.map(\.text) == [Self.minutes[5]])
    #expect(draft.intents[0].actions.map(\.text) == [Self.minutes[6]])
    #expect(draft.intents[1].questions.map(\.text) == ["Open: who may change it?"])
    #expect(draft.intents[1].actions.map(\.text) == ["Ben: draft the permission concept"])
    let formal = [Self.minutes[1], Self.minutes[2], Self.minutes[12]]
    #expect(draft.formalities.map(\.text) == formal)
    #expect(draft.unassigned.isEmpty && draft.headings.count == 4)
  }

  @Test("items of an agenda are topics without marks of headings")
  func numberedItems() throws {
    let texts = [
      "Teilnehmer: Aydin, Schulz", "TOP 1: Inventur", "Beschluss: Teilmengen werden ab April erfasst.",
      "TOP 2: Mindestbestand", "Der Bestand muss je Standort gepflegt werden können.",
    ]
    let source = try Statements.source(texts, title: "Jour fixe", oneTurn: true)
    let draft = Drafter(known: []).draft([source])
    #expect(draft.intents.map(\.title) == ["Inventur", "Mindestbestand"])
    #expect(draft.intents[1].stories.map(\.title) == ["Der Bestand muss je Standort gepflegt werden können"])
  }

  @Test("a document about one matter is not parted, whatever headings it has")
  func oneMatter() throws {
    let lines = [
      "# Sync leaves files behind", "## Problem", "The sync crashes and leaves two files behind.", "## Root cause",
      "Cleanup is never called.", "## Next steps", "Call it at the end.",
    ]
    #expect(Drafter(known: []).draft([try Statements.document(lines)]).intents.count == 1)
  }

  @Test("in a call what somebody answers is not open, and what is asked about the call itself says nothing")
  func questions() throws {
    let draft = Drafter(known: []).draft([
      try Statements.talk([
        "Ann: OK, can everybody hear me?", "Tom: Yes, loud and clear.", "Ann: How long does the export take you today?",
        "Lena: About forty minutes every morning.", "Lena: Please add an export of all orders as one file.",
        "Ann: Does the tax rule hold for amendments as well?", "Lena: I'd have to ask our auditors.",
        "Tom: Lunch anyone?",
      ])
    ])
    let intent = try #require(draft.intents.first)
    #expect(intent.questions.map(\.text) == ["Does the tax rule hold for amendments as well?"])
    #expect(intent.rationale.contains { $0.text.hasPrefix("How long") })
    #expect(draft.unassigned.contains { $0.text == "Lunch anyone?" })
  }

  @Test("a voice that only says that it is the same raises the voices of what it answers")
  func seconded() throws {
    let draft = Drafter(known: []).draft([
      try Statements.talk([
        "Joana: The tablet logged me out again in the middle of the rush.", "Rui: same here at the Alfama shop",
        "Eva: +1", "Joana: Please add a PIN with four digits.", "Rui: ok",
      ])
    ])
    let intent = try #require(draft.intents.first)
    #expect(intent.problem.map(\.speaker) == ["Joana", "Rui", "Eva"])
  }

  @Test("in long talk what is clearly decided or in the way goes to the intent beside it")
  func leftovers() throws {
    var lines = (0..<14).map { "Ann: We looked at the numbers of week \($0) together and they were as before." }
    lines += [
      "Lena: Please add an approval button to the order mail.", "Ann: Decision: the mobile page comes first.",
      "Lena: Constraint: two people approve anything above 5,000 euros.",
    ]
    lines += (0..<14).map { "Tom: The numbers of week \($0) were discussed by all of us as well." }
    let draft = Drafter(known: []).draft([try Statements.talk(lines)])
    let intent = try #require(draft.intents.first { !$0.stories.isEmpty })
    #expect(intent.decisions.map(\.text) == ["Decision: the mobile page comes first."])
    #expect(intent.constraints.count == 1)
  }

  @Test(
    "what a survey asks for tells what its answers are",
    arguments: [
      ("Was wünschen Sie sich?", Label.request), ("What annoys you most?", .problem), ("Souhaits ?", .request),
    ])
  func survey(question: String, label: Label) throws {
    #expect(SurveyQuestion.isOne(question)?.label == label)
    #expect(SurveyQuestion.isNoAnswer("k.A.") && SurveyQuestion.isNoAnswer("-") && !SurveyQuestion.isNoAnswer("Map"))
    var source = try Statements.source(["Offline-Modus"], isTable: true)
    source.statements[0].answer(label)
    let stories = Drafter(known: []).draft([source]).intents.flatMap(\.stories).map(\.title)
    #expect(label == .problem || stories == ["Offline-Modus"])
  }

  @Test(
    "what a voice of a survey asks to stay as it is becomes a constraint, and no goal and no story",
    arguments: [
      "Also, please don't change the print view", "Keep the keyboard shortcuts as they are",
      "Please keep the calendar as it is, it is perfect", "Leave the export alone and the menu unchanged",
      "Bitte die Druckansicht nicht ändern", "Lassen Sie die Tastenkürzel, wie sie sind",
      "Die Suche soll so bleiben, wie sie ist",
    ])
  func stays(text: String) throws {
    for asked in [false, true] {
      var source = try Statements.source(
        ["Please let me export the report as PDF", "Export of the report to PDF would be great", text], isTable: true)
      if asked { for index in source.statements.indices { source.statements[index].answer(.request) } }
      let intents = Drafter(known: []).draft([source]).intents
      let kept = try #require(intents.first { $0.constraints.map(\.text) == [text] })
      #expect(kept.goals.isEmpty && kept.stories.isEmpty && kept.missing.isEmpty)
      #expect(!intents.flatMap { $0.goals.map(\.text) + $0.stories.map(\.title) }.contains(text))
    }
  }

  @Test(
    "what only tells of something that stays is no constraint",
    arguments: [
      "The colours don't change when I pick another theme", "Ich kann mein Passwort nicht ändern",
      "I keep losing my work when the page reloads", "Bitte helfen Sie mir, ich kann die Sprache nicht ändern",
    ])
  func changes(text: String) throws {
    var source = try Statements.source([text], isTable: true)
    source.statements[0].answer(.request)
    #expect(Drafter(known: []).draft([source]).intents.flatMap(\.constraints).isEmpty)
  }
}
