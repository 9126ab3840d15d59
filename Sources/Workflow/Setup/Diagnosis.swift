package import Git
package import PlanModel

/// A set-up at one look: what is there, and what is wrong with it.
package struct Diagnosis: Sendable {
  package struct Program: Hashable, Sendable {
    package var name: String
    /// Nil where it is not there; empty where it does not say.
    package var version: String?
  }

  /// What is unusual about the form of a repository.
  package enum Form: String, CaseIterable, Sendable {
    case bare, shallow
    case linkedWorktree = "linked worktree"
    case partialClone = "partial clone"
    case sparseCheckout = "sparse checkout"
    case sha256 = "SHA-256"
    case reftable
  }

  /// One command of git's own configuration that runs for a hook (git-hook(1), from git 2.54 on).
  package struct ConfiguredHook: Hashable, Sendable {
    package var name: String
    package var command: String
    package var events: [String]
  }

  package var programs: [Program] = []
  package var top: String
  package var forms: [Form] = []
  package var hasPlan = false
  /// The branch that plan truth is compared with.
  package var main: String?
  package var hooks: HooksOutcome?
  package var configuredHooks: [ConfiguredHook] = []
  /// What the attributes say of merging plan files; nil where they say nothing.
  package var mergeDriver: String?
  /// The size of the index in bytes; nil where there is none.
  package var indexBytes: Int?
  package var problems: [DoctorProblem] = []

  package var isWell: Bool { problems.allSatisfy(\.isAdvice) }
}

/// What may be wrong with a set-up.
package enum DoctorProblem: Hashable, Sendable {
  case programMissing(String)
  /// Git is older than what this program is tested with.
  case oldGit(String)
  case unreadable(GitError)
  case noPlan(isServer: Bool)
  case policy(Finding)
  case hooksOff
  case hooksElsewhere(String, isServer: Bool)
  case hookMissing(HookKind)
  case hookEdited(HookKind)
  /// Another program's hook stands in the place and does not call ours.
  case hookTaken(HookKind, by: HookOwner?)
  /// Another program's hook runs before ours, and has put itself in front of it as well.
  case hookAround(HookKind, by: HookOwner)
  /// Git does not run the hook from before, which is not executable.
  case previousHookOff(HookKind, file: String)
  /// The program that the hook names is gone; the one in PATH is called.
  case programMoved(HookKind, path: String)
  /// Ours stand where git no longer looks.
  case hooksLeftBehind(String)
  case notesNotFetched(remote: String)
  /// They are fetched into the place of another remote, as `git remote rename` leaves it.
  case notesMisplaced(remote: String, refspec: String)
  /// The attributes name a driver for plan files, and nothing here says what it is: git merges as text, silently.
  case driverNotConfigured(String)
  /// Git merges plan files as text, which leaves conflicts where there is none.
  case driverNotInstalled
  /// Plan files would be in no commit.
  case planIgnored(IgnoringPattern)
  case incompleteHistory
  case indexDamaged

  /// Whether all works without it.
  package var isAdvice: Bool {
    switch self {
    case .programMissing, .previousHookOff, .programMoved, .notesNotFetched, .notesMisplaced, .incompleteHistory,
      .noPlan, .driverNotInstalled:
      true
    default: false
    }
  }
}
