import Git
import PlanFiles
import PlanModel

/// The branch that is protected, where it stands.
struct MainBranch {
  let name: String
  let commit: ObjectID
}

extension Workspace {
  /// The main branch: the first of the likely ones whose own `handoff.yml` calls it that. One of the usual names that has none
  /// yet is the main branch too where the tip calls it that: the plan is about to come.
  ///
  /// What a tip says of it comes last, and counts only if that branch agrees: a push cannot choose its judge. The remote's
  /// branches come before those of this clone.
  func mainBranch(seenFrom tip: ObjectID, remote: String?) throws(Failure) -> MainBranch? {
    let head = try remote.flatMap { remote throws(Failure) in try remoteHead(remote) }
    let folders = (remote.map { ["refs/remotes/\($0)/"] } ?? []) + ["refs/heads/"]
    for folder in folders {
      let main = try mainBranch(seenFrom: tip, head: head) { name throws(GitError) in
        try repository.reference(folder + name)
      }
      if let main { return main }
    }
    return nil
  }

  /// As the other, among branches that are looked up by their short names; `head` is the likeliest.
  func mainBranch(
    seenFrom tip: ObjectID, head: String?, _ branch: (String) throws(GitError) -> ObjectID?
  ) throws(Failure) -> MainBranch? {
    let named = try policy(at: tip).main
    let usual = [head, "main", "master", "trunk"].compactMap(\.self)
    var begun: MainBranch?
    for name in usual + [named] {
      guard let commit = try git({ () throws(GitError) in try branch(name) }) else { continue }
      if try policy(at: commit).main == name { return MainBranch(name: name, commit: commit) }
      if begun == nil, name == named, usual.contains(name), try !hasPolicy(at: commit) {
        begun = MainBranch(name: name, commit: commit)
      }
    }
    return begun
  }

  private func hasPolicy(at commit: ObjectID) throws(Failure) -> Bool {
    try git { () throws(GitError) in try repository.entry(at: Policy.file, in: commit) } != nil
  }

  /// The policy of a commit; the standard one where it has none, or one that cannot be read.
  func policy(at commit: ObjectID) throws(Failure) -> Policy {
    let entry = try git { () throws(GitError) in try repository.entry(at: Policy.file, in: commit) }
    guard let entry, entry.kind != .submodule else { return Policy() }
    if let known = policies[entry.id] { return known }
    let bytes = try git { () throws(GitError) in try repository.blob(entry.id, limit: PlanDocument.byteLimit) }
    let policy = Policy.read(bytes).item ?? Policy()
    policies[entry.id] = policy
    return policy
  }

  /// The branch that a clone of the remote checks out (git-remote(1), `set-head`).
  func remoteHead(_ remote: String) throws(Failure) -> String? {
    let prefix = "refs/remotes/\(remote)/"
    let target = try git { () throws(GitError) in try repository.symbolicTarget(of: prefix + "HEAD") }
    return target.flatMap { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : nil }
  }
}
