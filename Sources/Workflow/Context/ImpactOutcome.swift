package import Git
package import Grounding
package import PlanFiles
package import PlanModel

/// What is asked for by `impact`, as typed.
package struct ImpactOptions: Sendable {
  package enum Subject: Hashable, Sendable {
    /// A path, `path::symbol`, `path:line`, a symbol, or a story.
    case name(String)
    /// `base..head`, or `base...head` from where they parted.
    case range(String)

    /// What was typed where either may stand. `..` between two names makes a range, as a step of a path it does not.
    package init(typed text: String) {
      let isPath = text.split(separator: "/", omittingEmptySubsequences: false).contains("..")
      self = text.firstRange(of: "..") != nil && !isPath ? .range(text) : .name(text)
    }
  }

  package var subject: Subject
  /// How many levels are looked at.
  package var depth = 2
  /// The commit whose code is looked into; a range has its own.
  package var revision = "HEAD"

  package init(_ subject: Subject) { self.subject = subject }
}

/// What refers to some code, what tests it, and why it is there.
package struct ImpactOutcome: Sendable {
  package var commit: ObjectID
  /// The story that was asked about.
  package var story: Story?
  package var dependents = Dependents()
  /// Tests among the dependents, and those that changed together with the targets, those most to the point first.
  package var tests: [CoveringTest] = []
  /// Stories that name the targets, or whose commits changed them.
  package var reasons: [CodeReason] = []
  /// False where there is no plan, so that nobody can tell why the code is there.
  package var hasPlan = true

  package init(commit: ObjectID) { self.commit = commit }
}

/// A test file that would notice a change.
package struct CoveringTest: Hashable, Sendable {
  package var path: String
  /// The least level on which it refers to a target; nil where it only changed together with one.
  package var level: Int?
  /// The tests that refer to it, as far as they have names.
  package var symbols: [String] = []
  /// How sure the surest of these references is.
  package var certainty: Dependent.Certainty?
  /// How many past commits changed it together with the targets' files.
  package var commits = 0

  package init(path: String) { self.path = path }
}

/// A story that lives in some code.
package struct CodeReason: Sendable {
  package var story: Story
  package var intent: Intent?
  /// What a customer said, where the story cites it.
  package var quote: CitedWords?
  /// Whether the story names the place itself, or another one in the same file.
  package var anchor: Match?
  /// The commits of the story that changed the files, newest first.
  package var commits: [ObjectID] = []

  package init(story: Story, anchor: Match?, commits: [ObjectID]) {
    self.story = story
    self.anchor = anchor
    self.commits = commits
  }

  package enum Match: String, Hashable, Sendable {
    case symbol, file
    /// A criterion asks for something of the file, as `changed: src/notify.sh` does.
    case condition
  }
}
