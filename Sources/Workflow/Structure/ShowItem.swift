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
  /// behind the id of a story, `/AC1` or `#Q2`, is a place in it.
  package func show(_ text: String) throws(Failure) -> ShownItem {
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

  private func stories(_ isWanted: (Story) -> Bool) throws(Failure) -> [ItemSummary] {
    var findings: [Finding] = []
    let stories: [Story] = try plan().items(&findings)
    return stories.filter(isWanted).map(ItemSummary.init)
  }
}
