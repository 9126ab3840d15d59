import CodeIndex

/// Why the code index could not be had, in words.
enum IndexWording {
  static func words(_ error: CodeIndexError) -> (String, hint: String?) {
    switch error {
    case .git(let error): GitWording.words(error)
    case .file(let error): FileWording.words(error)
    case .damaged:
      ("the code index is damaged, and stays so when it is built anew", "remove it: git handoff index --rebuild")
    case .storage(let code, let message):
      ("the code index could not be used: \(message) (SQLite \(code))", "build it anew: git handoff index --rebuild")
    }
  }
}
