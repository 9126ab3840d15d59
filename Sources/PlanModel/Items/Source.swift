/// One input in its original form: a customer conversation, support thread, brief, transcript or export.
package struct Source: PlanItem {
  package static var kind: ItemKind { .source }

  package var id: ID<Source>
  package var title: String
  /// The `source.yml` of this source.
  package var file: String
  /// What the original is: mail, a chat export, a table of reviews.
  package var format: SourceFormat
  /// The name of the original beside `source.yml`.
  package var original: String
  /// SHA-256 of the original's bytes, in lower-case hexadecimal.
  package var sha256: String
  /// When it was said, as the material states it: an ISO 8601 date, with time and offset where known.
  package var received: String?
  package var people: [Person]
  /// How many customers or mentions this source stands for.
  package var reach: Int
  /// Who they are: the customer segments it speaks for.
  package var segments: [String]
  package var url: String?
  /// Greetings, signatures and quoted repetitions: statements that need no carrying.
  package var chatter: [LedgerEntry]
  /// Statements that the plan leaves out on purpose, each with the reason.
  package var setAside: [LedgerEntry]
  package var statements: [Statement]

  package init(
    id: ID<Source>, title: String, file: String, format: SourceFormat, original: String, sha256: String,
    received: String? = nil, people: [Person] = [], reach: Int = 1, segments: [String] = [], url: String? = nil,
    chatter: [LedgerEntry] = [], setAside: [LedgerEntry] = [], statements: [Statement] = []
  ) {
    self.id = id
    self.title = title
    self.file = file
    self.format = format
    self.original = original
    self.sha256 = sha256
    self.received = received
    self.people = people
    self.reach = reach
    self.segments = segments
    self.url = url
    self.chatter = chatter
    self.setAside = setAside
    self.statements = statements
  }

  /// The folder that holds the original, `statements.tsv` and `source.yml`.
  package var folder: String {
    file.lastIndex(of: "/").map { String(file[..<$0]) } ?? ""
  }

  /// The statements that `lines` address, or nil when one of them does not exist.
  package func statements(at lines: ClosedRange<Int>) -> ArraySlice<Statement>? {
    guard lines.lowerBound >= 1, lines.upperBound <= statements.count else { return nil }
    return statements[(lines.lowerBound - 1)...(lines.upperBound - 1)]
  }
}

/// Somebody who speaks in a source.
package struct Person: Hashable, Sendable {
  package var name: String
  /// The address as the material gives it, when it does.
  package var address: String?

  package init(name: String, address: String? = nil) {
    self.name = name
    self.address = address
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
