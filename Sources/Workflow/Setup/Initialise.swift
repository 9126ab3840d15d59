import FileSystem
import Git
import PlanFiles
package import PlanModel

/// What `init` did.
package struct InitOutcome: Sendable {
  /// The top of the work tree.
  package var top: String
  /// Files that were written, relative to the top.
  package var written: [String]
  /// Files that were there, and stay as they are.
  package var kept: [String]
  package var hooks: HooksOutcome?
  /// Whether git merges plan files by what they say, in this clone.
  package var merges = false
  /// What keeps plan files out of commits.
  package var ignored: IgnoringPattern?
  /// Why the hooks could not be installed; the plan is there all the same.
  package var hooksFailure: Failure?
}

extension Workspace {
  /// Makes `.handoff/` with its settings and a page for people, has git merge plan files by what they say, and installs the
  /// hooks. Doing it again changes nothing.
  package func initialise(withHooks: Bool = true, withMerge: Bool = true) throws(Failure) -> InitOutcome {
    let top = try top()
    try git { () throws(GitError) in try repository.checkReadable() }
    let tree = WorkTree(top: top)
    // A plan that is a link would be refused by every other command.
    let isThere = try self.tree { () throws(PlanTreeError) in try !tree.entries(in: tree.root).isEmpty }
    if !isThere { try refuseHiddenPlan() }
    let main = try mainBranch()
    var outcome = InitOutcome(top: top, written: [], kept: [])
    var change = try change()
    let files = [
      (StarterFiles.attributesFile, StarterFiles.attributes), (".handoff/README.md", StarterFiles.readme),
      (Policy.file, StarterFiles.settings(main: main)),
    ]
    for (path, text) in files {
      do {
        _ = try tree.read(path, limit: PlanDocument.byteLimit)
        outcome.kept.append(path)
      } catch .notFound {
        change.put(Array(text.utf8), at: path, expecting: .absent)
        outcome.written.append(path)
      } catch {
        throw Failure(.tree(error))
      }
    }
    if !change.isEmpty { try commit(change) }
    outcome.ignored = try? ignoredPlan()
    if withMerge {
      try installMergeDriver()
      outcome.merges = true
    }
    guard withHooks else { return outcome }
    do {
      outcome.hooks = try installHooks()
    } catch {
      outcome.hooksFailure = error
    }
    return outcome
  }

  /// The branch that plan truth is compared with, as far as the repository tells: what the remote's HEAD names, the
  /// usual names, and at last the branch that is checked out.
  private func mainBranch() throws(Failure) -> String {
    let references = try git { () throws(GitError) in try repository.references(below: "refs") }
    let names = Set(references.map(\.name))
    for remote in ["refs/remotes/origin/", "refs/heads/"] {
      if let name = ["main", "master", "trunk"].first(where: { names.contains(remote + $0) }) { return name }
    }
    return try git { () throws(GitError) in try repository.head().branch } ?? "main"
  }
}
