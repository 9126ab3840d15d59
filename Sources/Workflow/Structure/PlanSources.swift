package import Drafting
import FileSystem
package import Grounding
import PlanFiles
package import PlanModel

/// What a plan could be made of, or was.
package struct PlanOutcome: Sendable {
  package var draft: PlanDraft
  /// The ids that the drafted intents have or get, in their order, and those of their stories.
  package var ids: [(intent: ID<Intent>, stories: [ID<Story>])]
  /// Who says what is in each drafted intent.
  package var heard: [Heard]
  /// The files that are new or change, by their paths.
  package var files: [String]
  /// The code that drafted stories may be about, the nearest first; empty without an index of the code.
  package var code: [ItemID: [GroundedFile]]
  /// How many statements of these sources the plan carried before.
  package var carriedBefore: Int
  package var isApplied: Bool

  /// How many people speak, each counted once, and in how many sources.
  package struct Heard: Hashable, Sendable {
    package var people: Int
    package var sources: Int
    /// Whether the sources say of anybody who speaks.
    package var isNamed: Bool

    package init(people: Int, sources: Int, isNamed: Bool = true) {
      self.people = people
      self.sources = sources
      self.isNamed = isNamed
    }
  }

  /// How many statements the draft carries.
  package var carried: Int { Set(draft.intents.flatMap(\.statements).map(\.citation)).count }
}

extension Workspace {
  /// Drafts intents and stories from what sources say and nothing carries yet; with `apply`, writes them.
  ///
  /// - Parameter sources: ids or beginnings of them; at least one.
  package func plan(_ sources: [String], apply: Bool) throws(Failure) -> PlanOutcome {
    var chosen: [Source] = []
    for text in sources {
      let source = try source(try id(text, of: Source.self))
      if !chosen.contains(where: { $0.id == source.id }) { chosen.append(source) }
    }
    let snapshot = try snapshot()
    // What cannot be read may carry statements, which would be drafted again.
    if let broken = snapshot.unread.first {
      throw Failure(.brokenFile(broken), hints: [.open(path: broken.path, line: broken.line)])
    }
    let plan = snapshot.plan
    let tree = try self.plan().tree
    let ledger = Ledger(of: chosen, in: plan.citingItems)
    let colleagues = plan.colleagues(in: chosen)
    let draft = Drafter(known: plan.knownIntents())
      .draft(ledger.sources.map { DraftingSource($0, headings: HeadingLines($0.source, tree), colleagues: colleagues) })
    let files = try DraftFiles(draft, plan: plan, in: self)
    if apply { try commit(files.change(settingAside: draft, in: chosen)) }
    let code = nearestCode(to: files.newStories)
    let heard = Self.heard(in: draft, of: chosen, Voices(chosen, colleagues: colleagues))
    return PlanOutcome(
      draft: draft, ids: files.ids, heard: heard, files: files.paths, code: code,
      carriedBefore: ledger.counts.carried, isApplied: apply)
  }
}

extension Workspace {
  private static func heard(in draft: PlanDraft, of sources: [Source], _ voices: Voices) -> [PlanOutcome.Heard] {
    let tables = Set(sources.filter(\.isTableOfVoices).map(\.id))
    func voice(_ said: Said) -> Voice {
      let source = said.citation.source
      return voices.voice(speaker: said.speaker, turn: said.turn, in: source, isTable: tables.contains(source))
    }
    return draft.intents.map { intent in
      // What nobody who is named says is no further person beside those who are.
      let named = Set(
        intent.statements.filter { !$0.speaker.isEmpty && !voice($0).isColleague }.map(\.citation.source)
      ).subtracting(tables)
      let people = intent.statements.filter { !$0.speaker.isEmpty || !named.contains($0.citation.source) }
        .map(voice).filter { !$0.isProgram }
      // Who answers does not ask; of a talk among colleagues they are all there is.
      let asking = people.filter { !$0.isColleague }
      return PlanOutcome.Heard(
        people: Set((asking.isEmpty ? people : asking).map(\.key)).count,
        sources: Set(intent.statements.map(\.citation.source)).count,
        isNamed: intent.statements.contains { !$0.speaker.isEmpty || tables.contains($0.citation.source) })
    }
  }
}

extension DraftingSource {
  /// What is still to be carried; each statement is classified with all that stands around it.
  ///
  /// - Parameter colleagues: the addresses of those who answer and do not ask.
  init(_ account: SourceLedger, headings: HeadingLines?, colleagues: Set<String>) {
    let source = account.source
    let found = source.classifications
    let finder = RequesterFinder(source, colleagues: colleagues)
    let agents = source.shape == .table ? [] : finder.answering
    let asked = source.shape == .table ? AskedColumns(source.statements) : nil
    let ownWords = source.internalNumbers
    var open: [Said] = []
    for line in account.stretches.filter({ $0.fate == .lost }).flatMap(\.lines) {
      let statement = source.statements[line - 1]
      var said = Said(
        citation: Citation(source: source.id, lines: line...line), turn: statement.turn, speaker: statement.speaker,
        text: statement.text, classification: found[line - 1],
        isHeading: headings.map { $0.contains(statement.text) })
      said.level = headings?.level(of: statement.text)
      said.isAgents = agents.contains(statement.speaker)
      said.isCode = headings?.isCode(statement.text) ?? false
      if let label = asked?.label(at: line) { said.answer(label) }
      if ownWords.contains(line) { said.keepInternal() }
      open.append(said)
    }
    self.init(title: source.title, shape: source.shape, statements: open)
    isTitledByOpening = source.isTitledByOpening
  }
}

extension Source {
  fileprivate var shape: DraftingSource.Shape {
    switch format {
    case .mail, .mbox, .zendesk, .intercom, .github, .gitlab, .jira: .ticket
    default: isTableOfVoices ? .table : .talk
    }
  }

  /// Whether the title is how the talk begins: nobody gave one.
  fileprivate var isTitledByOpening: Bool {
    guard shape == .talk, format != .markdown, statements.contains(where: { !$0.speaker.isEmpty }),
      let first = statements.first
    else { return false }
    let words = title.hasSuffix("…") ? title.dropLast() : title[...]
    return !words.isEmpty && first.text.hasPrefix(words)
  }
}
