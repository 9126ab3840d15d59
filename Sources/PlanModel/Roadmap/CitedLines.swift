/// The statements that an intent rests on: those that it, its epics and its stories cite, each once.
package struct CitedLines: Sendable {
  /// By source, in the order of the sources' ids; stretches of one source rise and do not touch.
  package private(set) var sources: [(source: ID<Source>, stretches: [ClosedRange<Int>])] = []

  package init(_ citations: some Sequence<Citation>) {
    for citation in Set(citations).sorted() {
      guard let last = sources.indices.last, sources[last].source == citation.source else {
        sources.append((citation.source, [citation.lines]))
        continue
      }
      let end = sources[last].stretches.count - 1
      let stretch = sources[last].stretches[end]
      if citation.lines.lowerBound <= stretch.upperBound + 1 {
        sources[last].stretches[end] = stretch.lowerBound...max(stretch.upperBound, citation.lines.upperBound)
      } else {
        sources[last].stretches.append(citation.lines)
      }
    }
  }

  package var citations: [Citation] {
    sources.flatMap { source, stretches in stretches.map { Citation(source: source, lines: $0) } }
  }
}

extension Plan {
  /// What every intent rests on; what was dropped is not looked at, and a story is of its epic's intent where it names none.
  package var citedByIntent: [ID<Intent>: CitedLines] {
    let ofEpic = intentsOfEpics
    let stories = stories.filter { $0.status != .dropped }.map { ($0.intent(ofEpic), $0.mentions) }
    let all = intents.map { (Optional($0.id), $0.mentions) } + epics.map { ($0.intent, $0.mentions) } + stories
    var citations: [ID<Intent>: [Citation]] = [:]
    for (intent, mentions) in all {
      guard let intent else { continue }
      for mention in mentions {
        if case .statements(let citation) = mention.target { citations[intent, default: []].append(citation) }
      }
    }
    return citations.mapValues { CitedLines($0) }
  }

  /// The intent of each epic.
  package var intentsOfEpics: [ID<Epic>: ID<Intent>] {
    Dictionary(epics.compactMap { epic in epic.intent.map { (epic.id, $0) } }) { first, _ in first }
  }
}

extension Story {
  /// The intent that it says itself, or that its epic does.
  package func intent(_ ofEpic: [ID<Epic>: ID<Intent>]) -> ID<Intent>? { intent ?? epic.flatMap { ofEpic[$0] } }
}
