import Concurrency
import FileSystem
import Intake
import PlanFiles
import PlanModel

/// Turns originals into sources, one file of the user's after the other.
struct SourceTaking {
  private let workspace: Workspace
  private let options: IntakeOptions
  private let policy: Policy
  private let updated: ID<Source>?
  /// The sources that there are, those of this run included; without statements, which may be long.
  private var heads: [Source]
  /// What the file at hand has made, and is not written yet.
  private var change: Change
  /// Whether it was seen to that git leaves originals as they are.
  private var hasKeptBytes = false

  init(in workspace: Workspace, _ options: IntakeOptions) throws(Failure) {
    self.workspace = workspace
    self.options = options
    let reader = try workspace.plan()
    var findings: [Finding] = []
    policy = reader.policy(&findings)
    // A misspelt kind would let through what was meant to be hidden.
    if let flaw = findings.first(where: { $0.severity == .error }) { throw Failure(.brokenFile(flaw)) }
    heads = reader.sourceHeads()
    change = try workspace.change()
    guard let updated = options.updated else {
      self.updated = nil
      return
    }
    self.updated = try workspace.id(updated, of: Source.self)
  }

  /// Takes one file or folder in, as a whole or not at all.
  mutating func take(_ material: Material) throws(Failure) -> [IntakeOutcome] {
    let input = material.name ?? "-"
    var material = material
    material.dateOrder = options.dateOrder.flatMap { DateOrder(rawValue: $0.rawValue) }
    change = try workspace.change()
    let readable = try intake(input) { () throws(IntakeError) in
      try PDFText.extracted(material, environment: workspace.surroundings.environment)
    }
    let format = options.format ?? Original.recognise(readable)
    let parts = try conversations(in: readable, as: format, input)
    var outcomes: [IntakeOutcome] = []
    for var part in parts {
      part.dateOrder = material.dateOrder
      do throws(Failure) {
        outcomes.append(try take(part, as: format, input))
      } catch {
        // An empty channel among others.
        guard parts.count > 1, error.reason == .intake(.nothingSaid, input: input) else { throw error }
      }
    }
    if outcomes.isEmpty { throw Failure(.intake(.nothingSaid, input: input)) }
    try write()
    return outcomes
  }

  /// A plan that was begun without it gets what keeps git from converting the original.
  private mutating func keepBytes() throws(Failure) {
    if hasKeptBytes { return }
    hasKeptBytes = true
    let tree = try workspace.plan().tree
    let entries = try workspace.tree { () throws(PlanTreeError) in try tree.entries(in: tree.root) }
    if entries.contains(where: { "\(tree.root)/\($0.name)" == StarterFiles.attributesFile }) { return }
    change.put(Array(StarterFiles.attributes.utf8), at: StarterFiles.attributesFile, expecting: .absent)
  }

  private mutating func write() throws(Failure) {
    try workspace.commit(change)
    change = try workspace.change()
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
    _ material: Material, as format: SourceFormat?, _ input: String
  ) throws(Failure) -> IntakeOutcome {
    // Most of what is taken in is new: what is large is read while its hash is worked out.
    let hash = Meanwhile { Fingerprint.sha256(material) }
    let early = material.bytes.count > 1 << 20 ? reading(material, as: format, input) : nil
    let sha256 = hash.value()
    if let known = heads.first(where: { $0.revisions.contains { $0.sha256 == sha256 } }) {
      return IntakeOutcome(act: .known, source: try whole(known))
    }
    var taken = attributed(try (early ?? reading(material, as: format, input)).get())
    var like: LikeSource?
    if let source = try source(continuedBy: taken.reading, like: &like) {
      if taken.isRedacted, !Continuation(of: source, by: taken.reading).containsSource {
        // Only a part of the conversation: a number that was given before may be somebody else's here.
        taken = attributed(try read(material, as: format, input, behind: source))
      }
      return try carryOn(source, material, sha256, attributed(taken, in: source))
    }
    let kept = KeptFiles(
      material, sha256: sha256, taken.reading, number: 1, first: 1, isRedacted: taken.isRedacted)
    let source = try source(from: taken, kept)
    change.add(source, kept)
    try keepBytes()
    var head = source
    head.statements = []
    heads.append(head)
    return IntakeOutcome(
      act: .new, source: source, hasUnclearDates: taken.reading.hasUnclearDates, privacy: privacy(of: source),
      like: like)
  }

  /// What is in no plan on purpose; the numbers of statements stand for lines.
  private func privacy(of source: Source, from first: Int = 1) -> [Finding] {
    PrivacyInspection(policy).findings(in: source.statements.rows, path: source.folder + "/" + Source.statementsName)
      .filter { $0.line >= first }
  }

  /// What was read, and what was replaced in it.
  private struct Taken {
    var reading: Reading
    var redactions: [RedactionCount] = []
    /// The original is not kept.
    var isRedacted = false
    var title: String?
    var from: String?
  }

  private func reading(
    _ material: Material, as format: SourceFormat?, _ input: String
  ) -> Result<Taken, Failure> {
    Result { () throws(Failure) in try read(material, as: format, input) }
  }

  private func read(
    _ material: Material, as format: SourceFormat?, _ input: String, behind source: Source? = nil
  ) throws(Failure) -> Taken {
    guard var redactor = try SourceRedactor(policy) else {
      let reading = try intake(input) { () throws(IntakeError) in try Original.read(material, as: format) }
      return Taken(reading: reading, title: options.title, from: options.from)
    }
    if let source { redactor.reserve(source) }
    let inRoles = Set(policy.roles.values.joined().map { $0.lowercased() })
    let reading = try intake(input) { () throws(IntakeError) in
      try Original.read(
        material, as: format,
        isColleague: { inRoles.contains($0.lowercased()) || RequesterFinder.isOfDesk($0) },
        replacing: { redactor.replacements(in: $0) })
    }
    if let problem = redactor.problem { throw problem }
    var taken = Taken(reading: reading, isRedacted: !redactor.mayKeep(material, reading.format))
    taken.title = try options.title.map { title throws(Failure) in try redactor.redacted(title) }
    taken.from = try options.from.map { name throws(Failure) in try redactor.redacted(name) }
    taken.redactions = redactor.counts
    if taken.isRedacted {
      // A message's id often is an address.
      taken.reading.origin.identity = reading.origin.identity.map(Self.hidden)
    } else if material.extractedText == nil {
      taken.reading.words = nil
    }
    return taken
  }

  /// What was read, with somebody to say what the material gives nobody to: whom the user names, else, in a source that
  /// goes on, the only one who speaks in it.
  private func attributed(_ taken: Taken, in source: Source? = nil) -> Taken {
    var taken = taken
    guard let speaker = taken.from ?? source?.onlySpeaker else { return taken }
    taken.reading.statements = StatementList(taken.reading.statements.lazy.map { $0.said(by: speaker) })
    return taken
  }

  /// An identity that tells nothing and is still the same each time: `mail:sha256-0123456789abcdef`.
  private static func hidden(_ identity: String) -> String {
    let system = identity.prefix { $0 != ":" }
    return "\(system):sha256-\(Fingerprint.sha256(Array(identity.utf8)).prefix(16))"
  }

  private func intake<Value>(_ input: String, _ body: () throws(IntakeError) -> Value) throws(Failure) -> Value {
    try failing({ .intake($0, input: input) }, body)
  }

  // MARK: a new source

  private func source(from taken: Taken, _ kept: KeptFiles) throws(Failure) -> Source {
    let reading = taken.reading
    let id = try workspace.newID(Source.self)
    let title = (taken.title ?? reading.title).foldingWhiteSpace()
    let folder = newPath(of: id.any, title: title)
    var people = reading.people
    let statements = reading.statements
    if let from = taken.from {
      if !people.contains(where: { $0.name == from }) { people.append(Person(name: from)) }
    }
    return Source(
      id: id, title: title, file: "\(folder)/\(Source.fileName)", format: reading.format, revisions: [kept.revision],
      thread: reading.origin.identity, received: reading.received ?? options.date, people: people,
      reach: options.reach ?? reading.origin.reach ?? 1, segments: segments(of: reading),
      url: options.url ?? reading.origin.url, attachments: kept.attachments, redactions: taken.redactions,
      chatter: reading.chatter, internalLines: reading.internalLines, statements: statements)
  }

  private func segments(of reading: Reading) -> [String] {
    var seen: Set<String> = []
    return (options.segments + reading.origin.segments).filter { seen.insert($0).inserted }
  }

  // MARK: a source that goes on

  /// The source with its statements; what this run has made of it is written first.
  private mutating func whole(_ head: Source) throws(Failure) -> Source {
    if !change.isEmpty { try write() }
    return try workspace.source(head.id)
  }

  /// The source that the user names, that has the same thread, or all of whose statements were read again.
  ///
  /// - Parameter like: set to one most of whose statements were: a table that was edited, and not only added to.
  private mutating func source(continuedBy reading: Reading, like: inout LikeSource?) throws(Failure) -> Source? {
    if let updated { return try workspace.source(updated) }
    if options.isSeparate { return nil }
    if let thread = reading.origin.identity, let head = heads.first(where: { $0.thread == thread }) {
      return try whole(head)
    }
    for head in heads where head.format == reading.format && (head.thread == nil || reading.origin.identity == nil) {
      // A source that cannot be read is for `check` to tell.
      guard let source = try? workspace.source(head.id) else { continue }
      guard source.hasAnEndOf(reading) else { continue }
      let continuation = Continuation(of: source, by: reading, asksDays: false)
      // The same few words on other days were said another time.
      let isOfDays = source.sharesDays(with: reading)
      if continuation.containsSource, isOfDays { return source }
      let (shared, all) = (source.statements.count - continuation.missing, source.statements.count)
      if shared * 2 > all, shared > like?.shared ?? 0 {
        like = LikeSource(id: source.id, title: source.title, shared: shared, statements: all)
      }
    }
    return nil
  }

  private mutating func carryOn(
    _ source: Source, _ material: Material, _ sha256: String, _ taken: Taken
  ) throws(Failure) -> IntakeOutcome {
    let reading = taken.reading
    let continuation = Continuation(of: source, by: reading)
    // A later mail, or a later part of a chat, need not have what was said before it.
    let isWhole = updated != nil || [.github, .gitlab, .jira, .zendesk, .intercom].contains(reading.format)
    let gone = isWhole ? continuation.missingLines : []
    guard !continuation.statements.isEmpty else {
      return IntakeOutcome(act: .known, source: source, isRepetition: true, gone: gone)
    }
    let kept = KeptFiles(
      material, sha256: sha256, reading, number: source.revisions.count + 1, first: source.statements.count + 1,
      isRedacted: taken.isRedacted)
    let revising = SourceRevising(source, continuation, kept, reading, options)
    let revised = try revising.write(in: workspace, into: &change)
    var head = revised
    head.statements = []
    heads = heads.map { $0.id == head.id ? head : $0 }
    return IntakeOutcome(
      act: .continued(added: continuation.statements.count), source: revised,
      hasUnclearDates: reading.hasUnclearDates, privacy: privacy(of: revised, from: source.statements.count + 1),
      gone: gone)
  }
}

extension Statement {
  /// The statement with somebody to say it, if nobody does.
  fileprivate func said(by speaker: String) -> Statement {
    Statement(turn: turn, time: time, speaker: self.speaker.isEmpty ? speaker : self.speaker, text: text)
  }
}

extension Change {
  /// A source's folder with all that is in it.
  fileprivate mutating func add(_ source: Source, _ kept: KeptFiles) {
    let own = [
      NewFile(Source.statementsName, source.statements.rows),
      NewFile(Source.fileName, Array(source.text.utf8)),
    ]
    let beside = kept.files.filter { !$0.path.contains("/") }.map { NewFile($0.path, $0.bytes) }
    putFolder(beside + own, at: source.folder)
    for file in kept.files where file.path.contains("/") { put(file.bytes, at: "\(source.folder)/\(file.path)") }
  }
}
