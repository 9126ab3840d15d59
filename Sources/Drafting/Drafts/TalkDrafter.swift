import PlanModel

/// Drafts from what people said to each other, or each for themselves: topics first, then by what each statement does.
///
/// A draft that a person would throw away costs more than a statement that is listed as lost: an intent needs somebody who
/// clearly has a problem or wants something, and a story somebody who clearly wants it.
struct TalkDrafter {
  /// How probable its label has to be for a statement that stands alone to become a topic.
  private static let leastAlone: Float = 0.5
  /// How probable a label has to be to be acted upon, and no less than that the statement only tells something.
  private static let leastClear: Float = 0.35
  /// Of more statements than these only what stands near a call is taken.
  private static let longStretch = 30
  /// Labels that call for something, and find a place in a plan with what stands beside them.
  private static let calling: Set<Label> = [
    .problem, .request, .constraint, .decision, .workaround, .action, .question,
  ]

  /// As many statements as are compared to find what most of them say.
  private static let mostCentral = 500
  /// The bytes of statements that one intent takes, so that a reader of its file sees its end, and the program reads it.
  private static let mostWords = 200_000
  /// What a quotation takes beside its words.
  private static let quotationMarks = 40

  private var stretches: [Stretch] = []
  private var draft = PlanDraft()

  /// Intents, one a topic, and what found no place.
  static func draft(_ sources: [DraftingSource]) -> PlanDraft {
    var drafter = TalkDrafter()
    for source in sources {
      let source = SurveyQuestion.settled(Sections.labelled(source))
      for stretch in Stretch.stretches(of: source) { drafter.add(stretch) }
      drafter.draft.unassigned += source.statements.filter { $0.isHeading == true }
    }
    let topics = Topics(of: drafter.stretches.map { Array($0.words.utf8) })
    for group in topics.groups {
      let stretches = group.map { drafter.stretches[$0] }
      // Of very many voices, one that is like none of those that were compared is no topic.
      if !topics.alone.contains(group[0]), isWorthIntent(stretches) {
        let intent = drafter.intent(drafter.shortened(stretches))
        drafter.draft.intents.append(intent)
      } else {
        drafter.draft.unassigned += stretches.flatMap(\.statements)
      }
    }
    drafter.draft.sampling = topics.sampling
    drafter.placeLeftovers(of: sources)
    drafter.setHeadingsAside()
    return drafter.draft
  }

  /// As many stretches as one file can hold; what is left over finds no place.
  private mutating func shortened(_ stretches: [Stretch]) -> [Stretch] {
    var size = 0
    var kept = 0
    for stretch in stretches {
      size += stretch.statements.reduce(0) { $0 + $1.text.utf8.count + $1.speaker.utf8.count + Self.quotationMarks }
      if size > Self.mostWords, kept > 0 { break }
      kept += 1
    }
    let rest = stretches.dropFirst(kept).flatMap(\.statements)
    draft.unassigned += rest
    draft.leftOver += rest.count
    return Array(stretches.prefix(kept))
  }

  private mutating func add(_ stretch: Stretch) {
    var stretch = stretch
    // A voice of a table may say what others say without asking for it; in talk that is an aside.
    if stretch.isLoose {
      draft.unassigned += stretch.statements
    } else if stretch.shape != .talk || stretch.statements.contains(where: Self.calls) {
      stretch.statements = nearCalls(stretch)
      stretches.append(stretch)
    } else {
      draft.unassigned += stretch.statements
    }
  }

  /// Whether somebody clearly has a problem or wants something. Who writes a ticket does; under a title others may also
  /// just ask.
  private static func isWorthIntent(_ stretches: [Stretch]) -> Bool {
    if stretches.contains(where: { $0.shape == .ticket }) { return true }
    let isTable = stretches.contains { $0.shape == .table }
    let isTitled = stretches.contains { $0.title != nil || $0.isWhole }
    let wanting = stretches.flatMap(\.statements).filter { said in
      guard let label = label(of: said), said.saysEnough else { return false }
      if label == .question, isTable { return said.classification.probability(of: label) >= leastAlone }
      // What is to stay as it is is worth knowing by itself, and asks for nothing.
      if label == .constraint, isTable, SurveyQuestion.label(ofAnswer: said.text) == label { return true }
      return label == .problem || label == .request || isTitled && calling.contains(label)
    }
    if stretches.count > 1 || isTitled { return !wanting.isEmpty }
    return wanting.contains { said in
      label(of: said).map { said.classification.probability(of: $0) >= leastAlone } ?? false
    }
  }

  /// What a statement does, where it is clear enough to act upon; who asks with a question mark asks.
  private static func label(of said: Said) -> Label? {
    guard let label = said.label, label != .question, !said.isCode else { return said.isCode ? nil : said.label }
    let probability = said.classification.probability(of: label)
    return probability >= leastClear && probability >= said.classification.probability(of: .context) ? label : nil
  }

  private static func calls(_ said: Said) -> Bool { label(of: said).map(calling.contains) ?? false }

  /// What calls for something, with what is said right before and behind it; of long talk the rest finds no place.
  private mutating func nearCalls(_ stretch: Stretch) -> [Said] {
    let statements = stretch.statements
    guard statements.count > Self.longStretch else { return statements }
    var near: [Said] = []
    for (index, said) in statements.enumerated() {
      let around = statements[max(0, index - 1)...min(statements.count - 1, index + 1)]
      if around.contains(where: Self.calls) { near.append(said) } else { draft.unassigned.append(said) }
    }
    return near
  }

  /// What found no topic of its own goes to the intent of its conversation.
  private mutating func placeLeftovers(of sources: [DraftingSource]) {
    let talk = Set(sources.filter { $0.shape != .table }.flatMap { $0.statements.prefix(1) }.map(\.citation.source))
    let leftovers = Leftovers(draft.intents, talk: talk)
    var unassigned: [Said] = []
    for said in draft.unassigned {
      let label = Self.label(of: said)
      guard let place = leftovers.intent(for: said, label), draft.intents[place].take(said, as: label) else {
        unassigned.append(said)
        continue
      }
      if label == .request, said.saysEnough, said.seconds == nil {
        draft.intents[place].stories += Self.stories(asked: [said], hurting: [])
      }
    }
    draft.unassigned = unassigned
  }

  /// The headings of a source that something was drafted from say nothing themselves.
  private mutating func setHeadingsAside() {
    let drafted = Set(draft.intents.flatMap(\.statements).map(\.citation.source))
    let isSettled = { (said: Said) in said.isHeading == true && drafted.contains(said.citation.source) }
    draft.headings += draft.unassigned.filter(isSettled)
    draft.unassigned.removeAll(where: isSettled)
  }

  // MARK: one topic

  private mutating func intent(_ stretches: [Stretch]) -> DraftedIntent {
    let all = stretches.flatMap(\.statements)
    let asked = all.filter { Self.label(of: $0) == .request && $0.saysEnough && !$0.isCode && $0.seconds == nil }
    let hurting = all.filter { (Self.label(of: $0) == .problem || $0.seconds == .problem) && !$0.isCode }
    let title = stretches.count == 1 ? stretches[0].title : nil
    var intent = DraftedIntent(title: title ?? DraftTitle.of(Self.leading(all, asked, hurting)?.text ?? ""))
    let isTable = stretches.contains { $0.shape == .table }
    // One matter is talked of from its beginning to its end: what a statement only seems to do has its place then too.
    let isOneMatter = stretches.count == 1 && (title != nil || stretches[0].isWhole)
    for said in all {
      let label = isOneMatter ? said.label : Self.label(of: said)
      // Who asks a survey or a help desk how to do something cannot do it.
      let meant = isTable && label == .question ? .problem : label
      if !intent.take(said, as: meant) { draft.unassigned.append(said) }
    }
    intent.stories = Self.stories(asked: asked, hurting: hurting.isEmpty && isTable ? intent.problem : hurting)
    if intent.stories.isEmpty, stretches.contains(where: { $0.shape == .ticket }), let titled = Self.titled(title, all)
    {
      var story = DraftedStory(title: intent.title)
      story.quotations = [titled]
      intent.stories = [story]
    }
    return intent
  }

  /// The statement that a ticket has its title from.
  private static func titled(_ title: String?, _ all: [Said]) -> Said? {
    all.first { !$0.isCode && DraftTitle.of($0.text) == title && StoryWords.areEnough(in: $0.text) }
  }

  /// One story for what is asked in the same words; where nothing is asked, one for what hurts.
  private static func stories(asked: [Said], hurting: [Said]) -> [DraftedStory] {
    guard !asked.isEmpty else {
      guard let first = clearest(hurting, .problem) else { return [] }
      var story = DraftedStory(title: DraftTitle.of(first.text))
      story.quotations = hurting
      return [story]
    }
    let groups = Topics(of: asked.map { Array($0.text.utf8) }).groups
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
    // What a note taker writes above a conversation is nobody's wish.
    let named = all.filter { !$0.speaker.isEmpty }
    let all = named.isEmpty ? all : named
    let calling = all.filter { calls($0) && $0.saysEnough && !$0.isCode }
    if calling.count > 4, asked.count * 4 < calling.count, hurting.count * 4 < calling.count {
      // Of very many, some from everywhere.
      let count = min(calling.count, Self.mostCentral)
      let some = (0..<count).map { calling[$0 * calling.count / count] }
      let index = SimilarityIndex(some.map { Array($0.text.utf8) })
      return index.mostCentral.map { some[$0] }
    }
    return clearest(asked, .request) ?? clearest(hurting, .problem) ?? calling.first
      ?? all.first { !$0.isCode }
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
