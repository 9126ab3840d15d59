import PlanModel

/// Carries a brief over as it stands: its headings say which part of the plan each statement belongs to.
struct BriefDrafter {
  private var intent: DraftedIntent
  private var headings: [Said] = []
  private var part: BriefPart?
  /// How deep the heading of the part is, where its source says so.
  private var partLevel: Int?
  /// Whether nothing stands below the heading of the part yet.
  private var isPartEmpty = true
  /// How much the requirements of the part matter, where the heading says so.
  private var importance: Importance?
  /// Who wrote the last heading, and so what stands below it.
  private var author: String?
  /// In a ticket, the message that it stands in: what the same person writes later is another one.
  private var message: Int?
  private let isTicket: Bool
  /// The heading below which a story of its own begins, until it has begun.
  private var topic: (title: String, level: Int?)?
  /// Whether the last criterion is a scenario that goes on.
  private var scenario: StoryForm.Step?

  /// Nil when the source has no two headings of a brief; of the form that a tracker asks to be filled in, or where a
  /// heading can be nothing else, one is enough. Minutes have parts of their own.
  static func draft(_ source: DraftingSource) -> (intent: DraftedIntent, headings: [Said])? {
    let parts = source.statements.compactMap { said in part(said).map { (said, $0) } }
    let known = parts.count { ![.decisions, .actions, .formal].contains($0.1) }
    let isCertain = parts.contains { $0.0.isHeading == true && $0.1.isTelling }
    let hasStories = source.statements.contains { StoryForm.isUserStory($0.text) }
    guard source.shape != .table, known >= 2 || known >= 1 && (hasStories || source.shape == .ticket) || isCertain
    else { return nil }
    if source.shape == .talk, parts.count > known, parts.allSatisfy(\.1.isOfMinutes) { return nil }
    var drafter = BriefDrafter(
      intent: DraftedIntent(title: DraftTitle.of(source.title)), isTicket: source.shape == .ticket)
    for (index, said) in source.statements.enumerated() {
      let next = index + 1 < source.statements.count ? source.statements[index + 1] : nil
      drafter.add(said, before: next)
    }
    drafter.nameIntent()
    return (drafter.intent, drafter.headings)
  }

  /// The part that a statement begins: as a heading, or as words with a colon behind them.
  private static func part(_ said: Said) -> BriefPart? {
    if said.isHeading == true { return BriefPart(heading: said.text, isHeading: true) }
    if said.text.hasSuffix(":") { return BriefPart(heading: said.text) }
    guard said.isHeading == nil, BriefPart.looksLikeHeading(said.text) || said.text.hasSuffix("?"),
      let part = BriefPart(heading: said.text)
    else { return nil }
    return [.decisions, .actions, .formal].contains(part) ? nil : part
  }

  /// A brief that begins with a part has no title of its own.
  private mutating func nameIntent() {
    let old = intent.title
    guard old.isEmpty || BriefPart(heading: old, isHeading: true) != nil else { return }
    let words =
      intent.goals.first?.text ?? intent.stories.first { $0.title != old }?.title
      ?? intent.problem.first { !$0.isCode }?.text ?? intent.stories.first?.criteria.first?.title
    guard let words else { return }
    intent.title = DraftTitle.of(words)
    for place in intent.stories.indices where intent.stories[place].title == old {
      intent.stories[place].title = intent.title
    }
  }

  private init(intent: DraftedIntent, isTicket: Bool) {
    self.intent = intent
    self.isTicket = isTicket
  }

  private mutating func add(_ said: Said, before next: Said?) {
    if let part = Self.part(said) {
      begin(part, at: said)
    } else if DraftTitle.of(said.text) == intent.title, headings.isEmpty {
      headings.append(said)
    } else if isRemark(said), !StoryForm.isUserStory(said.text) {
      placeRemark(said)
    } else if said.isHeading ?? isTopic(said, before: next) {
      beginTopic(said, before: next)
    } else {
      if let part = openingPart(said.text) { self.part = part }
      isPartEmpty = false
      place(said)
    }
  }

  /// The part that a paragraph names in bold before its words: "**Screenshots** none".
  private func openingPart(_ text: String) -> BriefPart? {
    guard text.hasPrefix("**"), let end = text.dropFirst(2).firstIndex(of: "*") else { return nil }
    let part = BriefPart(heading: String(text[..<end].dropFirst(2)))
    return part?.importance == nil ? part : nil
  }

  private mutating func begin(_ part: BriefPart, at said: Said) {
    // Below a heading that is no deeper than this one's a new matter begins.
    if part != .criteria || topic.flatMap({ $0.level }) == said.level && said.level != nil { topic = nil }
    self.part = part.importance == nil ? part : .requirements
    importance = part.importance
    partLevel = said.level
    isPartEmpty = true
    scenario = nil
    headings.append(said)
    author = said.speaker
    message = said.turn
  }

  /// Whether somebody else says it, or it is written to a ticket later.
  private func isRemark(_ said: Said) -> Bool {
    guard let author else { return false }
    return said.speaker != author || isTicket && said.turn != message
  }

  /// A heading that is no part's: the name of a feature, or, where it is no deeper than the part's, the end of the part.
  private mutating func beginTopic(_ said: Said, before next: Said?) {
    topic = (said.text, said.level)
    scenario = nil
    headings.append(said)
    let startsStories = next.map { StoryForm.isUserStory($0.text) } ?? false
    let endsPart = !isPartEmpty && said.level.map { level in partLevel.map { level <= $0 } ?? false } ?? false
    if endsPart || ![.requirements, .stories, .criteria].contains(part) {
      if startsStories { part = .stories } else if endsPart { part = nil }
    }
    if endsPart { importance = nil }
  }

  /// A short line of its own that more follows: the name of a feature.
  private func isTopic(_ said: Said, before next: Said?) -> Bool {
    guard [.requirements, .stories, .criteria].contains(part), let next,
      next.turn != said.turn || topic?.title != said.text
    else { return false }
    return BriefPart.looksLikeHeading(said.text) && !StoryForm.isUserStory(said.text) && !said.isCode
      && StoryForm.step(said.text) == nil && LabelCues.named(said.text) == nil
      && next.text.utf8.count > said.text.utf8.count && !BriefPart.looksLikeHeading(next.text)
  }

  private mutating func place(_ said: Said) {
    if StoryForm.isUserStory(said.text) {
      var story = DraftedStory(title: DraftTitle.of(said.text))
      story.narrative = said
      story.importance = importance
      intent.stories.append(story)
      if ![.stories, .requirements].contains(part) { part = .stories }
      topic = nil
      return
    }
    if let step = StoryForm.step(said.text), scenario != nil || step == .scenario || step == .given {
      return addStep(said, step)
    }
    scenario = nil
    if said.isCode { return addEvidence(said) }
    switch part {
    case .problem: intent.problem.append(said)
    case .outcome: intent.outcome.append(said)
    case .goals: intent.goals.append(said)
    case .constraints: intent.constraints.append(said)
    case .outOfScope: intent.outOfScope.append(said)
    case .questions: intent.questions.append(said)
    case .decisions: intent.decisions.append(said)
    case .actions: intent.actions.append(said)
    case .rationale: if isOpen(said) { intent.questions.append(said) } else { intent.rationale.append(said) }
    case .formal, nil: placeAside(said)
    case .requirements, .must, .should, .could, .stories, .criteria: addRequirement(said)
    }
  }

  /// A requirement may say itself that it is none: "Won't: …", "TBD: …", "Does it hold for guests?".
  private mutating func addRequirement(_ said: Said) {
    let opening = Formality.label(of: said.text).flatMap { BriefPart(heading: $0) }
    if opening == .outOfScope {
      intent.outOfScope.append(said)
    } else if isOpen(said) {
      intent.questions.append(said)
    } else {
      let title = DraftTitle.of(Self.withoutImportance(said.text))
      addCriterion(DraftedCriterion(title: title, statements: [said]), opening?.importance ?? importance)
    }
  }

  private func isOpen(_ said: Said) -> Bool {
    LabelCues.named(said.text) == .question || said.text.hasSuffix("?") && !StoryForm.isUserStory(said.text)
  }

  /// What stands behind "Must: ".
  private static func withoutImportance(_ text: String) -> String {
    guard Formality.label(of: text).flatMap({ BriefPart(heading: $0) })?.importance != nil,
      let colon = text.firstIndex(of: ":")
    else { return text }
    return String(text[colon...].dropFirst().drop { " *_".contains($0) })
  }

  /// Code is no criterion, but belongs to the one that it stands below.
  private mutating func addEvidence(_ said: Said) {
    if part == .problem { return intent.problem.append(said) }
    let isBelowCriterion = [.requirements, .stories, .criteria].contains(part) && topic == nil
    if isBelowCriterion, let story = intent.stories.indices.last, let last = intent.stories[story].criteria.indices.last
    {
      intent.stories[story].criteria[last].statements.append(said)
    } else {
      intent.rationale.append(said)
    }
  }

  /// What stands below no known heading: by what it does where that is clear, else as background.
  private mutating func placeAside(_ said: Said) {
    let isClear = said.label.map { said.classification.probability(of: $0) >= 0.5 } ?? false
    if headings.count < 2 || isClear && !said.text.contains(" | ") {
      placeRemark(said)
    } else {
      intent.rationale.append(said)
    }
  }

  /// What somebody else says to the brief: by what it does.
  private mutating func placeRemark(_ said: Said) {
    if said.label == .chatter || !intent.take(said, as: said.label) { intent.rationale.append(said) }
  }

  private mutating func addStep(_ said: Said, _ step: StoryForm.Step) {
    defer { scenario = step }
    let begins = scenario == nil || step == .scenario || step == .given && scenario != .scenario
    if begins {
      addCriterion(DraftedCriterion(title: DraftTitle.of(said.text), statements: [said]), importance)
    } else if let story = intent.stories.indices.last, let last = intent.stories[story].criteria.indices.last {
      intent.stories[story].criteria[last].statements.append(said)
    }
  }

  /// To the story of this heading, or the last one, or one for the whole brief; what matters otherwise has its own.
  private mutating func addCriterion(_ criterion: DraftedCriterion, _ importance: Importance?) {
    if let topic {
      begin(DraftedStory(title: DraftTitle.of(topic.title)), importance)
      self.topic = nil
    } else if intent.stories.last.map({ $0.importance != importance && importance != nil }) ?? true {
      let kept = intent.stories.lastIndex { $0.importance == importance && $0.narrative == nil && importance != nil }
      if let kept { return intent.stories[kept].criteria.append(criterion) }
      let title = importance.map { intent.title + ": " + $0.rawValue } ?? intent.title
      begin(DraftedStory(title: intent.stories.isEmpty && importance == .must ? intent.title : title), importance)
    }
    intent.stories[intent.stories.count - 1].criteria.append(criterion)
  }

  private mutating func begin(_ story: DraftedStory, _ importance: Importance?) {
    var story = story
    story.importance = importance
    intent.stories.append(story)
  }
}
