import Drafting
import FileSystem
import PlanFiles
import PlanModel

/// A draft as files: new intents and stories, and quotations added to intents that there are.
struct DraftFiles {
  private(set) var ids: [(intent: ID<Intent>, stories: [ID<Story>])] = []
  private var new: [NewItem] = []
  private var edited: [EditedFile] = []
  private let workspace: Workspace

  var newStories: [NewItem] { new.filter { $0.id.kind == .story } }
  var paths: [String] { (edited.map(\.path) + new.map(\.path)) }

  init(_ draft: PlanDraft, plan: Plan, in workspace: Workspace) throws(Failure) {
    self.workspace = workspace
    var taken = plan.unreadable.union(plan.items.map(\.id))
    for intent in draft.intents {
      let id = try add(intent, &taken, plan)
      var stories: [ID<Story>] = []
      for story in intent.stories { stories.append(add(story, of: id, &taken)) }
      ids.append((id, stories))
    }
  }

  /// All of it as one change; headings of briefs and lines about documents are set aside in their sources.
  func change(settingAside draft: PlanDraft, in sources: [Source]) throws(Failure) -> Change {
    var change = try workspace.change()
    for item in new { change.put(Array(item.text.utf8), at: item.path, expecting: .absent) }
    for file in edited { change.put(file.new, at: file.path, expecting: .contents(file.old)) }
    for source in sources {
      let entries = [(draft.headings, "heading"), (draft.formalities, "about the document")].flatMap { said, why in
        said.filter { $0.citation.source == source.id }.map {
          LedgerEntry(lines: LineRange($0.citation.lines), why: why)
        }
      }
      if entries.isEmpty { continue }
      let file = try workspace.settingAside(
        entries.sorted { $0.lines.bounds.lowerBound < $1.lines.bounds.lowerBound }, of: source)
      change.put(file.new, at: file.path, expecting: .contents(file.old))
    }
    return change
  }

  private mutating func add(
    _ intent: DraftedIntent, _ taken: inout Set<ItemID>, _ plan: Plan
  ) throws(Failure) -> ID<Intent> {
    if let known = intent.known, let there = plan.intent(known.id) {
      let document = try workspace.document(of: there.id.any)
      // Several topics may be of one intent: each is added to what the ones before made of its file.
      let place = edited.firstIndex { $0.path == document.path }
      let words = intent.statements.map(\.words)
      if let place {
        edited[place].new = try workspace.document(edited[place].new, path: document.path).quoting(
          words, in: "Rationale")
      } else {
        let new = document.quoting(words, in: "Rationale")
        edited.append(EditedFile(path: document.path, old: document.text.bytes, new: new))
      }
      return known.id
    }
    let id = Self.id(Intent.self, of: intent.statements.first, intent.title, &taken)
    var draft = IntentDraft(id: id, title: intent.title)
    draft.quotations = intent.problem.map(\.words)
    draft.outcome = intent.outcome.isEmpty ? nil : intent.outcome.map { "- \($0.line)" }.joined(separator: "\n")
    draft.goals = intent.goals.map(\.line)
    draft.constraints = intent.constraints.map(\.line)
    draft.outOfScope = intent.outOfScope.map(\.line)
    draft.questions = intent.questions.map(\.question) + intent.missing.map(\.question)
    draft.rationale = intent.rationale.map(\.words)
    draft.notes = intent.notes
    new.append(NewItem(id: id.any, path: newPath(of: id.any, title: intent.title), text: draft.text))
    return id
  }

  private mutating func add(_ story: DraftedStory, of intent: ID<Intent>, _ taken: inout Set<ItemID>) -> ID<Story> {
    let id = Self.id(Story.self, of: story.statements.first, story.title, &taken)
    var draft = StoryDraft(id: id, title: story.title)
    draft.intent = intent
    draft.narrative = story.narrative.map(\.line)
    draft.quotations = story.quotations.map(\.words)
    draft.criteria = story.criteria.map { criterion in
      StoryDraft.Criterion(title: PlainText.escaped(criterion.title), quotations: criterion.statements.map(\.words))
    }
    draft.constraints = story.constraints.map(\.line)
    draft.questions = story.missing.map(\.question)
    draft.notes = story.importance.map { ["Importance: \($0.rawValue)."] } ?? []
    new.append(NewItem(id: id.any, path: newPath(of: id.any, title: story.title), text: draft.text))
    return id
  }

  /// The same words get the same id each time, so that a preview shows what will be written.
  private static func id<Item: PlanItem>(
    _: Item.Type, of first: Said?, _ title: String, _ taken: inout Set<ItemID>
  ) -> ID<Item> {
    let words = "\(Item.kind.rawValue) \(first?.citation.description ?? "") \(title)"
    var generator = SplitMix64(seed: FNV1a.hash(words.utf8))
    while true {
      let id = ItemID.random(Item.kind, using: &generator)
      if taken.insert(id).inserted, let typed = ID<Item>(id) { return typed }
    }
  }
}

extension Said {
  fileprivate var words: CitedWords { CitedWords(text: text, speaker: speaker, citation: citation) }

  /// The words behind who undertook them, and where they stand.
  fileprivate var task: String { speaker.isEmpty ? line : "\(PlainText.escaped(speaker)): \(line)" }

  /// The words and where they stand, for a list.
  fileprivate var line: String { "\(PlainText.escaped(text)) (\(citation))" }

  /// The same of a question, which gets a number of its own.
  fileprivate var question: String {
    let number = text.prefix { $0.isNumber && $0.isASCII }
    let rest = text.dropFirst(number.count)
    guard 1...2 ~= number.count, rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return line }
    return "\(PlainText.escaped(String(rest.dropFirst(2)))) (\(citation))"
  }
}

extension DraftedIntent {
  /// What was settled and undertaken, for a last section.
  fileprivate var notes: [String] {
    var notes: [String] = []
    if !decisions.isEmpty {
      let lines = decisions.map { "- \($0.line.foldingWhiteSpace())" }.joined(separator: "\n")
      notes.append("Decided, to be recorded with `git handoff decide`:\n\n" + lines)
    }
    if !actions.isEmpty {
      notes.append("To be done:\n\n" + actions.map { "- \($0.task.foldingWhiteSpace())" }.joined(separator: "\n"))
    }
    return notes
  }
}

/// Words of others in Markdown: they stay words.
enum PlainText {
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for (index, character) in text.enumerated() {
      let isBlockMark = index == 0 && "#>-+=|~[".contains(character)
      if isBlockMark || "`<\\".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}

extension MissingPart {
  /// What somebody has to say.
  package var question: String {
    switch self {
    case .problem: "What hurts, and whom? The sources do not say."
    case .outcome: "What is true for them when this is solved? The sources do not say."
    case .actor: "Who wants this, and what for?"
    case .criteria: "How does one see that this is done?"
    }
  }
}
