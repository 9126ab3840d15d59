import PlanModel

/// Carries a brief over as it stands: its headings say which part of the plan each statement belongs to.
struct BriefDrafter {
  private var intent: DraftedIntent
  private var headings: [Said] = []
  private var part: BriefPart?
  /// Who wrote the last heading, and so what stands below it.
  private var author: String?
  /// The heading below which a story of its own begins, until it has begun.
  private var topic: String?
  /// Whether the last criterion is a scenario that goes on.
  private var scenario: StoryForm.Step?

  /// Nil when the source has no two headings of a brief; of the form that a tracker asks to be filled in, one is enough.
  static func draft(_ source: DraftingSource) -> (intent: DraftedIntent, headings: [Said])? {
    let known = source.statements.count { part($0) != nil }
    let hasStories = source.statements.contains { StoryForm.isUserStory($0.text) }
    guard source.shape != .table, known >= 2 || known >= 1 && (hasStories || source.shape == .ticket)
    else { return nil }
    var drafter = BriefDrafter(intent: DraftedIntent(title: DraftTitle.of(source.title)))
    for (index, said) in source.statements.enumerated() {
      let next = index + 1 < source.statements.count ? source.statements[index + 1] : nil
      drafter.add(said, before: next)
    }
    drafter.nameIntent()
    return (drafter.intent, drafter.headings)
  }

  /// The part that a statement begins: as a heading, or as words with a colon behind them.
  private static func part(_ said: Said) -> BriefPart? {
    said.isHeading ?? true || said.text.hasSuffix(":") ? BriefPart(heading: said.text) : nil
  }

  /// A brief that begins with a part has no title of its own.
  private mutating func nameIntent() {
    guard BriefPart(heading: intent.title) != nil else { return }
    let words = intent.goals.first?.text ?? intent.stories.first?.title ?? intent.problem.first?.text
    if let words { intent.title = DraftTitle.of(words) }
  }

  private init(intent: DraftedIntent) { self.intent = intent }

  private mutating func add(_ said: Said, before next: Said?) {
    if let part = Self.part(said) {
      self.part = part
      scenario = nil
      if part != .criteria { topic = nil }
      headings.append(said)
      author = said.speaker
    } else if DraftTitle.of(said.text) == intent.title, headings.isEmpty {
      headings.append(said)
    } else if let author, said.speaker != author, !StoryForm.isUserStory(said.text) {
      placeRemark(said)
    } else if said.isHeading ?? isTopic(said, before: next) {
      topic = said.text
      scenario = nil
      headings.append(said)
      if ![.requirements, .stories, .criteria].contains(part) { part = startsPart(next) }
    } else {
      place(said)
    }
  }

  /// A short line of its own that more follows: the name of a feature.
  private func isTopic(_ said: Said, before next: Said?) -> Bool {
    guard [.requirements, .stories, .criteria].contains(part), let next, next.turn != said.turn || topic != said.text
    else { return false }
    return BriefPart.looksLikeHeading(said.text) && !StoryForm.isUserStory(said.text)
      && StoryForm.step(said.text) == nil
      && next.text.utf8.count > said.text.utf8.count && !BriefPart.looksLikeHeading(next.text)
  }

  /// What a heading that is no part's begins: stories where one follows, else more of the same.
  private func startsPart(_ next: Said?) -> BriefPart? {
    next.map { StoryForm.isUserStory($0.text) } ?? false ? .stories : part
  }

  private mutating func place(_ said: Said) {
    if StoryForm.isUserStory(said.text) {
      var story = DraftedStory(title: DraftTitle.of(said.text))
      story.narrative = said
      intent.stories.append(story)
      if ![.stories, .requirements].contains(part) { part = .stories }
      topic = nil
      return
    }
    if let step = StoryForm.step(said.text), scenario != nil || step == .scenario || step == .given {
      return addStep(said, step)
    }
    scenario = nil
    switch part {
    case .problem: intent.problem.append(said)
    case .outcome: intent.outcome.append(said)
    case .goals: intent.goals.append(said)
    case .constraints: intent.constraints.append(said)
    case .outOfScope: intent.outOfScope.append(said)
    case .questions: intent.questions.append(said)
    case .rationale: intent.rationale.append(said)
    case nil: placeRemark(said)
    case .requirements, .stories, .criteria:
      addCriterion(DraftedCriterion(title: DraftTitle.of(said.text), statements: [said]))
    }
  }

  /// What stands before the first part, and what somebody else says to the brief: by what it does.
  private mutating func placeRemark(_ said: Said) {
    switch said.label {
    case .problem, .workaround: intent.problem.append(said)
    case .request: intent.goals.append(said)
    case .constraint: intent.constraints.append(said)
    case .question: intent.questions.append(said)
    default: intent.rationale.append(said)
    }
  }

  private mutating func addStep(_ said: Said, _ step: StoryForm.Step) {
    defer { scenario = step }
    let begins = scenario == nil || step == .scenario || step == .given && scenario != .scenario
    if begins {
      addCriterion(DraftedCriterion(title: DraftTitle.of(said.text), statements: [said]))
    } else if let story = intent.stories.indices.last, let last = intent.stories[story].criteria.indices.last {
      intent.stories[story].criteria[last].statements.append(said)
    }
  }

  /// To the story of this heading, or the last one, or one for the whole brief.
  private mutating func addCriterion(_ criterion: DraftedCriterion) {
    if let topic {
      intent.stories.append(DraftedStory(title: DraftTitle.of(topic)))
      self.topic = nil
    } else if intent.stories.isEmpty {
      intent.stories.append(DraftedStory(title: intent.title))
    }
    intent.stories[intent.stories.count - 1].criteria.append(criterion)
  }
}
