import CLibgit2
import Processes

/// Opens a repository for its objects, in spite of what libgit2 1.5 refuses.
struct Libgit2Opening {
  let location: RepositoryLocation
  let git: GitProgram

  func repository() throws(GitError) -> Handle {
    do throws(GitError) {
      let flags = GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_BARE.rawValue
      return try Handle("git_repository_open_ext", freeing: git_repository_free) {
        git_repository_open_ext(&$0, location.commonDirectory, flags, nil)
      }
    } catch {
      guard case .libgit2(_, let code, let message) = error else { throw error }
      // The library gives the second code, too, for a directory of another owner.
      if code == GIT_EOWNER.rawValue || code == GIT_ENOTFOUND.rawValue { return try repositoryIfGitAllows() }
      throw unsupported(message).map { GitError.unsupportedRepository($0) } ?? error
    }
  }

  /// The library's objects, with those that a push brought into quarantine (git-receive-pack(1)): it reads none of
  /// the variables that name them.
  func database(of repository: borrowing Handle) throws(GitError) -> Handle {
    let database = try repository.lend { repository throws(GitError) in
      try Handle("git_repository_odb", freeing: git_odb_free) { git_repository_odb(&$0, repository) }
    }
    let own = git.environment["GIT_OBJECT_DIRECTORY"].map { [$0] } ?? []
    let others = AlternateList.paths(git.environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] ?? "")
    for path in (own + others).map({ Path.joined(git.directory, $0) }) {
      let code = database.lend { git_odb_add_disk_alternate($0, path) }
      try Libgit2.check("git_odb_add_disk_alternate", code)
    }
    return database
  }

  /// The library's rules about foreign owners are narrower than git's: git decides, and says what to do.
  private func repositoryIfGitAllows() throws(GitError) -> Handle {
    let outcome = try git.outcome(of: ["rev-parse", "--git-dir"])
    guard outcome.status == 0 else {
      throw outcome.complaint.contains("safe.directory")
        ? .notOwned(gitDirectory: location.gitDirectory, advice: outcome.complaint)
        : .noRepository(directory: location.top)
    }
    return try Handle("git_repository_open_bare", freeing: git_repository_free) {
      git_repository_open_bare(&$0, location.commonDirectory)
    }
  }

  /// What the library's message is about; nil when it is not about an extension or a newer format.
  private func unsupported(_ message: String) -> GitError.Unsupported? {
    let words = message.lowercased()
    guard words.contains("unsupported") else { return nil }
    if words.contains("objectformat") {
      return .objectFormat((try? git.line(of: ["config", "--get", "extensions.objectFormat"])) ?? "")
    }
    if words.contains("refstorage") {
      return .referenceStorage((try? git.line(of: ["config", "--get", "extensions.refStorage"])) ?? "")
    }
    return .other(message)
  }
}

/// The value of GIT_ALTERNATE_OBJECT_DIRECTORIES: paths between colons, C-quoted where one begins with a quote.
enum AlternateList {
  static func paths(_ value: String) -> [String] {
    var paths: [String] = []
    var rest = Substring(value)
    while !rest.isEmpty {
      if rest.first == "\"", let (path, behind) = QuotedPath.read(rest) {
        paths.append(path)
        rest = behind
      } else {
        let path = rest.prefix { $0 != ":" }
        paths.append(String(path))
        rest = rest[path.endIndex...]
      }
      rest = rest.dropFirst()
    }
    return paths.filter { !$0.isEmpty }
  }
}
