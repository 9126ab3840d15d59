import PlanModel
import TestKit

/// The lines that commits add and remove, counted in git's own patches.
struct NetDiff {
  let repository: TemporaryRepository
  let commits: [String]
  let condition: TableCondition

  func holds() throws -> Bool {
    var added: [String: Int] = [:]
    var removed: [String: Int] = [:]
    let meant = try files()
    for commit in commits {
      let patches = try patches(of: commit).filter { !$0.paths.isDisjoint(with: meant) }
      let plus = Dictionary(grouping: patches.flatMap(\.added)) { $0 }.mapValues(\.count)
      let minus = Dictionary(grouping: patches.flatMap(\.removed)) { $0 }.mapValues(\.count)
      if try repository.git("log", "-1", "--format=%P", commit).contains(" ") {
        added.merge(plus) { max($0, $1) }
        removed.merge(minus) { max($0, $1) }
        continue
      }
      let before = (added: added, removed: removed)
      for (line, count) in plus {
        let back = min(count, before.removed[line] ?? 0)
        removed[line, default: 0] -= back
        added[line, default: 0] += count - back
      }
      for (line, count) in minus {
        let back = min(count, before.added[line] ?? 0)
        added[line, default: 0] -= back
        removed[line, default: 0] += count - back
      }
    }
    let side = condition.kind == .adds ? added : removed
    return try side.contains { try $0.value > 0 && Grep(repository).matches($0.key, condition) }
  }

  /// All names of the files of which the glob matches one.
  func files() throws -> Set<String> {
    var meant: Set<String> = []
    for commit in commits {
      let parent = try Oracle.firstParent(of: commit, repository)
      let paths = try repository.git(
        in: repository.path,
        ["diff-tree", "-r", "-z", "--no-renames", "--name-only", parent, commit, "--"] + condition.pathspecs)
      meant.formUnion(paths.split(separator: "\0").map(String.init))
    }
    for _ in commits {
      for patch in try commits.flatMap(patches) where !patch.paths.isDisjoint(with: meant) {
        meant.formUnion(patch.paths)
      }
    }
    return meant
  }

  private func patches(of commit: String) throws -> [Patch] {
    try Patch.all(from: Oracle.firstParent(of: commit, repository), to: commit, in: repository)
  }
}
