import PlanFiles
package import PlanModel

/// What a user says of a new decision, as typed.
package struct DecisionOptions: Sendable {
  package var title: String
  package var context: String?
  package var decision: String?
  package var consequences: String?
  /// The decision whose place it takes.
  package var supersedes: String?
  /// Citations whose words are quoted.
  package var citations: [String] = []
  package var isProposed = false

  package init(title: String) { self.title = title }
}

extension Workspace {
  /// Prepares a decision: its file, and that of the decision which it supersedes.
  package func newDecision(_ options: DecisionOptions) throws(Failure) -> NewItem {
    let title = try Self.title(options.title)
    var draft = DecisionDraft(id: try newID(Decision.self), title: title, date: surroundings.clock().date)
    for text in [options.context, options.decision, options.consequences] {
      try Self.refuseHidden(text, in: "decision")
    }
    draft.status = options.isProposed ? .proposed : .accepted
    draft.context = options.context
    draft.decision = options.decision
    draft.consequences = options.consequences
    for citation in options.citations { draft.quotations += try words(at: self.citation(citation)) }
    var others: [EditedFile] = []
    if let text = options.supersedes {
      let old = try standingDecision(text)
      draft.supersedes = old
      // What is only proposed takes nobody's place yet.
      if !options.isProposed { others = [try superseding(old, by: draft.id)] }
    }
    return NewItem(id: draft.id.any, path: newPath(of: draft.id.any, title: title), text: draft.text, others: others)
  }

  /// The decision that `text` means; one that another took the place of is refused.
  package func standingDecision(_ text: String) throws(Failure) -> ID<Decision> {
    let decision = try item(id(text, of: Decision.self))
    try Self.refuseSuperseded(decision)
    return decision.id
  }

  private static func refuseSuperseded(_ decision: Decision) throws(Failure) {
    guard decision.status != .superseded, decision.supersededBy == nil else {
      throw Failure(.supersededDecision(decision.id, by: decision.supersededBy))
    }
  }

  /// The file of `old` as it reads once `new` has taken its place; one that another took the place of is refused.
  package func superseding(_ old: ID<Decision>, by new: ID<Decision>) throws(Failure) -> EditedFile {
    let document = try document(of: old.any)
    // By the bytes that are edited: another command may have superseded it since it was looked up.
    if let decision = Decision.read(document.text.bytes, path: document.path).item {
      try Self.refuseSuperseded(decision)
    }
    let bytes = try failing({ .edit($0, path: document.path) }) { () throws(PlanDocument.EditProblem) in
      try document.setting("status", to: DecisionStatus.superseded.rawValue)
    }
    let edited: PlanDocument
    do {
      edited = try PlanDocument(bytes, path: document.path)
    } catch {
      throw Failure(.brokenFile(error))
    }
    let linked = try failing({ .edit($0, path: document.path) }) { () throws(PlanDocument.EditProblem) in
      try edited.setting("superseded-by", to: new.description)
    }
    return EditedFile(path: document.path, old: document.text.bytes, new: linked)
  }
}
