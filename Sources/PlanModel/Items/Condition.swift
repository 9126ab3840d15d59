/// A machine-checkable condition under a criterion, as its `verify` block states it.
package struct Condition: Hashable, Sendable {
  package var check: Check
  /// The line of the story's file that holds it.
  package var line: Int

  package init(_ check: Check, line: Int) {
    self.check = check
    self.line = line
  }

  /// What is to hold. Paths are globs as `Glob` reads them.
  package enum Check: Hashable, Sendable {
    /// The story's commits change a matching file.
    case changed(Glob)
    /// They change none.
    case unchanged(Glob)
    /// The tree at the tip has a matching file.
    case exists(Glob)
    /// The tree at the tip has none.
    case missing(Glob)
    /// Some matching file holds it at the tip.
    case contains(Glob, TextPattern)
    /// No matching file holds it at the tip.
    case lacks(Glob, TextPattern)
    /// An added line of the story's diff matches.
    case adds(Glob, TextPattern)
    /// A removed line of the story's diff matches.
    case removes(Glob, TextPattern)
    /// The code index has it, it changed, or it is gone.
    case symbol(name: String, in: Glob, SymbolState)
    /// Every test whose name matches passed, and at least one did.
    case test(String)
    /// That share of the changed lines is covered; `atLeast` in percent.
    case coverage(of: Glob, atLeast: Double)
    /// Exit status 0 in a clean checkout of the commit.
    case run(String)
    /// Someone in that role accepted this wording of the criterion.
    case signOff(role: String)
    /// Never proof: an opinion by the configured engine.
    case judge(String)
  }

  package enum SymbolState: String, Hashable, Sendable {
    case present, changed, gone
  }

  /// The keyword that opens the condition in a `verify` block.
  package var keyword: Keyword {
    switch check {
    case .changed: .changed
    case .unchanged: .unchanged
    case .exists: .exists
    case .missing: .missing
    case .contains: .contains
    case .lacks: .lacks
    case .adds: .adds
    case .removes: .removes
    case .symbol: .symbol
    case .test: .test
    case .coverage: .coverage
    case .run: .run
    case .signOff: .signOff
    case .judge: .judge
    }
  }

  package enum Keyword: String, CaseIterable, Sendable {
    case changed, unchanged, exists, missing, contains, lacks, adds, removes, symbol, test, coverage, run, judge
    case signOff = "sign-off"
  }
}

/// What a line or file is searched for.
package enum TextPattern: Hashable, Sendable {
  /// These very characters.
  case text(String)
  /// A Perl-compatible regular expression.
  case regex(String)
}

extension Condition.Check {
  /// Whether it guards what is to stay as it is: it holds from the beginning, and is there to go on holding.
  package var isGuard: Bool {
    switch self {
    case .unchanged, .lacks: true
    default: false
    }
  }

  /// Whether it is about what the story's commits change, and not about what is there.
  package var isAboutChanges: Bool {
    switch self {
    case .changed, .unchanged, .adds, .removes, .coverage, .symbol(_, _, .changed): true
    default: false
    }
  }
}
