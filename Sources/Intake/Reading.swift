package import PlanModel

/// An original as it was read: what is said in it, by whom, and what needs no carrying.
package struct Reading: Sendable {
  package var format: SourceFormat
  /// The subject, first heading or first words; never empty, on one line.
  package var title: String
  /// When it was said, as the material states it: ISO 8601, with an offset where one is given.
  package var received: String?
  /// Who speaks, and who is spoken to, in order of appearance.
  package var people: [Person]
  /// Statement N is `statements[N - 1]`; in the order of the original.
  package var statements: StatementList
  /// The statements that need no carrying; `why` is one of `Chatter`'s values.
  package var chatter: [LedgerEntry]
  /// The statements that the team wrote for itself.
  package var internalLines: [LineRange] = []
  package var attachments: [Attachment]
  /// Dates are left out, or parts of them, that can be read in two ways.
  package var hasUnclearDates = false
  package var origin = Origin()
  /// The decoded text, where it cannot be had from the original alone again: words were replaced, or a program had to
  /// extract them.
  package var words: [UInt8]?
}

/// What the material itself says of who is behind it, and where it can be found.
package struct Origin: Hashable, Sendable {
  /// What stays the same when the conversation goes on: a message id, an issue's address, a ticket's number; with the
  /// system before it, as in `github:octo/app#42`.
  package var identity: String?
  package var url: String?
  /// How many voices it stands for: requesters, voters, reactions; nil where the material does not tell. From 1 to
  /// ``mostVoices``, as a plan has it, whatever number a stranger wrote.
  package var reach: Int? {
    didSet { reach = reach.map { min(max($0, 1), Self.mostVoices) } }
  }
  /// Organisations, plans, versions: the groups of customers that it names.
  package var segments: [String] = []

  package static let mostVoices = 1_000_000_000

  package init() {}

  /// Whoever wrote, and so many others.
  static func voices(besides others: Int) -> Int { 1 + min(max(others, 0), mostVoices - 1) }
}

/// A file that came with a message. It is listed, and not read.
package struct Attachment: Hashable, Sendable {
  /// Its file name, or empty.
  package var name: String
  /// Its media type in lower case: `image/png`.
  package var type: String
  /// Its size in bytes once decoded; nil where only its address is known.
  package var bytes: Int?
  /// The file itself, where the original carries it.
  package var content: [UInt8]?
  /// Where it lies, where the original only names it.
  package var url: String?

  package init(name: String, type: String, bytes: Int? = nil, content: [UInt8]? = nil, url: String? = nil) {
    self.name = name
    self.type = type
    self.bytes = bytes
    self.content = content
    self.url = url
  }
}

/// Why a statement needs no carrying.
package enum Chatter: String, CaseIterable, Sendable {
  case greeting
  case signature
  case disclaimer
  /// Says who wrote what is quoted below: "On … wrote:", or a block of From, Sent and Subject.
  case attribution
  /// Added by a mailing list, a help desk or a scanner.
  case footer
  /// A chat's own line: somebody joined, left or was added.
  case notice
  /// The keys of a document's front matter, a comment, or a line of nothing but tags.
  case markup
  /// Quoted words that stand in the same source already, where they were said.
  case repetition
  /// Nothing is said: a sound, a symbol, a farewell, `n/a` in the field of a form.
  case filler
  /// A statement of a system, a bot or a form: a status, an identifier, a rating without words.
  case metadata
}
