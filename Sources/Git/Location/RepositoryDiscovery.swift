import FileSystem

/// One search for a repository.
struct RepositoryDiscovery {
  let directory: String
  let environment: [String: String]

  func location() throws(GitError) -> RepositoryLocation {
    guard let start = realPath(directory) else { throw .noRepository(directory: directory) }
    if let named = variable("GIT_DIR") {
      return try location(named: named, start: start)
    }
    let ceilings = self.ceilings
    var folder = start
    while true {
      if let location = try location(in: folder) { return location }
      let parent = Path.parent(folder)
      guard parent != folder, !ceilings.contains(parent) else { throw .noRepository(directory: directory) }
      folder = parent
    }
  }

  /// The repository that GIT_DIR names, with the work tree at GIT_WORK_TREE or else where the search starts.
  private func location(named: String, start: String) throws(GitError) -> RepositoryLocation {
    let path = Path.joined(start, named)
    let target = try kind(path) == .file ? gitFileTarget(path) : realPath(path)
    guard let git = target, let layout = GitDirectoryLayout(git, common: commonVariable(start)) else {
      throw .noRepository(directory: path)
    }
    if let named = variable("GIT_WORK_TREE") {
      let workTree = Path.joined(start, named)
      return layout.location(workTree: realPath(workTree) ?? workTree)
    }
    if layout.configuration.movesWorkTree { return try askGit(layout) }
    return layout.location(workTree: layout.configuration.isBare == true ? nil : start)
  }

  /// The repository whose work tree's top, or whose bare git directory, is `folder`.
  private func location(in folder: String) throws(GitError) -> RepositoryLocation? {
    let dotGit = Path.joined(folder, ".git")
    let layout: GitDirectoryLayout?
    switch kind(dotGit) {
    case .file:
      layout = GitDirectoryLayout(try gitFileTarget(dotGit), common: commonVariable(folder))
      if layout == nil { throw .brokenGitFile(path: dotGit) }
    case .directory:
      layout = realPath(dotGit).flatMap { GitDirectoryLayout($0, common: commonVariable(folder)) }
    default:
      layout = nil
    }
    if let layout {
      let isUnusual = layout.configuration.movesWorkTree || layout.configuration.isBare == true
      return isUnusual && !layout.isLinked ? try askGit(layout) : layout.location(workTree: workTree(or: folder))
    }
    return GitDirectoryLayout(folder, common: commonVariable(folder))?
      .location(workTree: variable("GIT_WORK_TREE").map { realPath(Path.joined(directory, $0)) ?? $0 })
  }

  private func workTree(or folder: String) -> String {
    guard let named = variable("GIT_WORK_TREE") else { return folder }
    let path = Path.joined(directory, named)
    return realPath(path) ?? path
  }

  /// The git directory that a `.git` file names (gitrepository-layout(5): `gitdir: <path>`).
  private func gitFileTarget(_ path: String) throws(GitError) -> String {
    guard let text = try? GitFile.text(path), text.hasPrefix("gitdir:") else { throw .brokenGitFile(path: path) }
    let named = text.dropFirst("gitdir:".count).drop { $0 == " " }
    guard !named.isEmpty, let target = realPath(Path.joined(Path.parent(path), String(named))) else {
      throw .brokenGitFile(path: path)
    }
    return target
  }

  /// What git says where its configuration decides about the work tree.
  private func askGit(_ layout: GitDirectoryLayout) throws(GitError) -> RepositoryLocation {
    let git = GitProgram(directory: directory, environment: environment)
    let isInside = try git.line(of: ["rev-parse", "--is-inside-work-tree"]) == "true"
    let isBare = try git.line(of: ["rev-parse", "--is-bare-repository"]) == "true"
    if isBare { return layout.location(workTree: nil) }
    if isInside { return layout.location(workTree: try git.line(of: ["rev-parse", "--show-toplevel"])) }
    // `core.worktree` is relative to the git directory, and the search started outside of it.
    let moved = try git.line(of: ["config", "--get", "core.worktree"])
    return layout.location(workTree: realPath(Path.joined(layout.gitDirectory, moved)))
  }

  private func commonVariable(_ start: String) -> String? {
    variable("GIT_COMMON_DIR").flatMap { realPath(Path.joined(start, $0)) }
  }

  /// An empty variable is as none.
  private func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The folders that are not searched from below; behind an empty entry, links are not followed (git(1)).
  private var ceilings: Set<String> {
    var followsLinks = true
    var found: Set<String> = []
    for entry in (environment["GIT_CEILING_DIRECTORIES"] ?? "").split(separator: ":", omittingEmptySubsequences: false)
    {
      if entry.isEmpty { followsLinks = false }
      guard entry.hasPrefix("/") else { continue }
      let path = Path.withoutTrailingSlashes(String(entry))
      found.insert(followsLinks ? realPath(path) ?? path : path)
    }
    return found
  }

  private func realPath(_ path: String) -> String? { GitFile.realPath(path) }
  private func kind(_ path: String) -> FileKind? { GitFile.kind(path) }
}
