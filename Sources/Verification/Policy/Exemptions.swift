package import Git
package import PlanModel

/// Why a commit needs no story.
package enum Exemption: Hashable, Sendable {
  /// The policy asks for none.
  case notRequired
  /// It was made before there was a plan that could ask for one.
  case beforePlan
  case kind(CommitRules.ExemptKind)
  /// The glob that the author matches.
  case author(Glob)
  /// All that the commit changes, so many paths, is exempt.
  case paths(count: Int)
}

/// Which commits need no story, by the policy's rules about commits.
package struct Exemptions {
  private let rules: CommitRules

  package init(_ rules: CommitRules) { self.rules = rules }

  /// Why `commit` is exempt, or nil. `changes` is asked only where nothing cheaper decides.
  ///
  /// A commit that changes nothing is not exempt by its paths: there is none that the policy names.
  package func exemption(of commit: Commit, changes: () throws -> [FileChange]) rethrows -> Exemption? {
    if rules.require == .none { return .notRequired }
    if let kind = Self.kind(of: commit), rules.exemptKinds.contains(kind) { return .kind(kind) }
    if let glob = exemptingAuthor(commit.author) { return .author(glob) }
    if rules.exemptPaths.isEmpty { return nil }
    let paths = try changes().flatMap(\.paths)
    let isExempt = !paths.isEmpty && paths.allSatisfy { path in rules.exemptPaths.contains { $0.matches(path) } }
    return isExempt ? .paths(count: paths.count) : nil
  }

  /// A merge by its parents, the others by the subjects that git itself writes: `Revert "…"`, `Reapply "…"`
  /// (git-revert(1)), and `fixup!`, `squash!`, `amend!` (git-commit(1)).
  package static func kind(of commit: Commit) -> CommitRules.ExemptKind? {
    kind(ofSubject: commit.subject, isMerge: commit.isMerge)
  }

  /// As `kind(of:)`, for a commit that is still being made.
  package static func kind(ofSubject subject: String, isMerge: Bool) -> CommitRules.ExemptKind? {
    if isMerge { return .merge }
    if ["Revert \"", "Reapply \""].contains(where: subject.hasPrefix) { return .revert }
    return ["fixup! ", "squash! ", "amend! "].contains(where: subject.hasPrefix) ? .fixup : nil
  }

  /// The glob that exempts everything this person commits.
  package func exemptingAuthor(_ author: Identity) -> Glob? {
    rules.exemptAuthors.first { Self.matches($0, author) }
  }

  private static func matches(_ glob: Glob, _ author: Identity) -> Bool {
    glob.matches(name: author.address) || glob.matches(name: author.display)
  }
}
