import FileSystem
import Intake
import PlanFiles
import PlanModel

/// Adds a revision to a source: its files beside those that are there, its statements below theirs, and what is new of
/// it in `source.yml`, of which every other byte stays.
struct SourceRevising {
  private let source: Source
  private let continuation: Continuation
  private let kept: KeptFiles
  private let people: [Person]
  private let segments: [String]
  private let reach: Int

  init(_ source: Source, _ continuation: Continuation, _ kept: KeptFiles, _ reading: Reading, _ options: IntakeOptions)
  {
    self.source = source
    self.continuation = continuation
    self.kept = kept
    let known = Set(source.people.map { ($0.address ?? $0.name).lowercased() })
    // Who is known by an address may speak under another name now.
    let names = Set(source.people.map(\.name)), speaking = Set(reading.statements.speakers)
    people = reading.people.filter { person in
      !known.contains((person.address ?? person.name).lowercased())
        || speaking.contains(person.name) && !names.contains(person.name)
    }
    segments = (options.segments + reading.origin.segments).filter { !source.segments.contains($0) }
    reach = options.reach ?? max(source.reach, reading.origin.reach ?? 1)
  }

  /// Puts what is to be written into `change`, and gives the source as it will be.
  func write(in workspace: Workspace, into change: inout Change) throws(Failure) -> Source {
    let tree = try workspace.plan().tree
    let table = "\(source.folder)/\(Source.statementsName)"
    let (fields, statements) = try workspace.tree { () throws(PlanTreeError) in
      (
        try tree.read(source.file, limit: Source.byteLimit),
        try tree.read(table, limit: StatementTable.byteLimit)
      )
    }
    let newFields = try failing({ .edit($0, path: source.file) }) { () throws(PlanDocument.EditProblem) in
      try edited(fields)
    }
    let gap: [UInt8] = statements.last.map { $0 == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")] } ?? []
    change.put(
      statements + gap + continuation.statements.rows, at: table, expecting: .contents(statements))
    change.put(newFields, at: source.file, expecting: .contents(fields))
    for file in kept.files { change.put(file.bytes, at: "\(source.folder)/\(file.path)", expecting: .absent) }
    return revised
  }

  private func edited(_ bytes: [UInt8]) throws(PlanDocument.EditProblem) -> [UInt8] {
    var edit = FieldsEdit(bytes, path: source.file)
    try edit.add([kept.revision.entry], to: "revisions")
    try edit.add(people.map(\.fields), to: "people")
    try edit.add(kept.attachments.map(\.fields), to: "attachments")
    try edit.add(continuation.chatter.map(\.fields), to: "chatter")
    for lines in continuation.internalLines { try edit.add(lines.description, to: "internal") }
    for segment in segments { try edit.add(segment, to: "segments") }
    if reach != source.reach { try edit.set("reach", to: String(reach)) }
    return edit.bytes
  }

  private var revised: Source {
    var revised = source
    revised.revisions.append(kept.revision)
    revised.people += people
    revised.attachments += kept.attachments
    revised.chatter += continuation.chatter
    revised.internalLines += continuation.internalLines
    revised.segments += segments
    revised.reach = reach
    revised.statements.append(contentsOf: continuation.statements)
    return revised
  }
}

/// Several edits of a file of fields, one after the other.
struct FieldsEdit {
  private(set) var bytes: [UInt8]
  private let path: String

  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
  }

  mutating func add(_ items: [[String]], to key: String) throws(PlanDocument.EditProblem) {
    if items.isEmpty { return }
    bytes = try document(key).adding(items, toListOfMaps: key)
  }

  mutating func add(_ value: String, to key: String) throws(PlanDocument.EditProblem) {
    bytes = try document(key).adding(value, toList: key)
  }

  mutating func set(_ key: String, to value: String) throws(PlanDocument.EditProblem) {
    bytes = try document(key).setting(key, to: value)
  }

  private func document(_ key: String) throws(PlanDocument.EditProblem) -> PlanDocument {
    do {
      return try PlanDocument(fieldsOnly: bytes, path: path)
    } catch {
      throw .notOneLine(field: key, line: error.line)
    }
  }
}
