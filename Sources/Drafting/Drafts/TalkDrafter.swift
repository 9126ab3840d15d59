import PlanModel

/// Drafts from what people said to each other, or each for themselves: topics first, then by what each statement does.
struct TalkDrafter {
  /// A conversation of so few turns is about one thing.
  private static let shortTalk = 12
  /// How probable its label has to be for a statement that stands alone to become a topic.
  private static let leastAlone: Float = 0.5
  /// Labels that make a stretch of talk worth a plan.
  private static let calling: Set<Label> = [
    .problem, .request, .constraint, .decision, .workaround, .action, .question,
  ]

  /// A stretch of talk: a turn, or a short conversation.
  private struct Stretch {
    var statements: [Said]
    /// Each of its voices speaks for itself.
    var isOfTable = false
    var title: String?
    /// Its words with those around it.
    var words: String
  }

  private var stretches: [Stretch] = []
  private var unassigned: [Said] = []

  /// Intents, one a topic, and what found no place.
  static func draft(_ sources: [DraftingSource]) -> (intents: [DraftedIntent], unassigned: [Said]) {
    var drafter = TalkDrafter()
    for source in sources { drafter.add(source) }
    let index = SimilarityIndex(drafter.stretches.map { Array($0.words.utf8) })
    var intents: [DraftedIntent] = []
    for group in Topics(index).groups {
      let stretches = group.map { drafter.stretches[$0] }
      if isWorthIntent(stretches) {
        intents.append(drafter.intent(stretches))
      } else {
        drafter.unassigned += stretches.flatMap(\.statements)
      }
    }
    return (intents, drafter.unassigned)
  }

  private mutating func add(_ source: DraftingSource) {
    let turns = Self.turns(source.statements)
    if !source.isTable, turns.count <= Self.shortTalk {
      let words = source.statements.map(\.text).joined(separator: " ")
      let near = nearCalls(source.statements)
      add(Stretch(statements: near, title: DraftTitle.subject(source.title), words: words))
      return
    }
    for (place, turn) in turns.enumerated() {
      let around = source.isTable ? [turn] : Array(turns[max(0, place - 2)...min(turns.count - 1, place + 2)])
      let words = around.joined().map(\.text).joined(separator: " ")
      add(Stretch(statements: nearCalls(turn), isOfTable: source.isTable, words: words))
    }
  }

  private mutating func add(_ stretch: Stretch) {
    // A voice of a table may say what others say without asking for it; in talk that is an aside.
    if stretch.isOfTable || stretch.statements.contains(where: Self.calls) {
      stretches.append(stretch)
    } else {
      unassigned += stretch.statements
    }
  }

  /// Whether somebody calls for something: of many voices, or one that leaves little doubt.
  private static func isWorthIntent(_ stretches: [Stretch]) -> Bool {
    let calling = stretches.flatMap(\.statements).filter(calls)
    if stretches.count > 1 || stretches.contains(where: { $0.title != nil }) { return !calling.isEmpty }
    return calling.contains { said in
      said.label.map { said.classification.probability(of: $0) >= leastAlone && StoryWords.areEnough(in: said.text) }
        ?? false
    }
  }

  private static func calls(_ said: Said) -> Bool { said.label.map(calling.contains) ?? false }

  /// What calls for something, with what is said right before and behind it; of long talk the rest finds no place.
  private mutating func nearCalls(_ statements: [Said]) -> [Said] {
    guard statements.count > Self.shortTalk else { return statements }
    var near: [Said] = []
    for (index, said) in statements.enumerated() {
      let around = statements[max(0, index - 1)...min(statements.count - 1, index + 1)]
      if around.contains(where: Self.calls) { near.append(said) } else { unassigned.append(said) }
    }
    return near
  }

  private static func turns(_ statements: [Said]) -> [[Said]] {
    var turns: [[Said]] = []
    for said in statements {
      if let last = turns.last?.last, last.turn == said.turn {
        turns[turns.count - 1].append(said)
      } else {
        turns.append([said])
      }
    }
    return turns
  }

  // MARK: one topic

  private mutating func intent(_ stretches: [Stretch]) -> DraftedIntent {
    let all = stretches.flatMap(\.statements)
    let asked = all.filter { $0.label == .request && StoryWords.areEnough(in: $0.text) }
    let hurting = all.filter { $0.label == .problem }
    let title = stretches.count == 1 ? stretches[0].title : nil
    var intent = DraftedIntent(title: title ?? DraftTitle.of(Self.leading(all, asked, hurting)?.text ?? ""))
    let isOfTable = stretches.contains { $0.isOfTable }
    for said in all {
      switch said.label {
      case .problem, .workaround: intent.problem.append(said)
      case .request:
        if StoryWords.areEnough(in: said.text) { intent.goals.append(said) } else { intent.rationale.append(said) }
      case .constraint: intent.constraints.append(said)
      // Who asks a survey or a help desk how to do something cannot do it.
      case .question: if isOfTable { intent.problem.append(said) } else { intent.questions.append(said) }
      case .chatter: unassigned.append(said)
      case .decision, .action, .praise, .context, nil: intent.rationale.append(said)
      }
    }
    intent.stories = Self.stories(asked: asked, hurting: hurting.isEmpty && isOfTable ? intent.problem : hurting)
    return intent
  }

  /// One story for what is asked in the same words; where nothing is asked, one for what hurts.
  private static func stories(asked: [Said], hurting: [Said]) -> [DraftedStory] {
    guard !asked.isEmpty else {
      guard let first = clearest(hurting, .problem) else { return [] }
      var story = DraftedStory(title: DraftTitle.of(first.text))
      story.quotations = hurting
      return [story]
    }
    let groups = Topics(SimilarityIndex(asked.map { Array($0.text.utf8) })).groups
    return groups.map { group in
      let said = group.map { asked[$0] }
      let first = clearest(said, .request) ?? said[0]
      var story = DraftedStory(title: DraftTitle.of(first.text))
      if StoryForm.isUserStory(first.text) { story.narrative = first }
      story.quotations = said.filter { $0.citation != story.narrative?.citation }
      return story
    }
  }

  /// The statement that a topic is named by: of many voices what most of them say, else the clearest request or problem.
  private static func leading(_ all: [Said], _ asked: [Said], _ hurting: [Said]) -> Said? {
    let calling = all.filter(calls)
    if calling.count > 4, asked.count * 4 < calling.count, hurting.count * 4 < calling.count {
      let index = SimilarityIndex(calling.map { Array($0.text.utf8) })
      return index.mostCentral.map { calling[$0] }
    }
    return clearest(asked, .request) ?? clearest(hurting, .problem) ?? all.first
  }

  /// The statement that is most probably what it is called; of several the first.
  private static func clearest(_ statements: [Said], _ label: Label) -> Said? {
    var best: Said?
    for said in statements {
      let probability = said.classification.probability(of: label)
      if probability > best?.classification.probability(of: label) ?? -1 { best = said }
    }
    return best
  }
}

/// Whether a statement says by itself what it is about.
enum StoryWords {
  /// "Could you please look into this?" asks for nothing that could be built.
  static func areEnough(in text: String) -> Bool {
    let words = Words(Array(text.utf8))
    return words.all.count { $0.isWord && !StopWords.contains($0) } >= 3
  }
}
