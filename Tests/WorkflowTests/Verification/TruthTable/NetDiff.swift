import PlanModel
import TestKit

/// The lines that commits add and remove, counted in git's own patches.
struct NetDiff {
  let repository: TemporaryRepository
  let commits: [String]
  let condition: TableCondition

  private struct Patch {
    var paths: Set<String> = []
    var added: [String] = []
    var removed: [String] = []
  }

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
    return try side.contains { try $0.value > 0 && matches($0.key) }
  }

  /// All names of the files of which the glob matches one.
  private func files() throws -> Set<String> {
    var meant: Set<String> = []
    for commit in commits {
      let parent = try Oracle.firstParent(of: commit, repository)
      let paths = try repository.git(
        "diff-tree", "-r", "-z", "--no-renames", "--name-only", parent, commit, "--", condition.pathspec)
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
    let parent = try Oracle.firstParent(of: commit, repository)
    let text = try repository.git(
      "-c", "core.quotePath=false", "diff", "--no-ext-diff", "-M", "-U0", "--no-color", "--submodule=short", parent,
      commit)
    // With the carriage return, a line end of Windows is one character to Swift.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.last == "\r" ? line.dropLast() : line)
    }
    var patches: [Patch] = []
    var isSubmodule = false
    for line in lines {
      if line.hasPrefix("diff --git ") {
        patches.append(Patch())
        isSubmodule = false
        continue
      }
      guard let last = patches.indices.last else { continue }
      if line.hasSuffix(" 160000") || line.hasSuffix("mode 160000") { isSubmodule = true }
      for head in ["--- a/", "+++ b/", "rename from ", "rename to "] where line.hasPrefix(head) {
        // A name with spaces in it has a tab behind it.
        patches[last].paths.insert(String(line.dropFirst(head.count).prefix { $0 != "\t" }))
      }
      if isSubmodule || line.hasPrefix("+++ ") || line.hasPrefix("--- ") { continue }
      let content = String(line.dropFirst())
      if line.hasPrefix("+") { patches[last].added.append(content) }
      if line.hasPrefix("-") { patches[last].removed.append(content) }
    }
    return patches
  }

  /// By grep, which knows no more than the line.
  private func matches(_ line: String) throws -> Bool {
    let syntax = condition.isRegex ? "-P" : "-F"
    return try repository.run("grep", ["-q", syntax, "-e", condition.pattern ?? ""], input: Array((line + "\n").utf8))
      .status == 0
  }
}
