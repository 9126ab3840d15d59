import Git
import Workflow

/// Where a call looks for its repository: found anew for each, as an agent may go from one work tree to another.
struct Roots {
  let surroundings: Surroundings
  /// What `--root` says.
  let named: String?

  /// The workspace around the folder `asked`, or around the server's own.
  ///
  /// Only work trees of one repository may be asked for: that is what the server was started for.
  func workspace(_ asked: String?) throws(Failure) -> Workspace {
    guard let asked else { return try workspace(at: ownFolder) }
    let workspace = try workspace(at: surroundings.absolute(asked))
    if let own = try? self.workspace(at: ownFolder), own.location.commonDirectory != workspace.location.commonDirectory
    {
      throw Failure(
        .invalidValue(field: "root", value: asked, expected: "a work tree of \(own.location.workTree ?? ownFolder)"))
    }
    return workspace
  }

  private func workspace(at folder: String) throws(Failure) -> Workspace {
    var surroundings = surroundings
    surroundings.directory = folder
    return try Workspace(surroundings)
  }

  private var ownFolder: String {
    let variables = ["HANDOFF_ROOT", "CLAUDE_PROJECT_DIR"].compactMap { surroundings.environment[$0] }
    let folder = named ?? variables.first { !$0.isEmpty }
    return folder.map(surroundings.absolute) ?? surroundings.directory
  }
}
