import Processes

extension Repository {
  /// Makes a branch at `start` and checks it out, as `git switch --create`: hooks run, and local changes are kept or
  /// stand in the way, as git decides. Throws ``GitError/program(arguments:status:stderr:)`` with git's own words.
  package func createBranch(_ name: String, at start: ObjectID? = nil) throws(GitError) {
    _ = try git.output(of: ["switch", "--quiet", "--no-track", "--create", name] + (start.map { [$0.hex] } ?? []))
  }

  /// Checks a branch out, as `git switch`.
  package func switchTo(_ branch: String) throws(GitError) {
    _ = try git.output(of: ["switch", "--quiet", "--no-guess", "--end-of-options", branch])
  }

  /// Whether git takes `name` for a branch: git-check-ref-format(1).
  package func isValidBranchName(_ name: String) throws(GitError) -> Bool {
    try git.outcome(of: ["check-ref-format", "--branch", name]).status == 0
  }
}
