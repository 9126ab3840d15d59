import PlanFiles
import PlanModel

/// What a user says of a new intent, as typed.
package struct NewIntentOptions: Sendable {
  package var title: String
  package var priority: String?
  package var problem: String?
  package var outcome: String?
  package var goals: [String] = []
  package var constraints: [String] = []
  package var citations: [String] = []
  package var questions: [String] = []

  package init(title: String) { self.title = title }
}

extension Workspace {
  /// Prepares an intent's file.
  package func newIntent(_ options: NewIntentOptions) throws(Failure) -> NewItem {
    var draft = IntentDraft(id: try newID(Intent.self), title: try Self.title(options.title))
    try Self.refuseHidden([options.problem, options.outcome].compactMap(\.self), in: "problem or outcome")
    try Self.refuseHidden(options.goals + options.constraints, in: "goal or constraint")
    try Self.refuseHidden(options.questions, in: "question")
    draft.priority = options.priority
    draft.problem = options.problem
    draft.outcome = options.outcome
    draft.goals = options.goals
    draft.constraints = options.constraints
    for citation in options.citations { draft.quotations += try words(at: self.citation(citation)) }
    draft.questions = options.questions
    return NewItem(id: draft.id.any, path: newPath(of: draft.id.any, title: draft.title), text: draft.text)
  }

  /// Prepares an epic's file; `stories` in their order.
  package func newEpic(
    title: String, intent: String?, stories: [String]
  ) throws(Failure) -> NewItem {
    var draft = EpicDraft(id: try newID(Epic.self), title: try Self.title(title))
    if let intent { draft.intent = try id(intent, of: Intent.self) }
    for story in stories { draft.stories.append(try id(story, of: Story.self)) }
    return NewItem(id: draft.id.any, path: newPath(of: draft.id.any, title: draft.title), text: draft.text)
  }
}
