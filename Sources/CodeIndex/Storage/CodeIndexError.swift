package import FileSystem
package import Git

/// Why the index could not be read or brought up to date.
package enum CodeIndexError: Error, Hashable, Sendable {
  case git(GitError)
  case file(FileError)
  /// What is stored is not what was written, or was written by another version: it has to be built anew.
  case damaged
  /// SQLite's own words, with its extended result code.
  case storage(code: Int32, message: String)
}

extension CodeIndexError {
  package static func git<Value>(_ body: () throws(GitError) -> Value) throws(CodeIndexError) -> Value {
    do {
      return try body()
    } catch {
      throw .git(error)
    }
  }
}
