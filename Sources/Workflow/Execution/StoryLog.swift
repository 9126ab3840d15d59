package import Git
package import PlanFiles
package import PlanModel
package import Verification

/// The thread of one story: whose words it comes from, what was done, and what is known of it.
package struct LogOutcome: Sendable {
  package var story: Story
  package var intent: Intent?
  /// The statements that the story quotes or cites, with the source of each.
  package var words: [(source: Source, words: [CitedWords])]
  package var commits: [Commit]
  /// Those of them that write into the plan alone.
  package var planOnly: Set<ObjectID> = []
  package var signOffs: [SignOff]
  package var report: StoryReport?
  /// Whether the history of this clone is cut short, and commits may be missing.
  package var isIncomplete = false
}

extension Workspace {
  /// The thread of a story from the customer's words to the verdict.
  package func log(_ text: String) throws(Failure) -> LogOutcome {
    let story = try item(id(text, of: Story.self))
    var outcome = LogOutcome(story: story, words: [], commits: [], signOffs: [])
    if let intent = story.intent { outcome.intent = try? item(intent) }
    outcome.words = try citedWords(of: story)
    var findings: [Finding] = []
    outcome.signOffs = try plan().signOffs(&findings).filter { $0.story == story.id }.sorted { $0.at < $1.at }
    guard try git({ () throws(GitError) in try repository.head().commit }) != nil else { return outcome }
    outcome.isIncomplete = repository.isShallow
    let verification = try verify(story: story.id, VerifyOptions())
    outcome.commits = verification.commits.map(\.commit)
    outcome.planOnly = try planOnly(among: outcome.commits.map(\.id))
    outcome.report = verification.stories.first { $0.id == story.id }
    return outcome
  }

  /// Each cited statement once, by source, in the order of the source.
  func citedWords(of story: Story) throws(Failure) -> [(source: Source, words: [CitedWords])] {
    var lines: [ID<Source>: Set<ClosedRange<Int>>] = [:]
    for mention in story.mentions {
      guard case .statements(let citation) = mention.target else { continue }
      lines[citation.source, default: []].insert(citation.lines)
    }
    var words: [(source: Source, words: [CitedWords])] = []
    for (id, stretches) in lines.sorted(by: { $0.key < $1.key }) {
      guard let source = try? source(id) else { continue }
      let cited = Set(stretches.flatMap(source.statements.numbers)).sorted().map { number in
        let statement = source.statements[number - 1]
        return CitedWords(
          text: statement.text, speaker: statement.speaker, citation: Citation(source: id, lines: number...number))
      }
      words.append((source, cited))
    }
    return words
  }
}
