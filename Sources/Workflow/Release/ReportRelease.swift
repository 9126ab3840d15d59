import PlanFiles
package import PlanModel

/// A release or a story, for somebody who accepts or rejects it without reading code.
package struct ReportOutcome: Sendable {
  package var release: Release
  package var stories: [ReportedStory]
  package var unreadable: [Finding]
}

/// A story with the words that it goes back to.
package struct ReportedStory: Sendable {
  package var released: ReleasedStory
  package var intent: String?
  package var said: [ReportedStatement]
  /// Its statements that are not in `said`.
  package var moreSaid: Int
  /// Questions that nobody has answered.
  package var questions: [Question]
}

/// Somebody's words, and where they were said.
package struct ReportedStatement: Hashable, Sendable {
  package var citation: Citation
  package var statement: Statement
  /// The day, where it is known.
  package var day: String?
}

extension Workspace {
  /// What a person decides by who cannot read code: what was asked, what was promised, and what shows it.
  package func report(_ options: ReleaseOptions) throws(Failure) -> ReportOutcome {
    let release = try release(options)
    let snapshot = try plan().snapshot(withSources: false)
    let ofEpic = snapshot.plan.intentsOfEpics
    var outcome = ReportOutcome(release: release, stories: [], unreadable: snapshot.unread)
    var sources: [ID<Source>: Source] = [:]
    for released in release.stories {
      let intent = released.story.intent(ofEpic).flatMap { snapshot.plan.intent($0)?.title }
      var reported = ReportedStory(
        released: released, intent: intent, said: [], moreSaid: 0,
        questions: released.story.questions.filter { !$0.isAnswered })
      var seen: Set<Citation> = []
      for citation in CitingItem(released.story).places.map(\.citation) {
        if sources[citation.source] == nil { sources[citation.source] = try? source(citation.source) }
        guard let source = sources[citation.source], let statements = source.statements(at: citation.lines) else {
          continue
        }
        for (line, statement) in zip(citation.lines, statements) {
          let place = Citation(source: source.id, lines: line...line)
          guard seen.insert(place).inserted else { continue }
          if reported.said.count == Self.mostSaid {
            reported.moreSaid += 1
          } else {
            reported.said.append(
              ReportedStatement(citation: place, statement: statement, day: source.day(of: statement)))
          }
        }
      }
      outcome.stories.append(reported)
    }
    return outcome
  }

  /// More words than a page has room for are counted only.
  private static let mostSaid = 12
}

extension Source {
  /// The day on which something was said; nil where nobody knows.
  package func day(of statement: Statement) -> String? {
    let time = statement.time.isEmpty ? received ?? "" : statement.time
    return time.utf8.count >= 10 && Timestamp.isDate(String(time.prefix(10))) ? String(time.prefix(10)) : nil
  }
}
