import PlanModel

/// Drafts a plan from statements: a brief is carried over as it stands, talk by its topics. The same statements give the
/// same draft.
package struct Drafter {
  /// The least similarity at which a topic is that of an intent there is.
  package static let sameTopic: Float = 0.25

  private let known: [KnownIntent]

  package init(known: [KnownIntent]) { self.known = known }

  package func draft(_ sources: [DraftingSource]) -> PlanDraft {
    var draft = PlanDraft()
    var talk: [DraftingSource] = []
    for whole in sources where !whole.statements.isEmpty {
      let (marked, formalities) = Layout.marked(whole)
      draft.formalities += formalities
      let source = Exchange.heard(marked)
      if let brief = BriefDrafter.draft(source) {
        draft.intents.append(brief.intent)
        draft.headings += brief.headings
      } else {
        talk.append(source)
      }
    }
    let talked = TalkDrafter.draft(talk)
    draft.intents += talked.intents
    draft.headings += talked.headings
    draft.unassigned = talked.unassigned.sorted { $0.citation < $1.citation }
    draft.leftOver = talked.leftOver
    draft.sampling = talked.sampling
    attach(&draft)
    return draft
  }

  /// Finds the intents that there are already for the topics of a draft.
  private func attach(_ draft: inout PlanDraft) {
    guard !known.isEmpty else { return }
    let index = SimilarityIndex(known.map { Array($0.words.utf8) })
    for place in draft.intents.indices {
      let intent = draft.intents[place]
      let words = ([intent.title] + intent.statements.map(\.text)).joined(separator: " ")
      guard let best = index.nearest(to: Array(words.utf8), limit: 1).first, best.similarity >= Self.sameTopic else {
        continue
      }
      draft.intents[place].known = (known[best.text].id, best.similarity)
      draft.intents[place].stories = newStories(of: intent, besides: known[best.text].stories)
    }
  }

  /// The stories of a draft that no story says already.
  private func newStories(of intent: DraftedIntent, besides known: [String]) -> [DraftedStory] {
    let index = SimilarityIndex(known.map { Array($0.utf8) })
    return intent.stories.filter { story in
      let words = story.statements.map(\.text).joined(separator: " ")
      return (index.nearest(to: Array(words.utf8), limit: 1).first?.similarity ?? 0) < Self.sameTopic
    }
  }
}
