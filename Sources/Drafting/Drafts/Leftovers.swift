import PlanModel

/// Gives what clearly does something, and found no topic of its own, to the intent of the same conversation.
struct Leftovers {
  /// How many statements away the intent may be that it goes to, where a conversation has several.
  private static let near = 10
  /// And where it has one.
  private static let far = 40
  /// How probable its label has to be.
  private static let leastClear: Float = 0.5

  /// The statements of each conversation that are placed: their lines, and in which intent.
  private var placed: [ID<Source>: [(line: Int, intent: Int)]] = [:]
  private let talk: Set<ID<Source>>

  init(_ intents: [DraftedIntent], talk: Set<ID<Source>>) {
    self.talk = talk
    for (index, intent) in intents.enumerated() {
      for said in intent.statements where talk.contains(said.citation.source) {
        placed[said.citation.source, default: []].append((said.citation.lines.lowerBound, index))
      }
    }
    for source in placed.keys { placed[source]?.sort { $0.line < $1.line } }
  }

  /// The intent that a statement goes to; nil where none is near, or it does nothing clearly enough.
  func intent(for said: Said, _ label: Label?) -> Int? {
    guard let label, said.isHeading != true, !said.isCode, let there = placed[said.citation.source] else { return nil }
    switch label {
    case .problem, .request, .constraint, .decision, .workaround, .action, .question: break
    case .praise, .context, .chatter: return nil
    }
    let isSaid = said.seconds != nil || said.classification.probability(of: label) >= Self.leastClear
    guard isSaid, said.seconds != nil || StoryWords.areEnough(in: said.text, atLeast: 2) else { return nil }
    guard let nearest = nearest(to: said.citation.lines.lowerBound, in: there) else { return nil }
    let reach = Set(there.map(\.intent)).count == 1 ? Self.far : Self.near
    return said.isUnderList || nearest.distance <= reach ? nearest.intent : nil
  }

  /// By halving, what stands before counts as nearer.
  private func nearest(to line: Int, in there: [(line: Int, intent: Int)]) -> (intent: Int, distance: Int)? {
    var low = 0
    var high = there.count
    while low < high {
      let middle = (low + high) / 2
      if there[middle].line < line { low = middle + 1 } else { high = middle }
    }
    let before = low > 0 ? there[low - 1] : nil
    let behind = low < there.count ? there[low] : nil
    guard let before else { return behind.map { ($0.intent, $0.line - line) } }
    if let behind, behind.line - line < line - before.line { return (behind.intent, behind.line - line) }
    return (before.intent, line - before.line)
  }
}
