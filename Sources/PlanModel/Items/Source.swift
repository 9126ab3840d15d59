/// One input in its original form: a customer conversation, support thread, brief, transcript or export.
package struct Source: PlanItem {
  package static var kind: ItemKind { .source }

  package var id: ID<Source>
  package var title: String
  /// The `source.yml` of this source.
  package var file: String
  /// What the original is: mail, a chat export, a table of reviews.
  package var format: SourceFormat
  /// What was taken in, the oldest first; never empty.
  package var revisions: [Revision]
  /// What stays the same when the conversation goes on, as in `github:octo/app#42`: a later original that has it too is a
  /// revision of this source.
  package var thread: String?
  /// When it was said, as the material states it: an ISO 8601 date, with time and offset where known.
  package var received: String?
  package var people: [Person]
  /// How many customers or mentions this source stands for.
  package var reach: Int
  /// Who they are: the customer segments it speaks for.
  package var segments: [String]
  package var url: String?
  /// The files that came with it.
  package var attachments: [SourceAttachment]
  /// How many different values of a kind were replaced before anything was stored: 3 of `email`.
  package var redactions: [RedactionCount]
  /// Greetings, signatures and quoted repetitions: statements that need no carrying.
  package var chatter: [LedgerEntry]
  /// Statements that the plan leaves out on purpose, each with the reason.
  package var setAside: [LedgerEntry]
  /// Statements that the team wrote for itself, as a ticket's private notes: no customer said or saw them.
  package var internalLines: [LineRange]
  package var statements: StatementList

  package init(
    id: ID<Source>, title: String, file: String, format: SourceFormat, revisions: [Revision], thread: String? = nil,
    received: String? = nil, people: [Person] = [], reach: Int = 1, segments: [String] = [], url: String? = nil,
    attachments: [SourceAttachment] = [], redactions: [RedactionCount] = [], chatter: [LedgerEntry] = [],
    setAside: [LedgerEntry] = [], internalLines: [LineRange] = [], statements: StatementList = []
  ) {
    self.id = id
    self.title = title
    self.file = file
    self.format = format
    self.revisions = revisions
    self.thread = thread
    self.received = received
    self.people = people
    self.reach = reach
    self.segments = segments
    self.url = url
    self.attachments = attachments
    self.redactions = redactions
    self.chatter = chatter
    self.setAside = setAside
    self.internalLines = internalLines
    self.statements = statements
  }

  /// The folder that holds the original, `statements.tsv` and `source.yml`.
  package var folder: String {
    file.lastIndex(of: "/").map { String(file[..<$0]) } ?? ""
  }

  /// The statements that `lines` address, or nil when one of them does not exist.
  package func statements(at lines: ClosedRange<Int>) -> Slice<StatementList>? {
    guard lines.lowerBound >= 1, lines.upperBound <= statements.count else { return nil }
    return statements[(lines.lowerBound - 1)...(lines.upperBound - 1)]
  }
}

extension Source {
  /// The numbers of the statements that the team wrote for itself.
  package var internalNumbers: Set<Int> {
    Set(internalLines.flatMap { statements.numbers(in: $0.bounds) })
  }

  /// Whether the team wrote the statement of this number for itself.
  package func isInternal(_ number: Int) -> Bool { internalLines.contains { $0.bounds.contains(number) } }

  /// The statements that a revision brought, from 1; empty when it brought none.
  package func lines(of revision: Int) -> Range<Int> {
    let next = revision + 1 < revisions.count ? revisions[revision + 1].first : statements.count + 1
    let end = min(max(next, 1), statements.count + 1)
    return min(max(revisions[revision].first, 1), end)..<end
  }
}

/// A file that came with a source.
package struct SourceAttachment: Hashable, Sendable {
  package var name: String
  /// Its media type: `image/png`.
  package var type: String
  /// Its size in bytes, where known.
  package var bytes: Int?
  /// Where it is kept, relative to the source's folder; nil where it is not.
  package var file: String?
  /// Where it lies, when the material only names it.
  package var url: String?

  package init(name: String, type: String, bytes: Int? = nil, file: String? = nil, url: String? = nil) {
    self.name = name
    self.type = type
    self.bytes = bytes
    self.file = file
    self.url = url
  }
}

/// How many different values of one kind were replaced.
package struct RedactionCount: Hashable, Sendable {
  package var kind: String
  package var count: Int

  package init(kind: String, count: Int) {
    self.kind = kind
    self.count = count
  }
}

/// Some statements of a source, and why they stand where they stand in its ledger.
package struct LedgerEntry: Hashable, Sendable {
  package var lines: LineRange
  package var why: String

  package init(lines: LineRange, why: String) {
    self.lines = lines
    self.why = why
  }
}
