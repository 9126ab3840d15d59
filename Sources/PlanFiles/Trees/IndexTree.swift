package import Git
import PlanModel

/// The plan as the index has it: what the next commit will hold.
package final class IndexTree: PlanTree {
  private let repository: Repository
  private let files: TreeListing
  private let conflicts: Set<String>

  /// Lists the plan files of the index that the environment names (`GIT_INDEX_FILE`).
  package init(_ repository: Repository) throws(GitError) {
    self.repository = repository
    let staged = try repository.stagedFiles(under: ".handoff")
    conflicts = Set(staged.filter { $0.stage != 0 }.map(\.path))
    files = TreeListing(staged.map { TreeEntry(path: $0.path, kind: $0.kind, id: $0.blob) })
  }

  package func entries(in folder: String) throws(PlanTreeError) -> [PlanTreeEntry] {
    files.entries(in: folder)
  }

  package func firstName(in folder: String, withPrefix prefix: String) throws(PlanTreeError) -> String? {
    files.firstName(in: folder, withPrefix: prefix)
  }

  package func read(_ path: String, limit: Int) throws(PlanTreeError) -> [UInt8] {
    if conflicts.contains(path) { throw .unusable(.conflictMarker, path: path) }
    return try files.read(path, limit: limit, from: repository)
  }
}
