package import Git

/// What came of running the command of a `run` condition on one content.
package struct CommandRun: Hashable, Sendable {
  package enum Ending: Hashable, Sendable {
    /// The exit status; for a signal, 128 and its number.
    case exited(Int32)
    case tookTooLong
    case printedTooMuch
  }

  /// The hash of the command, as trust is given to it.
  package var digest: String
  /// The content that it ran on.
  package var tree: ObjectID
  package var ending: Ending
  /// The last line that it printed; nil where nobody kept it.
  package var lastLine: String?

  package init(digest: String, tree: ObjectID, ending: Ending, lastLine: String? = nil) {
    self.digest = digest
    self.tree = tree
    self.ending = ending
    self.lastLine = lastLine
  }
}

/// What is known of `run` conditions.
package struct CommandRuns {
  package var runs: [CommandRun]
  /// Commands that would have been run, and that nobody trusted here, by their hashes.
  package var untrusted: Set<String>
  package var digest: (String) -> String

  package init(_ runs: [CommandRun] = [], untrusted: Set<String> = [], digest: @escaping (String) -> String = { $0 }) {
    self.runs = runs
    self.untrusted = untrusted
    self.digest = digest
  }
}
