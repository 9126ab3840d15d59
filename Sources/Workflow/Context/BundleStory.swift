package import CodeIndex
package import Git
package import Grounding
package import PlanFiles
package import PlanModel
import Privacy
package import Verification

/// All that somebody needs to carry out one story, as it stands in one commit. Secrets are masked in every text.
package struct BundleOutcome: Sendable {
  package var commit: Commit
  /// Whether the commit has the story as it stands here; else its words are those of the work tree.
  package var isStoryCommitted = true
  package var story: Story
  package var intent: Intent?
  package var epic: Epic?
  /// The stories that this one waits for.
  package var waitsFor: [Story] = []
  /// What was said, by source.
  package var words: [(source: Source, words: [CitedWords])] = []
  /// What is known of the criteria at the commit.
  package var report: StoryReport?
  package var decisions: [Decision] = []
  package var drift: DriftOutcome
  package var targets: [BundleTarget] = []
  /// Whether the story names no code, so that the targets are only what `ground` proposes.
  package var areProposed = false
  /// What refers to the targets, the surest first.
  package var dependents = Dependents()
  /// Code that is most like what the story asks for.
  package var patterns: [FoundPattern] = []
  /// Test files that would notice a change of the targets, those most to the point first.
  package var tests: [CoveringTest] = []
  /// Other stories that name the same files.
  package var neighbours: [Story] = []
  /// The latest commits that changed the targets' files, newest first; sweeps over many files and merges left out.
  package var history: [PastCommit] = []
}

/// A place that the story is about, with its code.
package struct BundleTarget: Sendable {
  package var reading: AnchorReading
  /// The lines of the place, without line ends; empty where it is gone, or a pattern.
  package var lines: [String]
}

package struct PastCommit: Hashable, Sendable {
  package var id: ObjectID
  /// `YYYY-MM-DD`, of the committer.
  package var date: String
  package var subject: String
}

extension Workspace {
  /// Gathers what is needed to carry out a story. Nothing is written.
  package func bundle(_ name: String, progress: (IndexProgress) -> Void = { _ in }) throws(Failure) -> BundleOutcome {
    let story = try item(id(name, of: Story.self))
    let head = try commit("HEAD")
    let drift = try drift([story.id.description], progress: progress)
    var outcome = BundleOutcome(
      commit: try git { () throws(GitError) in try repository.commit(head) }, story: story, drift: drift)
    let plan = try snapshot().plan
    outcome.intent = plan.intents.first { $0.id == story.intent }
    outcome.epic = plan.epics.first { $0.id == story.epic }
    outcome.waitsFor = story.dependsOn.compactMap { id in plan.stories.first { $0.id == id } }
    outcome.decisions = plan.decisions(bearingOn: story, outcome.intent)
    outcome.words = try citedWords(of: story)
    outcome.report = try verify(story: story.id, VerifyOptions()).stories.first { $0.id == story.id }
    outcome.isStoryCommitted = try isCommitted(story, in: head)
    try addCode(to: &outcome, progress)
    let paths = Set(outcome.targets.compactMap { $0.reading.place?.path })
    outcome.neighbours = plan.stories.filter { other in
      other.id != story.id && other.status != .dropped && other.anchors.contains { paths.contains($0.path) }
    }
    return SecretMask().masking(outcome)
  }

  /// Whether a commit has a story's file as it is read here, however its lines end.
  private func isCommitted(_ story: Story, in commit: ObjectID) throws(Failure) -> Bool {
    let committed = try git { () throws(GitError) in
      try repository.file(at: story.file, in: commit, limit: PlanDocument.byteLimit)
    }
    let read = try document(of: story.id.any).text.bytes
    let end = UInt8(ascii: "\r")
    return committed.map { $0.filter { $0 != end } } == read.filter { $0 != end }
  }

  func targets(of readings: [AnchorReading], in commit: ObjectID) throws(Failure) -> [BundleTarget] {
    var targets: [BundleTarget] = []
    for reading in readings {
      guard let place = reading.place,
        let bytes = try git({ () throws(GitError) in
          try repository.file(at: place.path, in: commit, limit: Self.sourceLimit)
        })
      else {
        targets.append(BundleTarget(reading: reading, lines: []))
        continue
      }
      let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let range = place.lines.map { $0.lowerBound - 1..<min($0.upperBound, lines.count) } ?? lines.indices
      let text = lines[range.clamped(to: lines.indices)].map { line in
        String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
      }
      targets.append(BundleTarget(reading: reading, lines: text.last == "" ? text.dropLast() : text))
    }
    return targets
  }
}

extension Plan {
  /// The accepted decisions that a story, its questions or its intent name.
  fileprivate func decisions(bearingOn story: Story, _ intent: Intent?) -> [Decision] {
    let mentioned = Set((story.mentions + (intent?.mentions ?? [])).map(\.item))
    return decisions.filter { $0.status != .superseded && mentioned.contains($0.id.any) }.sorted { $0.id < $1.id }
  }
}

/// Puts a mark in place of keys, passwords and tokens.
private struct SecretMask {
  private let detector = Detector(kinds: [.secret])

  func masking(_ outcome: BundleOutcome) -> BundleOutcome {
    var masked = outcome
    masked.story.narrative = masking(outcome.story.narrative)
    for index in masked.story.criteria.indices {
      masked.story.criteria[index].text = masking(masked.story.criteria[index].text)
    }
    for index in masked.story.sections.indices {
      masked.story.sections[index].text = masking(masked.story.sections[index].text)
    }
    for index in masked.targets.indices where !masked.targets[index].lines.isEmpty {
      let text = masking(masked.targets[index].lines.joined(separator: "\n"))
      masked.targets[index].lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    masked.words = outcome.words.map { source, words in
      (source, words.map { CitedWords(text: masking($0.text), speaker: $0.speaker, citation: $0.citation) })
    }
    return masked
  }

  private func masking(_ text: String) -> String {
    let bytes = Array(text.utf8)
    // What could not be searched is left out as a whole; the built-in kinds can always be searched for.
    guard let matches = try? detector.matches(in: bytes) else { return "[left out: not searched for secrets]" }
    guard !matches.isEmpty else { return text }
    var result: [UInt8] = []
    var end = 0
    for match in matches {
      result += bytes[end..<match.range.lowerBound] + Array("[secret left out]".utf8)
      end = match.range.upperBound
    }
    return String(decoding: result + bytes[end...], as: UTF8.self)
  }
}
