import Concurrency

/// One repository: its objects, refs, notes, configuration and index.
///
/// Objects are read in process, or through git where libgit2 cannot open the repository. What libgit2 cannot know or gets wrong (revisions, ranges, configuration, the index,
/// whatever runs hooks) is asked of git, by one process for the whole question. Nothing is opened before it is needed.
///
/// Not `Sendable`: one thread at a time.
package final class Repository {
  package let location: RepositoryLocation
  /// Runs git in this repository, at the top of the work tree.
  package let git: GitProgram
  private var opened: (any ObjectReader)?
  /// One push is asked for the same commits again and again.
  let commits = CommitShelf()
  /// Tells what commits change.
  private(set) lazy var differences = GitDialogue(git, Self.tellingChanges)
  /// What commits change that will be asked for.
  var expectedChanges: [Meanwhile<Result<[ObjectID: [FileChange]], GitError>>] = []

  /// `environment` is that of the process: git gets it, and with it what a hook was given about index and quarantine.
  package init(_ location: RepositoryLocation, environment: [String: String]) {
    self.location = location
    git = GitProgram(
      directory: location.top, environment: RepositoryEnvironment.fixed(environment, at: location))
  }

  /// Finds and takes the repository that git would use in `directory`.
  package convenience init(at directory: String, environment: [String: String]) throws(GitError) {
    self.init(try .discover(from: directory, environment: environment), environment: environment)
  }

  /// Opens the repository; throws ``GitError/unsupportedRepository(_:)`` and the like when its objects cannot be read.
  package func checkReadable() throws(GitError) { _ = try objects() }

  var references: ReferenceFiles { ReferenceFiles(location: location) }

  func objects() throws(GitError) -> any ObjectReader {
    if let opened { return opened }
    let reader = try reader()
    opened = reader
    return reader
  }

  /// In process where libgit2 can, through git where it cannot.
  private func reader() throws(GitError) -> any ObjectReader {
    do throws(GitError) {
      return try Libgit2Objects(location, git: git)
    } catch .unsupportedRepository(let reason) {
      do throws(GitError) {
        return try GitObjects(location, git: git)
      } catch .program(_, _, let complaint) {
        throw complaint.contains("safe.directory")
          ? .notOwned(gitDirectory: location.gitDirectory, advice: complaint) : .unsupportedRepository(reason)
      }
    }
  }
}
