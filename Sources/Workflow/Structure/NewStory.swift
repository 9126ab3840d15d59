import FileSystem
package import PlanFiles
package import PlanModel

/// What a user says of a new story, as typed.
package struct NewStoryOptions: Sendable {
  package var title: String
  package var intent: String?
  package var epic: String?
  package var owner: String?
  package var narrative: String?
  /// Citations whose words are quoted.
  package var citations: [String] = []
  package var criteria: [StoryDraft.Criterion] = []
  package var constraints: [String] = []
  package var questions: [String] = []
  package var paths: [String] = []

  package init(title: String) { self.title = title }
}

extension Workspace {
  /// Prepares a story: its file, and the epic that lists it.
  package func newStory(_ options: NewStoryOptions) throws(Failure) -> NewItem {
    let title = try Self.title(options.title)
    var draft = StoryDraft(id: try newID(Story.self), title: title)
    if let intent = options.intent { draft.intent = try id(intent, of: Intent.self) }
    if let epic = options.epic { draft.epic = try id(epic, of: Epic.self) }
    try Self.refuseHidden([options.owner, options.narrative].compactMap(\.self), in: "owner or narrative")
    try Self.refuseHidden(options.criteria.flatMap { [$0.title] + $0.conditions }, in: "criterion")
    try Self.refuseHidden(options.constraints, in: "constraint")
    try Self.refuseHidden(options.questions, in: "question")
    draft.owner = options.owner
    draft.narrative = options.narrative
    for citation in options.citations { draft.quotations += try words(at: self.citation(citation)) }
    draft.criteria = options.criteria
    draft.constraints = options.constraints
    draft.questions = options.questions
    draft.anchors = try options.paths.map { path throws(Failure) in try existing(path) }
    for condition in options.criteria.flatMap(\.conditions) { try Self.checkCondition(condition) }
    var item = NewItem(id: draft.id.any, path: newPath(of: draft.id.any, title: title), text: draft.text)
    if let epic = draft.epic { item.others = [try listing(draft.id, in: epic)] }
    return item
  }

  /// A path of the work tree, from its top, that something stands at.
  private func existing(_ path: String) throws(Failure) -> String {
    let parts = path.split(separator: "/")
    let isInside = !path.hasPrefix("/") && !parts.isEmpty && !parts.contains("..") && !parts.contains(".")
    guard isInside, FileSystem.exists("\(try top())/\(path)") else {
      throw Failure(
        .invalidValue(
          field: "path", value: path, expected: "a file or folder that exists, from the top of the work tree"))
    }
    return path
  }

  /// The epic's file with one story more at the end of its list.
  private func listing(_ story: ID<Story>, in epic: ID<Epic>) throws(Failure) -> EditedFile {
    let document = try document(of: epic.any)
    let new = try failing({ .edit($0, path: document.path) }) { () throws(PlanDocument.EditProblem) in
      try document.adding(story.description, toList: "stories")
    }
    return EditedFile(path: document.path, old: document.text.bytes, new: new)
  }

  /// A condition given on a command line has the form that a `verify` block wants.
  package static func checkCondition(_ text: String) throws(Failure) {
    do {
      _ = try ConditionReader.read(line: text)
    } catch {
      throw Failure(.condition(error, text: text))
    }
  }

  static func title(_ text: String) throws(Failure) -> String {
    let title = text.foldingWhiteSpace()
    guard !title.isEmpty else {
      throw Failure(.invalidValue(field: "title", value: text, expected: "a few words"))
    }
    try refuseHidden(title, in: "title")
    return title
  }

  /// The file of an item, to be changed.
  func document(of id: ItemID) throws(Failure) -> PlanDocument {
    let path = try path(of: id)
    let reader = try plan()
    let bytes = try tree { () throws(PlanTreeError) in try reader.tree.read(path, limit: PlanDocument.byteLimit) }
    return try document(bytes, path: path)
  }

  func document(_ bytes: [UInt8], path: String) throws(Failure) -> PlanDocument {
    do {
      return try PlanDocument(bytes, path: path)
    } catch {
      throw Failure(.brokenFile(error), hints: [.open(path: error.path, line: error.line)])
    }
  }

  /// The path of an item's file, relative to the top.
  package func path(of id: ItemID) throws(Failure) -> String {
    let reader = try plan()
    let folder = reader.folder(of: id.kind)
    let name = try tree { () throws(PlanTreeError) in
      try reader.tree.firstName(in: folder, withPrefix: id.description)
    }
    guard let name else { throw Failure(.unknownItem(id.description, kind: id.kind, nearest: nil)) }
    return "\(folder)/\(name)" + (id.kind == .source ? "/\(Source.fileName)" : "")
  }
}
