import PlanModel
import TestKit

/// What a story adds and removes, by git alone: its commits are made again, one behind the other, on what was there before
/// the first, and the end is compared with the beginning. Nothing is counted or cancelled here.
struct Replay {
  let repository: TemporaryRepository
  let patches: [Patch]

  /// Nil where git cannot make the commits again without the others that they rest on, or nothing was there before.
  init?(_ commits: [String], in repository: TemporaryRepository) throws {
    self.repository = repository
    guard let first = commits.first else { return nil }
    let parents = try repository.git("log", "-1", "--format=%P", first).split(separator: " ")
    guard let base = parents.first.map(String.init) else { return nil }
    let folder = repository.scratch + "/replay"
    try repository.git("worktree", "add", "--quiet", "--force", "--detach", folder, base)
    defer { _ = try? repository.git("worktree", "remove", "--force", folder) }
    for commit in commits {
      let isMerge = try repository.git("log", "-1", "--format=%P", commit).contains(" ")
      let outcome = try repository.run(
        "git",
        ["cherry-pick", "--allow-empty", "--keep-redundant-commits"] + (isMerge ? ["-m", "1"] : []) + [commit],
        in: folder)
      if outcome.status != 0 { return nil }
    }
    patches = try Patch.all(from: base, to: repository.git(in: folder, ["rev-parse", "HEAD"]), in: repository)
  }

  /// - Parameter meant: all names of the files that the condition is about.
  func holds(_ condition: TableCondition, _ meant: Set<String>) throws -> Bool {
    let lines = patches.filter { !$0.paths.isDisjoint(with: meant) }.flatMap { patch in
      condition.kind == .adds ? patch.added : patch.removed
    }
    return try lines.contains { try Grep(repository).matches($0, condition) }
  }
}

/// Whether a line matches, by grep, which knows no more than the line.
struct Grep {
  private let repository: TemporaryRepository

  init(_ repository: TemporaryRepository) { self.repository = repository }

  func matches(_ line: String, _ condition: TableCondition) throws -> Bool {
    let syntax = condition.isRegex ? "-P" : "-F"
    return try repository.run("grep", ["-q", syntax, "-e", condition.pattern ?? ""], input: Array((line + "\n").utf8))
      .status == 0
  }
}
