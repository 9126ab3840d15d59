import FileSystem

/// A folder that is a git directory: HEAD, and `objects` and `refs` there or in the common directory.
struct GitDirectoryLayout {
  let gitDirectory: String
  let commonDirectory: String
  let configuration: WorkTreeConfiguration

  /// Nil when `path`, a real path, is no git directory; `common` is what GIT_COMMON_DIR says.
  init?(_ path: String, common: String?) {
    guard GitFile.kind(path + "/HEAD") != nil else { return nil }
    let shared = common ?? Self.commonDirectory(of: path)
    guard GitFile.kind(shared + "/refs") == .directory, GitFile.kind(shared + "/objects") == .directory else {
      return nil
    }
    gitDirectory = path
    commonDirectory = shared
    configuration = WorkTreeConfiguration(gitDirectory: path, commonDirectory: shared)
  }

  /// Whether this belongs to a linked worktree: `core.bare` of the shared configuration is then not about it.
  var isLinked: Bool { gitDirectory != commonDirectory }

  func location(workTree: String?) -> RepositoryLocation {
    RepositoryLocation(gitDirectory: gitDirectory, commonDirectory: commonDirectory, workTree: workTree)
  }

  /// What the `commondir` file of a linked worktree's git directory names, else the directory itself.
  private static func commonDirectory(of path: String) -> String {
    guard let named = try? GitFile.text(path + "/commondir"), !named.isEmpty else { return path }
    return GitFile.realPath(Path.joined(path, named)) ?? path
  }
}
