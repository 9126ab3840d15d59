import PlanModel
import TestKit

/// What a condition comes to, by plain commands of git and as little else as can be.
struct Oracle {
  let repository: TemporaryRepository

  func verdict(on condition: TableCondition, in situation: TableSituation) throws -> Verdict {
    let all = try linked("HEAD")
    var commits = all
    if case .since(let base) = situation.scope { commits = try linked("\(try mergeBase(base))..HEAD") }
    let first = try verdict(on: condition, commits)
    // What the commits at hand leave open, all commits of the story may settle.
    if condition.isAboutChanges ? first == .met : first != .unproven { return first }
    return try verdict(on: condition, all)
  }

  private func verdict(on condition: TableCondition, _ commits: [String]) throws -> Verdict {
    switch condition.kind {
    case .changed, .unchanged:
      let isTouched = try commits.contains { try !touched(by: $0, condition.pathspecs).isEmpty }
      if try !isTouched && isOnlyPlanned(commits) { return .unproven }
      return isTouched == (condition.kind == .changed) ? .met : .unmet
    case .adds, .removes:
      if try NetDiff(repository: repository, commits: commits, condition: condition).holds() { return .met }
      return try isOnlyPlanned(commits) ? .unproven : .unmet
    case .test: return try code.verdict(onTest: condition.pattern ?? "")
    case .run: return try code.verdict(onCommand: condition.pattern ?? "")
    case .coverage:
      let bar = Int(condition.pattern ?? "") ?? 0
      return try code.verdict(onCoverage: condition.pathspec, atLeast: bar, commits + commits.flatMap(restoring))
    case .symbolChanged: return try symbolChanged(condition, commits)
    case .symbol, .symbolGone, .exists, .missing, .contains, .lacks:
      guard let holds = try holds(condition, at: "HEAD") else { return .unproven }
      if !holds { return .unmet }
      if condition.isGuard { return .met }
      return try before(commits).map { try self.holds(condition, at: $0) ?? false }
        ?? [.missing, .symbolGone].contains(condition.kind)
        ? .unproven : .met
    }
  }

  /// Nil where nothing can be said.
  private func holds(_ condition: TableCondition, at commit: String) throws -> Bool? {
    switch condition.kind {
    case .exists: return try !files(commit, condition).isEmpty
    case .missing: return try files(commit, condition).isEmpty
    case .symbol: return try !definitions(condition, commit).isEmpty
    case .symbolGone: return try definitions(condition, commit).isEmpty
    case .contains: return try grep(condition.pattern ?? "", condition, commit)
    default:
      let hasText = try grep("", condition, commit)
      return hasText ? try !grep(condition.pattern ?? "", condition, commit) : nil
    }
  }

  private func symbolChanged(_ condition: TableCondition, _ commits: [String]) throws -> Verdict {
    if try isOnlyPlanned(commits) { return .unproven }
    let now = try definitions(condition, "HEAD")
    let then = try before(commits).map { try definitions(condition, $0) } ?? []
    let isOwn = try commits.contains { commit in
      try definitions(condition, commit) != definitions(condition, Self.firstParent(of: commit, repository))
    }
    return !now.isEmpty && now != then && isOwn ? .met : .unmet
  }

  private var code: CodeOracle { CodeOracle(repository: repository) }

  private func definitions(_ condition: TableCondition, _ commit: String) throws -> [String] {
    try code.definitions(of: condition.pattern ?? "", condition.pathspec, in: commit)
  }

  // MARK: Asking git

  /// Whether nothing but the plan is written to; a commit that changes nothing at all is no plan.
  private func isOnlyPlanned(_ commits: [String]) throws -> Bool {
    try commits.allSatisfy { commit in
      try !touched(by: commit, ["."]).isEmpty && touched(by: commit, [".", ":(exclude,top).handoff"]).isEmpty
    }
  }

  /// What the lines that the story adds and removes come to when its commits are made again by themselves; nil where git
  /// cannot do that.
  func replayed(_ condition: TableCondition, in situation: TableSituation, _ replays: [Replay?]) throws -> Bool? {
    var holds = false
    for (commits, replay) in zip(try scopes(of: situation), replays) where !commits.isEmpty {
      guard let replay else { return nil }
      let meant = try NetDiff(repository: repository, commits: commits, condition: condition).files()
      if try replay.holds(condition, meant) { holds = true }
    }
    return holds
  }

  /// The story's commits of the range, and all of them.
  func scopes(of situation: TableSituation) throws -> [[String]] {
    let all = try linked("HEAD")
    guard case .since(let base) = situation.scope else { return [all] }
    return [try linked("\(try mergeBase(base))..HEAD"), all]
  }

  private func linked(_ range: String) throws -> [String] {
    let format = "--format=%H %(trailers:key=Story,valueonly,separator=%x2C)"
    return try repository.git("log", "--reverse", "--topo-order", format, range).split(separator: "\n")
      .filter { $0.contains(TableRepository.story(0)) }.map { String($0.prefix(40)) }
      .filter { try !isReverted($0) }
  }

  /// The commits that brought this one's lines back, whoever made them.
  private func restoring(_ commit: String) throws -> [String] {
    try reverts(of: commit).flatMap(reverts)
  }

  private func reverts(of commit: String) throws -> [String] {
    let words = "--grep=This reverts commit \(commit)"
    return try repository.git("log", "--format=%H", "--fixed-strings", words, "\(commit)..HEAD")
      .split(separator: "\n").map(String.init)
  }

  /// Whether a later commit that stands says that it takes back this one, or a merge that brought it.
  private func isReverted(_ commit: String) throws -> Bool {
    let merges = try repository.git("rev-list", "--merges", "\(commit)..HEAD").split(separator: "\n").map(String.init)
    let brought = try merges.filter {
      try repository.run("git", ["merge-base", "--is-ancestor", commit, "\($0)^1"]).status == 1
    }
    return try ([commit] + brought).flatMap(reverts).contains { try !isReverted($0) }
  }

  private func mergeBase(_ base: String) throws -> String { try repository.git("merge-base", base, "HEAD") }

  private func touched(by commit: String, _ pathspecs: [String]) throws -> [String] {
    let parent = try Self.firstParent(of: commit, repository)
    return try repository.git(
      in: repository.path,
      ["diff-tree", "-r", "-z", "--no-renames", "--name-only", parent, commit, "--"] + pathspecs
    ).split(separator: "\0").map(String.init)
  }

  static func firstParent(of commit: String, _ repository: TemporaryRepository) throws -> String {
    let parents = try repository.git("log", "-1", "--format=%P", commit).split(separator: " ")
    return try parents.first.map(String.init) ?? repository.git("hash-object", "-t", "tree", "/dev/null")
  }

  private func files(_ commit: String, _ condition: TableCondition) throws -> [String] {
    let empty = try repository.git("hash-object", "-t", "tree", "/dev/null")
    let arguments = ["diff-tree", "-r", "--name-only", empty, commit, "--"] + condition.pathspecs
    return try repository.git(in: repository.path, arguments)
      .split(separator: "\n").map(String.init)
  }

  private func grep(_ pattern: String, _ condition: TableCondition, _ commit: String) throws -> Bool {
    let isRegex = condition.isRegex && !pattern.isEmpty
    let syntax = isRegex ? "-P" : "-F"
    // A line end of Windows ends a line here, and to git's grep its first half is part of the line.
    let pattern = isRegex && pattern.hasSuffix("$") ? pattern.dropLast() + "\\r?$" : pattern
    let arguments = ["grep", "-I", "-q", syntax, "-e", pattern, commit, "--"] + condition.pathspecs
    return try repository.run("git", arguments).status == 0
  }

  /// The commit before the first that changes more than the plan: HEAD where none does, nil before a root commit.
  private func before(_ commits: [String]) throws -> String? {
    guard let first = try commits.first(where: { try !touched(by: $0, [".", ":(exclude,top).handoff"]).isEmpty }) else {
      return "HEAD"
    }
    return try repository.git("log", "-1", "--format=%P", first).split(separator: " ").first.map(String.init)
  }
}
