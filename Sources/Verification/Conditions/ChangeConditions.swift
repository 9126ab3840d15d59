import Git
import PlanModel

/// `changed` and `unchanged`: which files the story's commits touch.
///
/// Any linked commit counts, also one that a later commit undoes: the condition is about what the story's work touched.
/// A rename touches the old and the new path; a change of mode or of a submodule's commit is a change.
/// Without a linked commit that changes more than the plan nothing is known yet, and neither condition is decided, unless a
/// file of the plan is what it is about.
struct ChangeConditions {
  let commits: [StoryCommit]
  /// The files of the judged tree, to tell a guarded file from a glob that matches nothing.
  let files: () throws -> [TreeEntry]

  func changed(_ glob: Glob) -> Observation {
    let paths = touched(glob)
    if !paths.isEmpty { return .holds(.files(paths)) }
    return commits.allSatisfy(\.isOfPlan) ? .missing(.noCommits) : .fails(.noFile)
  }

  /// Holds with the fact `noFile` when the tree has no such file either, for then nothing was guarded.
  func unchanged(_ glob: Glob) throws -> Observation {
    let paths = touched(glob)
    if !paths.isEmpty { return .fails(.files(paths)) }
    if commits.allSatisfy(\.isOfPlan) { return .missing(.noCommits) }
    return try files().contains { glob.means($0.path) } ? .holds(.files([])) : .holds(.noFile)
  }

  private func touched(_ glob: Glob) -> [String] {
    var paths: Set<String> = []
    for change in commits.lazy.flatMap(\.changes) {
      if glob.means(change.path) { paths.insert(change.path) }
      if let old = change.oldPath, glob.means(old) { paths.insert(old) }
    }
    return paths.sorted()
  }
}

extension FileChange {
  /// The new path, and the old one of a rename.
  package var paths: [String] { oldPath.map { [path, $0] } ?? [path] }
}
