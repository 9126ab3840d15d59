package import Git
import PlanModel

/// The plan as a commit has it.
package final class CommitTree: PlanTree {
  private let repository: Repository
  private let files: TreeListing

  /// Lists the plan of `commit`; its files are read when asked for.
  package init(_ commit: ObjectID, in repository: Repository) throws(GitError) {
    self.repository = repository
    files = TreeListing(try repository.files(in: commit, under: ".handoff"))
  }

  package func entries(in folder: String) throws(PlanTreeError) -> [PlanTreeEntry] {
    files.entries(in: folder)
  }

  package func firstName(in folder: String, withPrefix prefix: String) throws(PlanTreeError) -> String? {
    files.firstName(in: folder, withPrefix: prefix)
  }

  package func read(_ path: String, limit: Int) throws(PlanTreeError) -> [UInt8] {
    try files.read(path, limit: limit, from: repository)
  }

  package func blobs(at paths: [String]) -> [ObjectID?] {
    paths.map { path in files[path].flatMap { $0.kind == .file || $0.kind == .executable ? $0.id : nil } }
  }

  /// The contents of a file by their name; nil where there is no such file.
  package func id(of path: String) -> ObjectID? { files[path]?.id }

  /// The paths of files that this commit has and `other` has not, or the other way round, or with other contents; without
  /// another, all.
  package func differences(from other: CommitTree?) -> Set<String> {
    files.differences(from: other?.files ?? TreeListing([]))
  }
}
