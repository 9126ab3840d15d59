package import FileSystem

/// Why something could not be learnt from a repository, or done to it.
package enum GitError: Error, Hashable, Sendable {
  /// No repository at `directory` or above it, or what GIT_DIR names is none.
  case noRepository(directory: String)
  /// A `.git` file that names no git directory.
  case brokenGitFile(path: String)
  /// The repository belongs to another user, and `safe.directory` does not name it; git's own advice.
  case notOwned(gitDirectory: String, advice: String)
  case unsupportedRepository(Unsupported)
  case unknownRevision(String)
  case missingObject(ObjectID)
  /// The object exists and is not of the kind that is needed.
  case wrongKind(ObjectID, expected: ObjectKind)
  case objectTooLarge(ObjectID, bytes: Int, limit: Int)
  /// The tree of one commit holds more files than this program reads.
  case tooManyFiles(limit: Int)
  /// The tree of one commit has folders below folders, deeper than this program follows.
  case treeTooDeep(limit: Int)
  case invalidReferenceName(String)
  case file(FileError)
  /// libgit2 is not there, or not in the version that this program was built for; the dynamic linker's own words.
  case libraryNotLoaded(String)
  /// A call into libgit2 failed; the C function's name, its return code and libgit2's own message.
  case libgit2(function: String, code: Int32, message: String)
  /// git ran and failed.
  case program(arguments: [String], status: Int32, stderr: String)
  /// No executable named git in any absolute entry of PATH.
  case programNotFound
  /// git could not be started, or its streams could not be served; an `errno`.
  case programNotStarted(arguments: [String], code: Int32)
  case timedOut(arguments: [String], seconds: Int)
  case outputTooLarge(arguments: [String], limit: Int)
  /// git answered in a form that this program does not know.
  case unexpectedOutput(arguments: [String])

  /// What keeps a repository from being read, in process and by the git that is installed.
  package enum Unsupported: Hashable, Sendable {
    /// `extensions.objectFormat` is not `sha1`.
    case objectFormat(String)
    /// `extensions.refStorage` is not `files`.
    case referenceStorage(String)
    /// Another extension; libgit2's own words.
    case other(String)
  }
}

extension GitError {
  /// The object that git wanted to fetch for a partial clone, or could not read; nil for any other failure.
  var missing: ObjectID? {
    guard case .program(_, _, let stderr) = self,
      stderr.contains("promisor remote") || stderr.contains("unable to read")
    else { return nil }
    return stderr.split { !$0.isHexDigit }.lazy.compactMap { ObjectID($0) }.first
  }
}

/// The four kinds of git objects.
package enum ObjectKind: String, Hashable, Sendable {
  case commit, tree, blob, tag
}
