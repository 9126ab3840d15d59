import Git
import PlanModel
import Verification

/// Why what a commit does is not what it needs no story for.
package enum ExemptionDoubt: Hashable, Sendable {
  /// A `fixup!` of what no commit of the range is called.
  case fixesNothing
  /// A revert of no commit that is here, or one that changes other files than that commit did.
  case revertsNothing
  /// Files that a merge brings, takes away or changes by itself, as none of its parents has it.
  case mergeChanges([String])
}

extension ExemptionDoubt {
  /// - Parameters:
  ///   - linked: a commit that needs no story for what it is.
  ///   - earlier: the commits of the range before it.
  init?(_ linked: LinkedCommit, after earlier: ArraySlice<LinkedCommit>, in repository: Repository) throws(GitError) {
    guard case .kind(let kind) = linked.exemption else { return nil }
    let commit = linked.commit
    switch kind {
    case .noStory: return nil
    case .merge:
      let paths = try Self.ownChanges(ofMerge: commit, in: repository)
      if paths.isEmpty { return nil }
      self = .mergeChanges(paths)
    case .fixup:
      let target = Self.target(ofFixup: commit.subject)
      if earlier.contains(where: { $0.commit.subject.hasPrefix(target) || $0.commit.id.hex.hasPrefix(target) }) {
        return nil
      }
      self = .fixesNothing
    case .revert:
      if try Self.isRevert(commit, after: earlier, in: repository) { return nil }
      self = .revertsNothing
    }
  }

  /// What stands behind `fixup!`, `squash!` and `amend!`, as git-rebase(1) with `--autosquash` reads it.
  private static func target(ofFixup subject: String) -> Substring {
    var rest = subject[...]
    while let word = ["fixup! ", "squash! ", "amend! "].first(where: rest.hasPrefix) {
      rest = rest.dropFirst(word.count)
    }
    return rest
  }

  private static func isRevert(
    _ commit: Commit, after earlier: ArraySlice<LinkedCommit>, in repository: Repository
  ) throws(GitError) -> Bool {
    switch RevertClaim(message: commit.message) {
    case nil: return false
    case .subject(let subject):
      // GitHub names the pull request in place of the commit.
      return earlier.contains { $0.commit.subject == subject } || commit.message.contains("\nReverts ")
    case .id(let hex):
      guard let taken = try? repository.resolve(hex) else { return false }
      let known = Set(try repository.changes(of: taken).flatMap(\.paths))
      return try repository.changes(of: commit.id).flatMap(\.paths).allSatisfy(known.contains)
    }
  }

  /// What is another way in a file that two sides changed may be how it was merged, and is not told; what one side or none
  /// changed is as that side has it, unless somebody slipped something in.
  private static func ownChanges(ofMerge commit: Commit, in repository: Repository) throws(GitError) -> [String] {
    var own: Set<String>?
    var brought: Set<String>?
    for parent in commit.parents {
      let changes = try repository.changes(from: parent, to: commit.id)
      let paths = Set(changes.map(\.path))
      let whole = Set(changes.filter { $0.kind == .added || $0.kind == .deleted }.map(\.path))
      own = own?.intersection(paths) ?? paths
      brought = brought?.intersection(whole) ?? whole
      if own == [] { return [] }
    }
    guard let own, let brought, own != brought else { return brought?.sorted() ?? [] }
    return brought.union(own.subtracting(try mergedPaths(of: commit, in: repository))).sorted()
  }

  /// The files that at least two sides of a merge changed since they parted, also under the name that one of them gave a
  /// file; all of them, where nothing tells when that was.
  private static func mergedPaths(of commit: Commit, in repository: Repository) throws(GitError) -> Set<String> {
    let first = commit.parents[0]
    var counts: [String: Int] = [:]
    var names: [(old: String, new: String)] = []
    for parent in commit.parents {
      guard let base = try repository.mergeBase(first, parent == first ? commit.parents[1] : parent) else {
        return Set(try repository.changes(from: first, to: commit.id).map(\.path))
      }
      let changes = try repository.changes(from: base, to: parent)
      for path in Set(changes.flatMap(\.paths)) { counts[path, default: 0] += 1 }
      names += changes.compactMap { change in change.oldPath.map { ($0, change.path) } }
    }
    let moved = names.filter { counts[$0.old, default: 0] > 1 }.map(\.new)
    return Set(counts.filter { $0.value > 1 }.keys).union(moved)
  }
}
