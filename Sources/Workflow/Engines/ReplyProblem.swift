package import PlanModel

/// Free words, with their place in the reply.
package struct ReplyWords: Hashable, Sendable {
  package var text: String
  package var path: String
}

/// What keeps a reply from being taken, and where.
package struct ReplyProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case noJSON(line: Int, column: Int)
    case wrongType(expected: String)
    case unknownMember(known: [String])
    case missing
    case tooLong(limit: Int)
    case tooMany(limit: Int)
    case badCitation
    /// The source was not asked about.
    case otherSource(ID<Source>)
    case noStatement(Citation, count: Int)
    case tooWide(limit: Int)
    case notVerbatim(Citation)
    case tooShort
    case noQuote
    /// Free words that put words into somebody's mouth.
    case inventedWords(String)
    /// Free words that name an item.
    case namesItem(String)
    /// Free words that are more than words on a line.
    case markup
    case noFile(String)
    case noSymbol(String, file: String)
    case noIntent(String)
    case duplicate(of: String)
    case nothing
    /// No line that the story adds or removes in that file holds these words.
    case notInDiff(String)
    /// Of an opinion: a question that was not asked.
    case notAsked(String)
    /// So many questions have no opinion.
    case unanswered([String])
  }

  /// Where in the reply: `/intents/0/stories/1/title`.
  package var path: String
  package var kind: Kind

  package init(_ kind: Kind, at path: String) {
    self.kind = kind
    self.path = path
  }

  /// Whether what could not be read there is why another problem was found: at the same place, below it, or in the
  /// object that it is missing from.
  func explains(_ other: ReplyProblem) -> Bool {
    if case .unknownMember = kind { return false }
    if path == "/" || path == "/intents" || path == other.path || other.path.hasPrefix(path + "/") { return true }
    // What nothing was quoted for is named by its title.
    return other.kind == .noQuote && path.hasSuffix("quotes") && path.dropLast(6) == other.path.dropLast(5)
  }
}
