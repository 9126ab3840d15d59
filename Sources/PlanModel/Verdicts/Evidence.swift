/// A fact that bears on a criterion.
package struct Evidence: Hashable, Sendable {
  package enum Outcome: String, Sendable {
    /// It speaks for the criterion.
    case holds
    /// It speaks against it.
    case fails
    /// It is about another wording or another commit's content.
    case stale
    /// Nothing is known yet.
    case missing
  }

  /// What is known, as facts; Views puts them into words.
  package enum Fact: Hashable, Sendable {
    /// A condition that was decided from the repository alone.
    case condition(Condition.Check, ConditionFact)
    /// The story's criterion has no conditions.
    case noConditions
    /// A sign-off for this criterion, of whatever kind.
    case signOff(SignOff, SignOffFact)
  }

  package var outcome: Outcome
  package var fact: Fact
  /// Whether the condition held already before the story's first commit, so that it proves nothing about the story.
  package var heldBefore: Bool

  package init(_ outcome: Outcome, _ fact: Fact, heldBefore: Bool = false) {
    self.outcome = outcome
    self.fact = fact
    self.heldBefore = heldBefore
  }

  /// Whether it holds and still says nothing about the story: it held before, or it guards files that are not there.
  package var provesNothing: Bool { heldBefore || guardsNothing }

  /// Whether it is a guard, and nothing is there for it to keep as it is.
  package var guardsNothing: Bool {
    if case .condition(.unchanged, .noFile) = fact { outcome == .holds } else { false }
  }

  /// The condition that it is about, if any.
  package var check: Condition.Check? {
    if case .condition(let check, _) = fact { check } else { nil }
  }
}

/// What was found when a condition was looked at.
package enum ConditionFact: Hashable, Sendable {
  /// Files that matched, a few of them named, and how many there were in all.
  case files([String], count: Int)
  /// A place in a file, with the line that matched.
  case line(path: String, number: Int, text: String)
  /// No file matched the glob.
  case noFile
  /// Files matched the glob, but none held the text.
  case noMatch(searched: Int)
  /// Files matched, but these are too large to be searched: a few of them named, and how many there were in all.
  case filesTooLarge([String], count: Int, limit: Int)
  /// Where a symbol is defined.
  case symbol(path: String, line: Int)
  /// So many files were searched, and none defines the symbol.
  case noSymbol(searched: Int)
  /// The symbol's definition is as it was before the story's first commit, or no commit of the story changes it.
  case symbolUnchanged(path: String, line: Int)
  /// Files that hold the name, and of which nothing here can tell what they define: a few of them named, and how many.
  case unreadableSymbols([String], count: Int)
  /// Tests that matched by name: how many of each outcome, and a few of those that failed.
  case tests(passed: Int, failed: Int, skipped: Int, named: [String])
  /// Results were given, but none of their tests matches: how many there are, and the one that was probably meant.
  case noTest(looked: Int, nearest: String? = nil)
  /// No results were given.
  case noResults
  /// Of the lines that the story adds: how many were run, and how many are measured at all. A few lines that were not run,
  /// as `path:number`, and a few files that the reports do not have.
  case coverage(covered: Int, measured: Int, missed: [String], unmeasured: [String])
  /// No coverage report was given.
  case noCoverage
  /// The story adds no line to a matching file that is still there.
  case noAddedLine
  /// Coverage reports were given, and they have none of the files: a few of them named, and how many there are.
  case notMeasured([String], count: Int)
  /// The reports have the files, and none of the lines that the story adds.
  case noMeasuredLine(added: Int)
  /// Results were recorded for another content than the one judged.
  case resultsOfOtherContent(commit: String)
  /// A command ended with this exit status; for one that is not 0 the last line that it printed, where that is known.
  case ran(status: Int32, lastLine: String?)
  /// A command was ended because it took too long, or printed too much.
  case ranTooLong, printedTooMuch
  /// A command was not run on this content.
  case notRun
  /// A command was to be run, and nobody trusted it here.
  case notTrusted
  /// Nobody in the role has signed off.
  case noSignOff(role: String)
  /// Nobody is listed for the role in `handoff.yml`.
  case noOneInRole(String)
  /// The pattern cannot be used: what is wrong, and where in it.
  case badPattern(String, offset: Int)
  /// The pattern gave up on some file within its limits.
  case patternTooCostly(path: String)
  /// This version cannot decide such a condition.
  case undecidable
  /// The story has no commits in the range.
  case noCommits
  /// Commits of the story that would decide it may lie beyond the border of a shallow clone.
  case commitsBeyondBorder
}

/// What a sign-off is worth today.
package enum SignOffFact: Hashable, Sendable {
  case counts
  /// The criterion has been reworded since.
  case otherWording
  /// Whoever signed is not in the role they signed for.
  case notInRole
  case expired
  /// A waiver without a reason.
  case noReason
}
