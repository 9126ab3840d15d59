import FileSystem
package import Intake
import PlanFiles
package import PlanModel

/// What a user says of an input beyond its bytes.
package struct IntakeOptions: Sendable {
  package enum Input: Hashable, Sendable {
    case file(String)
    case standardInput
  }

  package var input: Input
  package var format: SourceFormat?
  package var title: String?
  package var url: String?
  /// When it was said, where the material does not state it.
  package var date: String?
  /// Who said it, where the material does not state it.
  package var from: String?
  package var reach: Int?
  package var segments: [String] = []

  package init(_ input: Input) { self.input = input }
}

/// A source taken in, or recognised as one that is there already.
package struct IntakeOutcome: Sendable {
  package var source: Source
  package var isNew: Bool
  package var attachments: [Attachment]
}

extension Workspace {
  /// Takes an input in: the original byte for byte, its statements, and what is known of it.
  ///
  /// The same bytes are recognised by their hash, and add nothing.
  package func intake(_ options: IntakeOptions) throws(Failure) -> IntakeOutcome {
    if let date = options.date, !Timestamp.isDate(String(date.prefix(10))) {
      throw Failure(.invalidValue(field: "date", value: date, expected: "a day, as 2026-12-31"))
    }
    let reader = try plan()
    var findings: [Finding] = []
    let policy = reader.policy(&findings)
    guard policy.redact.isEmpty else { throw Failure(.redactionUnavailable(policy.redact)) }
    let bytes = try bytes(of: options.input)
    let sha256 = Fingerprint.sha256(bytes)
    if let known = reader.source(withSHA256: sha256) {
      return IntakeOutcome(source: known, isNew: false, attachments: [])
    }
    let reading = try failing({ .intake($0, input: options.input.name) }) { () throws(IntakeError) in
      try Original.read(bytes, name: options.input.name, as: options.format)
    }
    let source = try source(from: reading, options, sha256: sha256)
    var change = try change()
    change.putFolder(
      [
        Change.NewFile(source.original, bytes),
        Change.NewFile(Source.statementsName, StatementTable.write(source.statements)),
        Change.NewFile(Source.fileName, Array(source.text.utf8)),
      ], at: source.folder)
    try commit(change)
    return IntakeOutcome(source: source, isNew: true, attachments: reading.attachments)
  }

  private func bytes(of input: IntakeOptions.Input) throws(Failure) -> [UInt8] {
    try failing(Failure.Reason.file) { () throws(FileError) in
      switch input {
      case .file(let path): try FileSystem.read(surroundings.absolute(path), limit: IntakeLimits.bytes)
      case .standardInput: try FileSystem.readStandardInput(limit: IntakeLimits.bytes)
      }
    }
  }

  private func source(from reading: Reading, _ options: IntakeOptions, sha256: String) throws(Failure) -> Source {
    let id = try newID(Source.self)
    let title = (options.title ?? reading.title).foldingWhiteSpace()
    let folder = newPath(of: id.any, title: title)
    var people = reading.people
    if let from = options.from, !people.contains(where: { $0.name == from }) { people.append(Person(name: from)) }
    var statements = reading.statements
    if let from = options.from {
      for index in statements.indices where statements[index].speaker.isEmpty { statements[index].speaker = from }
    }
    return Source(
      id: id, title: title, file: "\(folder)/\(Source.fileName)", format: reading.format,
      original: "original.\(reading.format.fileExtension)", sha256: sha256, received: reading.received ?? options.date,
      people: people, reach: options.reach ?? 1, segments: options.segments, url: options.url,
      chatter: reading.chatter, statements: statements)
  }
}

extension IntakeOptions.Input {
  /// What messages call it.
  package var name: String {
    switch self {
    case .file(let path): path
    case .standardInput: "-"
    }
  }
}

extension SourceFormat {
  /// The ending of the original's name in its folder.
  fileprivate var fileExtension: String {
    switch self {
    case .mail: "eml"
    case .text: "txt"
    case .markdown: "md"
    case .table: "csv"
    case .jsonLines: "jsonl"
    case .call, .slack, .discord, .telegram, .zendesk, .intercom, .github, .gitlab, .jira, .json: "json"
    case .mbox, .vtt, .srt, .html, .docx, .pdf: rawValue
    }
  }
}
