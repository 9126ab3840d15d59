import CodeIndex
import Concurrency
import Git
package import Grounding

/// Code to do as, with what its commit says.
package struct FoundPattern: Hashable, Sendable {
  package var pattern: CodePattern
  /// The first line of the commit's message; empty where no commit is known.
  package var subject: String

  package init(_ pattern: CodePattern, subject: String) {
    self.pattern = pattern
    self.subject = subject
  }
}

extension Workspace {
  /// Looks for the patterns for files that a text is about while whoever wants them goes on.
  func patterns(
    for targets: [(path: String, share: Double)], _ query: Query, _ past: LikePast? = nil, in snapshot: Snapshot
  ) -> Meanwhile<Result<[CodePattern], CodeIndexError>> {
    Meanwhile {
      Result { () throws(CodeIndexError) in try PatternFinder(snapshot, query, past).patterns(for: targets) }
    }
  }

  /// Patterns, with what their commits say.
  func told(_ patterns: Meanwhile<Result<[CodePattern], CodeIndexError>>) throws(Failure) -> [FoundPattern] {
    let patterns = try failing(Failure.Reason.index) { () throws(CodeIndexError) in try patterns.value().get() }
    var found: [FoundPattern] = []
    for pattern in patterns {
      var subject = ""
      if let commit = pattern.commit {
        subject = try git { () throws(GitError) in try repository.commit(commit).subject }
      }
      found.append(FoundPattern(pattern, subject: subject))
    }
    return found
  }

  /// What refers to the surest candidates: to the best function of each, or to the file.
  func dependents(
    of candidates: [GroundedFile], by finder: DependentsFinder
  ) throws(Failure) -> Dependents {
    try failing(Failure.Reason.index) { () throws(CodeIndexError) in
      var targets: [CodeTarget] = []
      var files: [String] = []
      for file in candidates.prefix(Self.mostGrounded) {
        guard let name = file.symbols.first.flatMap({ SymbolName($0.name) }) else {
          files.append(file.path)
          continue
        }
        targets += try TargetFinder(finder.snapshot).targets(at: file.path, named: name).prefix(1)
      }
      return try finder.dependents(of: targets, files: files, depth: 1)
    }
  }

  /// Of so many candidates dependents are told, for the others are less likely to be meant.
  static var mostGrounded: Int { 3 }
}
