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
    let isAboutChanges = [.changed, .unchanged, .adds, .removes].contains(condition.kind)
    // What the commits at hand leave open, all commits of the story may settle.
    if isAboutChanges ? first == .met : first != .unproven { return first }
    return try verdict(on: condition, all)
  }

  private func verdict(on condition: TableCondition, _ commits: [String]) throws -> Verdict {
    switch condition.kind {
    case .changed, .unchanged:
      if commits.isEmpty { return .unproven }
      let isTouched = try commits.contains { try !touched(by: $0, condition.pathspec).isEmpty }
      return isTouched == (condition.kind == .changed) ? .met : .unmet
    case .adds, .removes:
      if commits.isEmpty { return .unproven }
      return try NetDiff(repository: repository, commits: commits, condition: condition).holds() ? .met : .unmet
    case .exists, .missing, .contains, .lacks:
      guard let holds = try holds(condition, at: "HEAD") else { return .unproven }
      if !holds { return .unmet }
      if condition.isGuard { return .met }
      return try before(commits).map { try self.holds(condition, at: $0) ?? false } ?? (condition.kind == .missing)
        ? .unproven : .met
    }
  }

  /// Nil where nothing can be said.
  private func holds(_ condition: TableCondition, at commit: String) throws -> Bool? {
    switch condition.kind {
    case .exists: return try !files(commit, condition).isEmpty
    case .missing: return try files(commit, condition).isEmpty
    case .contains: return try grep(condition.pattern ?? "", condition, commit)
    default:
      let hasText = try grep("", condition, commit)
      return hasText ? try !grep(condition.pattern ?? "", condition, commit) : nil
    }
  }

  // MARK: Asking git

  private func linked(_ range: String) throws -> [String] {
    let format = "--format=%H %(trailers:key=Story,valueonly,separator=%x2C)"
    return try repository.git("log", "--reverse", "--topo-order", format, range).split(separator: "\n")
      .filter { $0.contains(TableRepository.story(0)) }.map { String($0.prefix(40)) }
  }

  private func mergeBase(_ base: String) throws -> String { try repository.git("merge-base", base, "HEAD") }

  private func touched(by commit: String, _ pathspecs: String...) throws -> [String] {
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
    return try repository.git("diff-tree", "-r", "--name-only", empty, commit, "--", condition.pathspec)
      .split(separator: "\n").map(String.init)
  }

  private func grep(_ pattern: String, _ condition: TableCondition, _ commit: String) throws -> Bool {
    let isRegex = condition.isRegex && !pattern.isEmpty
    let syntax = isRegex ? "-P" : "-F"
    // A line end of Windows ends a line here, and to git's grep its first half is part of the line.
    let pattern = isRegex && pattern.hasSuffix("$") ? pattern.dropLast() + "\\r?$" : pattern
    let arguments = ["grep", "-I", "-q", syntax, "-e", pattern, commit, "--", condition.pathspec]
    return try repository.run("git", arguments).status == 0
  }

  /// The commit before the first that changes more than the plan: HEAD where none does, nil before a root commit.
  private func before(_ commits: [String]) throws -> String? {
    guard let first = try commits.first(where: { try !touched(by: $0, ".", ":(exclude,top).handoff").isEmpty }) else {
      return "HEAD"
    }
    return try repository.git("log", "-1", "--format=%P", first).split(separator: " ").first.map(String.init)
  }
}
