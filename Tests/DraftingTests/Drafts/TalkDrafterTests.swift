import Drafting
import PlanModel
import Testing

@Suite("Drafting from talk") struct TalkDrafterTests {
  private static let reviews = [
    "The app crashes whenever I open the camera.", "Please add a dark mode for reading at night.",
    "It crashes each time I start the camera.", "Would love a dark mode, reading at night hurts my eyes.",
    "Camera crash on startup again.", "I have used it for two years.",
  ]

  @Test("voices that say the same are one topic, each with the words of all")
  func topics() throws {
    let draft = Drafter(known: []).draft([try Statements.source(Self.reviews, isTable: true)])
    #expect(draft.intents.count == 2)
    #expect(draft.intents[0].statements.contains { $0.text == Self.reviews[4] })
    #expect(draft.intents[0].problem.count >= 2)
    #expect(draft.intents[1].goals.map(\.text).contains(Self.reviews[1]))
    #expect(draft.unassigned.map(\.text) == [Self.reviews[5]])
  }

  @Test("a short mail is one intent, named by its subject")
  func mail() throws {
    let texts = ["We cannot find the invoice of March.", "Please add a search by month to the invoice list."]
    let draft = Drafter(known: []).draft([try Statements.source(texts, title: "Re: AW: Invoices")])
    let intent = try #require(draft.intents.first)
    #expect(draft.intents.count == 1 && intent.title == "Invoices")
    #expect(intent.stories.map(\.title) == ["Add a search by month to the invoice list"])
    #expect(intent.stories.first?.missing == [.actor, .criteria])
  }

  @Test("what the team notes for itself is background, and no customer's wish")
  func internalNotes() throws {
    let texts = ["We cannot find the invoice of March.", "Please add a search by month to the invoice list."]
    var source = try Statements.source(texts, title: "Invoices", isTicket: true)
    source.statements[1].keepInternal()
    let intent = try #require(Drafter(known: []).draft([source]).intents.first)
    #expect(intent.problem.map(\.text) == [texts[0]] && intent.goals.isEmpty)
    #expect(intent.rationale.map(\.isInternal) == [true])
    #expect(!intent.stories.flatMap(\.statements).contains { $0.text == texts[1] })
  }

  @Test("every statement is placed, or found no place, and is said once in the intent's own parts")
  func nothingLost() throws {
    let source = try Statements.source(Self.reviews, isTable: true)
    let draft = Drafter(known: []).draft([source])
    let placed = Set(draft.intents.flatMap(\.statements).map(\.citation)).union(draft.unassigned.map(\.citation))
    #expect(placed == Set(source.statements.map(\.citation)))
  }

  @Test("nothing is said that is no statement: titles are the first words of one")
  func nothingInvented() throws {
    let draft = Drafter(known: []).draft([try Statements.source(Self.reviews, isTable: true)])
    for title in draft.intents.map(\.title) + draft.intents.flatMap(\.stories).map(\.title) {
      let words = title.lowercased().split(separator: "…")[0]
      #expect(Self.reviews.contains { $0.lowercased().contains(words) }, "\(title)")
    }
  }

  @Test("what looks like an intent that there is goes there")
  func known() throws {
    let id = try #require(ID<Intent>("in-k3f9ab2x"))
    let known = KnownIntent(id: id, words: "The camera crashes. It crashes each time I open the camera in the app.")
    let draft = Drafter(known: [known]).draft([try Statements.source(Self.reviews, isTable: true)])
    #expect(draft.intents.map { $0.known?.id } == [id, nil])
  }

  @Test("the same statements give the same draft")
  func deterministic() throws {
    let source = try Statements.source(Self.reviews, isTable: true)
    let drafts = (0..<3).map { _ in Drafter(known: []).draft([source]).intents.map { "\($0)" } }
    #expect(drafts[0] == drafts[1] && drafts[1] == drafts[2])
  }

  @Test("long titles end between words")
  func titles() throws {
    let text = "Please add " + String(repeating: "another very long option ", count: 20)
    let draft = Drafter(known: []).draft([try Statements.source([text], title: text)])
    let title = try #require(draft.intents.first?.title)
    #expect(title.count <= 73 && title.hasSuffix("…") && text.lowercased().contains(title.dropLast().lowercased()))
  }

  @Test("a ticket is an intent by its title, however it is worded")
  func ticket() throws {
    let texts = ["Export of large lists", "The list has 20,000 rows since March."]
    let draft = Drafter(known: []).draft([try Statements.source(texts, title: texts[0], isTicket: true)])
    #expect(draft.intents.map(\.title) == [texts[0]])
    #expect(draft.intents.first?.stories.first?.quotations.map(\.text) == [texts[0]])
  }

  @Test("what support asks of a customer and is told is no open question of a ticket; what the customer asks is one")
  func asking() throws {
    var texts = [
      "Cannot change the address", "I cannot change the delivery address any more.",
      "Could you tell me the order number?", "It's 4711-B.", "Can I change it until the parcel is packed?",
      "We have told the warehouse.",
    ]
    func questions(agents: Set<Int>) throws -> [String] {
      var source = try Statements.source(texts, title: texts[0], isTicket: true)
      for place in source.statements.indices {
        source.statements[place].speaker = agents.contains(place) || place == 2 ? "Ana" : "Ravi"
        source.statements[place].isAgents = agents.contains(place)
      }
      return Drafter(known: []).draft([source]).intents.flatMap(\.questions).map(\.text)
    }
    #expect(try questions(agents: []) == [texts[2], texts[4]])
    #expect(try questions(agents: [2, 5]) == [texts[4]])
    // A note that support keeps for itself stands between the question and its answer.
    texts.insert("He has asked that before.", at: 3)
    #expect(try questions(agents: [2, 3, 6]) == [texts[5]])
  }

  @Test("a conversation in which nobody asks or complains is no intent, and is all listed")
  func smallTalk() throws {
    let texts = ["Yep, coming through fine.", "Great.", "We met in Berlin last year.", "Nice city."]
    let source = try Statements.source(texts)
    let draft = Drafter(known: []).draft([source])
    #expect(draft.intents.isEmpty)
    #expect(draft.unassigned.map(\.citation) == source.statements.map(\.citation))
  }

  @Test("who wants the something, or a number of things, is heard; a note taker's line above is no title")
  func wants() throws {
    var wish = try Statements.source([
      "Hi, how can I help?", "Hi, I want the weekly mail on Mondays instead of Sundays.",
    ])
    wish.isTitledByOpening = true
    #expect(Drafter(known: []).draft([wish]).intents.map(\.title) == ["The weekly mail on Mondays instead of Sundays"])
    var call = try Statements.source([
      "- Sam to send a quote by Friday, please.", "We can't approve trips in bulk, it takes the whole afternoon.",
    ])
    call.statements[1].speaker = "Speaker 2"
    call.isTitledByOpening = true
    let title = try #require(Drafter(known: []).draft([call]).intents.first?.title)
    #expect(title.hasPrefix("We can't approve trips in bulk"))
  }

  @Test(
    "a title begins behind the name of who speaks and what kind of line it is",
    arguments: [
      ("Myles: Please add a search by month", "Add a search by month"),
      ("- Sort the list by name", "Sort the list by name"), ("Goal: make the list sortable", "Make the list sortable"),
      ("Export: no", "Export: no"), ("Two words: and the rest of it", "Two words: and the rest of it"),
    ])
  func labels(text: String, title: String) throws {
    let draft = Drafter(known: []).draft([try Statements.source([text], title: text, isTicket: true)])
    #expect(draft.intents.map(\.title) == [title])
  }
}
