package import PlanModel
import PlanFiles

/// An item as a person wants to read it.
package enum ShownItem: Sendable {
  /// With the statements that were asked for, if not all.
  case source(Source, lines: ClosedRange<Int>?)
  case intent(Intent, stories: [ItemSummary])
  case epic(Epic, stories: [ItemSummary])
  case story(Story)
  case decision(Decision)

  /// The file that holds it.
  package var file: String {
    switch self {
    case .source(let source, _): source.file
    case .intent(let intent, _): intent.file
    case .epic(let epic, _): epic.file
    case .story(let story): story.file
    case .decision(let decision): decision.file
    }
  }
}

extension Workspace {
  /// The item that `text` means, a whole id or a prefix; of a source perhaps some lines, as in `so-7h3q2dkm#L3-L5`. What stands
  /// behind the id of a story or intent, `/AC1` or `#Q2`, is a place in it.
  package func show(_ text: String) throws(Failure) -> ShownItem {
    if let place = try placeWithin(text) { return place }
    if let story = ID<Story>(text.prefix { $0 != "/" && $0 != "#" }) { return .story(try item(story)) }
    if text.contains("#") {
      let (source, lines) = try statements(text)
      return .source(source, lines: lines.bounds)
    }
    let id = try id(text)
    if let id = ID<Story>(id) { return .story(try item(id)) }
    if let id = ID<Intent>(id) { return .intent(try item(id), stories: try stories { $0.intent == id }) }
    if let id = ID<Decision>(id) { return .decision(try item(id)) }
    if let id = ID<Source>(id) { return .source(try source(id), lines: nil) }
    guard let id = ID<Epic>(id) else { throw Failure(.unknownItem(text, kind: nil, nearest: nil)) }
    let epic: Epic = try item(id)
    let listed = try stories { epic.stories.contains($0.id) }
    let inOrder = epic.stories.compactMap { story in listed.first { $0.id == story.any } }
    return .epic(epic, stories: inOrder)
  }

  /// The story or intent, whole, where `text` names a criterion or question that it has; nil where it names none.
  private func placeWithin(_ text: String) throws(Failure) -> ShownItem? {
    guard let mark = text.firstIndex(where: { $0 == "/" || $0 == "#" }) else { return nil }
    let (item, place) = (String(text[..<mark]), text[text.index(after: mark)...].uppercased())
    let (criterion, question) = (CriterionID(place), QuestionID(place))
    guard criterion != nil || question != nil else { return nil }
    let shown = try show(item)
    let questions: [Question]
    let id: ItemID
    switch shown {
    case .story(let story):
      if let criterion, !story.criteria.contains(where: { $0.id == criterion }) {
        let reference = CriterionReference(story: story.id, criterion: criterion)
        throw Failure(.unknownCriterion(reference, known: story.criteria.map(\.id)))
      }
      (questions, id) = (story.questions, story.id.any)
    case .intent(let intent, _): (questions, id) = (intent.questions, intent.id.any)
    case .source, .epic, .decision: return shown
    }
    if let question, !questions.contains(where: { $0.id == question }) {
      let reference = QuestionReference(item: id, question: question)
      throw Failure(.unknownQuestion(reference, known: questions.filter { !$0.isAnswered }.map(\.id)))
    }
    return shown
  }

  private func stories(_ isWanted: (Story) -> Bool) throws(Failure) -> [ItemSummary] {
    var findings: [Finding] = []
    let stories: [Story] = try plan().items(&findings)
    return stories.filter(isWanted).map(ItemSummary.init)
  }
}
