import FileSystem
import Intake
import PlanFiles
import PlanModel

extension Workspace {
  /// More conversations than this become sources of their own only when the user says so.
  package static let mostConversations = 200

  /// Takes an input in: every conversation with its original byte for byte, its statements, and what is known of it.
  ///
  /// The same bytes are recognised by their hash, and add nothing. A conversation that has gone on since becomes a further
  /// revision of its source. What comes from one file is written as a whole or not at all.
  ///
  /// - Throws: when nothing could be taken in. Files of a folder that are refused are part of the report.
  package func intake(_ options: IntakeOptions) throws(Failure) -> IntakeReport {
    if let date = options.date, !Timestamp.isDate(String(date.prefix(10))) {
      throw Failure(.invalidValue(field: "date", value: date, expected: "a day, as 2026-12-31"))
    }
    let materials = try materials(of: options.input)
    var taking = try SourceTaking(in: self, options)
    var report = IntakeReport()
    for material in materials {
      do throws(Failure) {
        report.outcomes += try taking.take(material)
      } catch {
        guard materials.count > 1 else { throw error }
        report.refused.append(IntakeReport.Refusal(name: material.name ?? "-", failure: error))
      }
    }
    if report.outcomes.isEmpty {
      throw report.refused.first?.failure ?? Failure(.intake(.nothingSaid, input: options.input.name))
    }
    return report
  }

  private func materials(of input: IntakeOptions.Input) throws(Failure) -> [Material] {
    switch input {
    case .path(let path): try InputFiles.materials(at: surroundings.absolute(path), named: path)
    case .standardInput: [try InputFiles.standardInput()]
    }
  }
}

/// Turns originals into sources, one file of the user's after the other.
private struct SourceTaking {
  private let workspace: Workspace
  private let options: IntakeOptions
  private let policy: Policy
  private let updated: ID<Source>?
  /// The sources that there are, those of this run included.
  private var sources: [Source]

  init(in workspace: Workspace, _ options: IntakeOptions) throws(Failure) {
    self.workspace = workspace
    self.options = options
    let reader = try workspace.plan()
    var findings: [Finding] = []
    policy = reader.policy(&findings)
    guard policy.redact.isEmpty else { throw Failure(.redactionUnavailable(policy.redact)) }
    sources = reader.sources(&findings)
    guard let updated = options.updated else {
      self.updated = nil
      return
    }
    self.updated = try workspace.id(updated, of: Source.self)
  }

  mutating func take(_ material: Material) throws(Failure) -> [IntakeOutcome] {
    let input = material.name ?? "-"
    let format = options.format ?? Original.recognise(material)
    let readable = try intake(input) { () throws(IntakeError) in
      try PDFText.extracted(material, environment: workspace.surroundings.environment)
    }
    let parts = try conversations(in: readable, as: format, input)
    var change = try workspace.change()
    var outcomes: [IntakeOutcome] = []
    for part in parts {
      do throws(Failure) {
        outcomes.append(try take(part, as: format, input, into: &change))
      } catch  where parts.count > 1 && error.reason == .intake(.nothingSaid, input: input) {
        // An empty channel among others.
        continue
      }
    }
    if outcomes.isEmpty { throw Failure(.intake(.nothingSaid, input: input)) }
    try workspace.commit(change)
    return outcomes
  }

  private func conversations(
    in material: Material, as format: SourceFormat?, _ input: String
  ) throws(Failure) -> [Material] {
    if options.division == .one || updated != nil { return [material] }
    let parts = try intake(input) { () throws(IntakeError) in
      try Original.conversations(in: material, as: format)
    }
    if parts.count > Workspace.mostConversations, options.division == nil {
      throw Failure(.manyConversations(parts.count, input: input))
    }
    return parts
  }

  private mutating func take(
    _ material: Material, as format: SourceFormat?, _ input: String, into change: inout Change
  ) throws(Failure) -> IntakeOutcome {
    let sha256 = Fingerprint.sha256(material)
    if let known = sources.first(where: { $0.revisions.contains { $0.sha256 == sha256 } }) {
      return IntakeOutcome(act: .known, source: known)
    }
    let reading = try intake(input) { () throws(IntakeError) in try Original.read(material, as: format) }
    if let index = indexOfSource(continuedBy: reading) {
      return try carryOn(index, material, reading, into: &change)
    }
    let kept = KeptFiles(material, reading, number: 1, first: 1, isRedacted: false)
    let source = try source(from: reading, kept)
    change.add(source, kept)
    sources.append(source)
    return IntakeOutcome(act: .new, source: source)
  }

  private func intake<Value>(_ input: String, _ body: () throws(IntakeError) -> Value) throws(Failure) -> Value {
    try failing({ .intake($0, input: input) }, body)
  }

  // MARK: a new source

  private func source(from reading: Reading, _ kept: KeptFiles) throws(Failure) -> Source {
    let id = try workspace.newID(Source.self)
    let title = (options.title ?? reading.title).foldingWhiteSpace()
    let folder = newPath(of: id.any, title: title)
    var people = reading.people
    var statements = reading.statements
    if let from = options.from {
      if !people.contains(where: { $0.name == from }) { people.append(Person(name: from)) }
      for index in statements.indices where statements[index].speaker.isEmpty { statements[index].speaker = from }
    }
    return Source(
      id: id, title: title, file: "\(folder)/\(Source.fileName)", format: reading.format, revisions: [kept.revision],
      thread: reading.origin.identity, received: reading.received ?? options.date, people: people,
      reach: options.reach ?? reading.origin.reach ?? 1, segments: segments(of: reading),
      url: options.url ?? reading.origin.url, attachments: kept.attachments, chatter: reading.chatter,
      statements: statements)
  }

  private func segments(of reading: Reading) -> [String] {
    var seen: Set<String> = []
    return (options.segments + reading.origin.segments).filter { seen.insert($0).inserted }
  }

  // MARK: a source that goes on

  /// The source that the user names, that has the same thread, or all of whose statements were read again.
  private func indexOfSource(continuedBy reading: Reading) -> Int? {
    if let updated { return sources.firstIndex { $0.id == updated } }
    if options.isSeparate { return nil }
    if let thread = reading.origin.identity, let index = sources.firstIndex(where: { $0.thread == thread }) {
      return index
    }
    return sources.firstIndex { source in
      source.format == reading.format && source.isTelling && reading.statements.count >= source.statements.count
        && Continuation(of: source, by: reading).containsSource
    }
  }

  private mutating func carryOn(
    _ index: Int, _ material: Material, _ reading: Reading, into change: inout Change
  ) throws(Failure) -> IntakeOutcome {
    let source = sources[index]
    let continuation = Continuation(of: source, by: reading)
    guard !continuation.statements.isEmpty else { return IntakeOutcome(act: .known, source: source) }
    let kept = KeptFiles(
      material, reading, number: source.revisions.count + 1, first: source.statements.count + 1, isRedacted: false)
    let revising = SourceRevising(source, continuation, kept, reading, options)
    sources[index] = try revising.write(in: workspace, into: &change)
    return IntakeOutcome(act: .continued(added: continuation.statements.count), source: sources[index])
  }
}

extension Source {
  /// Enough is said that finding all of it in another original is no accident.
  fileprivate var isTelling: Bool {
    let chatter = Set(chatter.flatMap(\.lines.bounds))
    return statements.indices.count { !chatter.contains($0 + 1) } >= 3
  }
}

extension Change {
  /// A source's folder with all that is in it.
  fileprivate mutating func add(_ source: Source, _ kept: KeptFiles) {
    let own = [
      NewFile(Source.statementsName, StatementTable.write(source.statements)),
      NewFile(Source.fileName, Array(source.text.utf8)),
    ]
    let beside = kept.files.filter { !$0.path.contains("/") }.map { NewFile($0.path, $0.bytes) }
    putFolder(beside + own, at: source.folder)
    for file in kept.files where file.path.contains("/") { put(file.bytes, at: "\(source.folder)/\(file.path)") }
  }
}
