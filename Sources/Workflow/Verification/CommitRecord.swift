package import Git
package import PlanModel
package import Verification

/// What `refs/notes/handoff` keeps on a commit: links made after the fact, and what was known when it was judged.
///
/// One fact a line, each complete in itself, so that `git notes merge -s cat_sort_uniq` joins two clones' notes.
package struct CommitRecord: Sendable {
  /// The notes ref (git-notes(1)).
  package static let ref = "refs/notes/handoff"
  /// Where a server writes what it found: a place of its own, so that nobody's push of notes has to wait for a fetch.
  static let serverRef = "refs/notes/handoff-server"

  package var links: [ID<Story>] = []
  package var tests: [RecordedTest] = []
  package var shares: [RecordedShare] = []
  package var runs: [CommandRun] = []
  package var verdicts: [RecordedVerdict] = []
  package var opinions: [RecordedOpinion] = []
  /// Lines of a kind that this version does not know, kept as they are.
  package var others: [String] = []

  package init() {}

  /// Reads a note; lines that make no sense are kept as they are, never dropped.
  package init(_ note: String) {
    for line in note.split(whereSeparator: \.isNewline).map(String.init) where !read(line) { others.append(line) }
    // Of what two clones say differently of one content, the worse comes last, and counts.
    tests.sort { $0.test.outcome.weight < $1.test.outcome.weight }
    verdicts.sort { $0.verdict != $1.verdict && Verdict.worst(of: [$0.verdict, $1.verdict]) == $1.verdict }
  }

  private mutating func read(_ line: String) -> Bool {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2 else { return false }
    switch words[0] {
    case "link":
      guard let story = ID<Story>(words[1]) else { return false }
      links.append(story)
    case "test":
      guard let test = RecordedTest(words[1]) else { return false }
      tests.append(test)
    case "coverage":
      guard let share = RecordedShare(line: words[1]) else { return false }
      shares.append(share)
    case "run":
      guard let run = CommandRun(line: words[1]) else { return false }
      runs.append(run)
    case "verdict":
      guard let verdict = RecordedVerdict(words[1]) else { return false }
      verdicts.append(verdict)
    case "opinion":
      guard let opinion = RecordedOpinion(line: words[1]) else { return false }
      opinions.append(opinion)
    default: return false
    }
    return true
  }

  /// The note's text: sorted, each line once.
  package var text: String {
    let lines =
      links.map { "link \($0)" } + tests.map { "test \($0.line)" } + shares.map { "coverage \($0.line)" }
      + runs.map { "run \($0.line)" } + verdicts.map { "verdict \($0.line)" } + opinions.map { "opinion \($0.line)" }
      + others
    return Set(lines).sorted().map { $0 + "\n" }.joined()
  }

  /// The tests as results, one set for each tree that they were run on.
  package var results: [TestResults] {
    Dictionary(grouping: tests, by: \.tree).sorted { $0.key < $1.key }.map { tree, tests in
      TestResults(tests.map(\.test), origin: Self.ref, tree: tree)
    }
  }
}

/// One test's outcome for one tree: `<tree> passed <suite> TAB <class> TAB <name>`.
package struct RecordedTest: Sendable {
  package let tree: ObjectID
  package let test: TestCase

  package init(_ test: TestCase, tree: ObjectID) {
    self.test = test
    self.tree = tree
  }

  init?(_ line: String) {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let tree = ObjectID(parts[0]), let outcome = TestCase.Outcome(rawValue: parts[1]) else {
      return nil
    }
    let names = parts[2].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard names.count == 3 else { return nil }
    self.tree = tree
    test = TestCase(
      suite: names[0], className: names[1].isEmpty ? nil : names[1], name: names[2], outcome: outcome)
  }

  var line: String {
    let names = [test.suite, test.className ?? "", test.name].map { $0.foldingWhiteSpace() }
    return "\(tree) \(test.outcome.rawValue) \(names.joined(separator: "\t"))"
  }
}

extension TestCase.Outcome {
  /// The more, the worse.
  fileprivate var weight: Int {
    switch self {
    case .passed: 0
    case .skipped: 1
    case .failed: 2
    case .error: 3
    }
  }
}

/// What was said of a story when a tree was judged: `<story> <tree> met`.
package struct RecordedVerdict: Sendable {
  package let story: ID<Story>
  package let tree: ObjectID
  package let verdict: Verdict

  package init(story: ID<Story>, tree: ObjectID, verdict: Verdict) {
    self.story = story
    self.tree = tree
    self.verdict = verdict
  }

  init?(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    guard words.count == 3, let story = ID<Story>(words[0]), let tree = ObjectID(words[1]),
      let verdict = Verdict(rawValue: words[2])
    else { return nil }
    self.init(story: story, tree: tree, verdict: verdict)
  }

  var line: String { "\(story) \(tree) \(verdict.rawValue)" }
}
