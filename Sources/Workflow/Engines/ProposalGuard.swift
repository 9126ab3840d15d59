import PlanFiles
import PlanModel

/// Holds a proposal against what was said and what there is: whoever drafted it, nothing gets in that nobody said.
struct ProposalGuard {
  /// The sources that were asked about.
  let sources: [ID<Source>: Source]
  let plan: Plan
  /// Whether a file, or a definition in it, is in the commit; nil where there is none.
  let anchor: (_ file: String, _ symbol: String?) throws(Failure) -> Anchor?

  private(set) var problems: [ReplyProblem] = []
  /// What quotes were found to be, by their place.
  private(set) var found: [String: [CitedWords]] = [:]
  private(set) var anchors: [String: Anchor] = [:]

  init(
    sources: [Source], plan: Plan, anchor: @escaping (String, String?) throws(Failure) -> Anchor?
  ) {
    self.sources = Dictionary(sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.plan = plan
    self.anchor = anchor
  }

  mutating func check(_ proposal: Proposal) throws(Failure) {
    var stories = Dictionary(plan.stories.map { (Self.core($0.title), $0.id.description) }, uniquingKeysWith: { $1 })
    var intents = Dictionary(plan.intents.map { (Self.core($0.title), $0.id.description) }, uniquingKeysWith: { $1 })
    for intent in proposal.intents {
      check(intent, &intents)
      for story in intent.stories {
        claim(story.title, &stories)
        try check(story)
      }
    }
  }

  private mutating func check(_ intent: Proposal.Intent, _ names: inout [String: String]) {
    for quote in intent.quotes { check(quote) }
    for question in intent.questions { checkFree(question) }
    if let known = intent.known {
      let id = ID<Intent>(known.text)
      if id == nil || !plan.intents.contains(where: { $0.id == id }) { report(.noIntent(known.text), known.path) }
      // What is said of an intent that there is, people write.
      if !intent.quotes.isEmpty || intent.title != nil || !intent.questions.isEmpty {
        report(.unknownMember(known: ["known", "stories"]), intent.path)
      }
      if intent.stories.isEmpty { report(.nothing, intent.path + "/stories") }
      return
    }
    if let title = intent.title {
      checkFree(title)
      claim(title, &names)
    }
    if intent.quotes.isEmpty { report(.noQuote, intent.path) }
  }

  private mutating func check(_ story: Proposal.Story) throws(Failure) {
    checkFree(story.title)
    if let narrative = story.narrative { checkFree(narrative) }
    for quote in story.quotes + story.constraints { check(quote) }
    if story.quotes.isEmpty { report(.noQuote, story.title.path) }
    var titles: [String: String] = [:]
    for criterion in story.criteria {
      checkFree(criterion.title)
      claim(criterion.title, &titles)
      if criterion.quotes.isEmpty { report(.noQuote, criterion.title.path) }
      for quote in criterion.quotes { check(quote) }
    }
    for question in story.questions { checkFree(question) }
    for code in story.code { try check(code) }
  }

  // MARK: quotes

  /// A citation may be of so many statements.
  private static let widest = 20

  private mutating func check(_ quote: Proposal.Quote) {
    guard let citation = Citation(quote.citation) else { return report(.badCitation, quote.path) }
    guard let source = sources[citation.source] else { return report(.otherSource(citation.source), quote.path) }
    guard citation.lines.count <= Self.widest else { return report(.tooWide(limit: Self.widest), quote.path) }
    guard let statements = source.statements(at: citation.lines) else {
      return report(.noStatement(citation, count: source.statements.count), quote.path)
    }
    let said = statements.map { $0.text.foldingWhiteSpace() }
    let words = quote.text.foldingWhiteSpace()
    let whole = said.joined(separator: " ")
    guard !words.isEmpty, Array(whole.utf8)[...].firstPlace(of: Array(words.utf8)) != nil else {
      return report(.notVerbatim(citation), quote.path)
    }
    // A word or two stand in many places: they show nothing about this one.
    guard words == whole || words.split(separator: " ").count >= 3 else { return report(.tooShort, quote.path) }
    found[quote.path] = zip(citation.lines, statements).map { line, statement in
      CitedWords(
        text: statement.text, speaker: statement.speaker, citation: Citation(source: source.id, lines: line...line))
    }
  }

  // MARK: free words

  private mutating func checkFree(_ words: ReplyWords) {
    for problem in FreeWords.problems(of: words.text, wasSaid: wasSaid) { report(problem, words.path) }
  }

  private func wasSaid(_ saying: String) -> Bool {
    let words = Array(saying.foldingWhiteSpace().utf8)
    return sources.values.contains { source in
      source.statements.contains { Array($0.text.foldingWhiteSpace().utf8)[...].firstPlace(of: words) != nil }
    }
  }

  // MARK: the rest

  private mutating func check(_ code: Proposal.Code) throws(Failure) {
    let isInside = !code.file.hasPrefix("/") && !code.file.split(separator: "/").contains("..")
    guard isInside, !code.file.hasPrefix(".handoff"), try anchor(code.file, nil) != nil else {
      return report(.noFile(code.file), code.path)
    }
    guard let found = try anchor(code.file, code.symbol) else {
      return report(.noSymbol(code.symbol ?? "", file: code.file), code.path)
    }
    anchors[code.path] = found
  }

  private mutating func claim(_ words: ReplyWords, _ names: inout [String: String]) {
    let core = Self.core(words.text)
    if let other = names[core] {
      report(.duplicate(of: other), words.path)
    } else {
      names[core] = words.path
    }
  }

  /// The words alone: case, marks and blanks make no other thing of it.
  private static func core(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private mutating func report(_ kind: ReplyProblem.Kind, _ path: String) {
    if problems.count < 100 { problems.append(ReplyProblem(kind, at: path)) }
  }
}
