import Drafting
import PlanModel
import Testing

@Suite("What statements do") struct ClassifierTests {
  private func labels(_ texts: [String], thread: String? = nil) -> [Label?] {
    var classifier = Classifier()
    return classifier.classify(texts.map { Utterance($0, thread: thread) }).map(\.label)
  }

  @Test(
    "what nobody would doubt is called what it is",
    arguments: [
      ("The app crashes every time I open the camera", Label.problem),
      ("Please add an option to export my invoices as PDF", .request),
      ("As a nurse, I want to see allergies first, so that I can act in time.", .request),
      ("The system must respond within 2 seconds for 95% of all searches.", .constraint),
      ("How do I change my password?", .question),
      ("We decided to go with the second supplier.", .decision),
      ("I will send you the minutes by Friday", .action),
      ("For now I export everything to CSV and sort it by hand as a workaround.", .workaround),
      ("Love this app, it is awesome!", .praise),
      ("Thanks, have a nice day", .chatter),
      ("Add pagination to user list endpoint", .request),
      ("We need rate limiting on the reset endpoint", .request),
      ("An option to export the table as CSV would help our accountants", .request),
      ("This causes performance issues when the table has more than a million rows", .problem),
      ("We can't use Stripe because of the works council.", .constraint),
      ("AI: Tim to check with legal", .action),
      ("Agreed to ship on Friday without the map", .decision),
      ("Agreed.", .chatter),
      ("La aplicación no guarda los cambios", .problem),
      ("Beschluss: Teilmengen werden ab April erfasst.", .decision),
      ("Décision : le seuil reste à 50 €.", .decision),
      ("**Action:** Kasia to get an offer", .action),
      ("Offen: Wer darf ihn ändern?", .question),
      ("Wer darf den Bestand ändern?", .question),
      ("Der Bestand muss je Standort gepflegt werden können.", .request),
      ("Die Daten dürfen nicht in die Cloud.", .constraint),
      ("Könnten Sie bitte prüfen, ob man den Zeitraum einschränken kann?", .request),
      ("L'export ne fonctionne plus depuis vendredi.", .problem),
      ("J’aimerais pouvoir trier la liste.", .request),
      ("Nos gustaría exportar la lista.", .request),
      ("I can't figure out how to mute comment mails.", .problem),
      ("We don’t know how to get the invoices of last year out of it", .problem),
      ("I can't figure out how to mute comment mails, how do I do it?", .question),
      ("I would like it to be possible that owners choose.", .request),
      ("We need it to say \"hello\" for our Danish office.", .request),
      ("I need it to remember my last choice.", .request),
      ("I'd love to just see the remaining capacity next to each truck.", .request),
    ])
  func clear(text: String, label: Label) {
    #expect(labels([text]) == [label])
  }

  @Test(
    "what only stands beside a matter is called nothing that calls for something",
    arguments: [
      "https://github.com/acme/app/issues/42", "Sarah Connor", "see https://docs.acme.io/setup", "@bob",
      "const a = await load();", "## Steps to reproduce", "Customer: Acme Corp",
    ])
  func beside(text: String) {
    let label = labels([text])[0]
    #expect(label == nil || label == .context || label == .chatter)
  }

  @Test("a label is not given where context is much more probable")
  func wellUnderContext() throws {
    var weights = LabelWeights(bits: 4)
    for index in weights.perLabel.indices { weights.perLabel[index].threshold = 0.2 }
    var probabilities = [Float](repeating: 0, count: Label.allCases.count)
    let context = try #require(Label.allCases.firstIndex(of: .context))
    let problem = try #require(Label.allCases.firstIndex(of: .problem))
    probabilities[problem] = 0.3
    probabilities[context] = 0.44
    #expect(weights.label(probabilities) == .problem)
    probabilities[context] = 0.46
    #expect(weights.label(probabilities) == .context)
  }

  @Test("probabilities lie between 0 and 1, one for each label")
  func probabilities() {
    var classifier = Classifier()
    let found = classifier.classify([Utterance("Where is the settings page?"), Utterance("")])
    #expect(found.allSatisfy { $0.probabilities.count == Label.allCases.count })
    #expect(found.allSatisfy { $0.probabilities.allSatisfy { (0...1).contains($0) } })
    #expect(found[0].probability(of: .question) > 0.8)
  }

  @Test("the same words are called the same, whatever was classified before")
  func deterministic() {
    var classifier = Classifier()
    let text = Utterance("It would be great if reports could be scheduled.")
    let first = classifier.classify([text])[0].probabilities
    _ = classifier.classify([Utterance("ok"), Utterance("The login fails"), Utterance("ok")])
    #expect(classifier.classify([Utterance("ok"), text])[1].probabilities == first)
  }

  @Test("what stands around a statement counts within its thread, and not beyond")
  func neighbours() {
    var classifier = Classifier()
    let said = ["so who does the layout", "I'll do that until Tuesday", "okay good"]
    let inThread = classifier.classify(said.map { Utterance($0, thread: "m1") })[1].probabilities
    let alone = classifier.classify([Utterance(said[1])])[0].probabilities
    let apart = classifier.classify(said.enumerated().map { Utterance($1, thread: "m\($0)") })[1].probabilities
    #expect(inThread != alone)
    #expect(apart == alone)
  }

  @Test(
    "hostile text is classified like any other",
    arguments: [
      "\u{0}\u{1b}[2J", String(repeating: "a", count: 100_000), "''''''", "?", "\u{202e}??", "🙂🙂", "a\u{300}",
    ])
  func hostile(text: String) {
    #expect(labels([text]).count == 1)
  }

  @Test("what is not UTF-8 is classified too")
  func bytes() {
    var utterance = Utterance("")
    utterance.text = [0xff, 0xfe, 0x41, 0x80, 0x3f]
    var classifier = Classifier()
    #expect(classifier.classify([utterance]).count == 1)
  }
}
