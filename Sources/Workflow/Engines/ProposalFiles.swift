import PlanFiles
import PlanModel

/// A proposal that was checked, as plan files: the words of statements are the sources', the ids ours.
struct ProposalFiles {
  private(set) var items: [(item: NewItem, title: String)] = []
  private var taken: Set<ItemID>
  private let found: [String: [CitedWords]]
  private let anchors: [String: Anchor]

  init(_ proposal: Proposal, _ check: ProposalGuard, _ plan: Plan) {
    taken = plan.unreadable.union(plan.items.map(\.id))
    found = check.found
    anchors = check.anchors
    for intent in proposal.intents {
      let id = intent.known.flatMap { ID<Intent>($0.text) } ?? add(intent)
      for story in intent.stories { add(story, of: id) }
    }
  }

  private mutating func add(_ intent: Proposal.Intent) -> ID<Intent>? {
    let title = intent.title?.text.foldingWhiteSpace() ?? ""
    guard let id = newID(Intent.self, intent.quotes.first, title) else { return nil }
    var draft = IntentDraft(id: id, title: title)
    draft.quotations = words(intent.problem)
    draft.outcome = intent.outcome.isEmpty ? nil : lines(intent.outcome).map { "- \($0)" }.joined(separator: "\n")
    draft.goals = lines(intent.goals)
    draft.constraints = lines(intent.constraints)
    draft.outOfScope = lines(intent.outOfScope)
    draft.questions = intent.questions.map(Self.free)
    draft.rationale = words(intent.rationale)
    items.append((NewItem(id: id.any, path: newPath(of: id.any, title: title), text: draft.text), title))
    return id
  }

  private mutating func add(_ story: Proposal.Story, of intent: ID<Intent>?) {
    let title = story.title.text.foldingWhiteSpace()
    guard let id = newID(Story.self, story.quotes.first, title) else { return }
    var draft = StoryDraft(id: id, title: title)
    draft.intent = intent
    draft.narrative = story.narrative.map(Self.free)
    draft.quotations = words(story.quotes)
    draft.criteria = story.criteria.map { criterion in
      StoryDraft.Criterion(title: Self.free(criterion.title), quotations: words(criterion.quotes))
    }
    draft.constraints = lines(story.constraints)
    draft.questions = story.questions.map(Self.free)
    draft.places = story.code.compactMap { anchors[$0.path] }
    items.append((NewItem(id: id.any, path: newPath(of: id.any, title: title), text: draft.text), title))
  }

  private func words(_ quotes: [Proposal.Quote]) -> [CitedWords] {
    var seen: Set<Citation> = []
    return quotes.flatMap { found[$0.path] ?? [] }.filter { seen.insert($0.citation).inserted }
  }

  private func lines(_ quotes: [Proposal.Quote]) -> [String] {
    words(quotes).map { "\(PlainText.escaped($0.text)) (\($0.citation))" }
  }

  private static func free(_ words: ReplyWords) -> String { PlainText.escaped(words.text.foldingWhiteSpace()) }

  /// The same words get the same id each time, so that a preview shows what will be written.
  private mutating func newID<Item: PlanItem>(_: Item.Type, _ first: Proposal.Quote?, _ title: String) -> ID<Item>? {
    var generator = SplitMix64(seed: FNV1a.hash("\(Item.kind.rawValue) \(first?.citation ?? "") \(title)".utf8))
    while true {
      let id = ItemID.random(Item.kind, using: &generator)
      if taken.insert(id).inserted { return ID<Item>(id) }
    }
  }
}
