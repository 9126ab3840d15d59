import Git

/// What git or libgit2 refuses, in words.
enum GitWording {
  static func words(_ error: GitError) -> (String, hint: String?) {
    switch error {
    case .noRepository(let directory):
      ("not a git repository (or any of the parent folders): \(directory)", "make one: git init")
    case .brokenGitFile(let path): ("'\(path)' names no git directory", nil)
    case .notOwned(_, let advice): (advice, nil)
    case .unsupportedRepository(let reason): ("this repository cannot be read yet: \(words(reason))", nil)
    case .unknownRevision(let revision): ("unknown revision '\(revision)'", "see: git help revisions")
    case .missingObject(let id): ("the object \(id.short) is missing here", "fetch it: git fetch")
    case .wrongKind(let id, let expected): ("\(id.short) is not a \(expected.rawValue)", nil)
    case .objectTooLarge(let id, let bytes, let limit):
      ("the object \(id.short) has \(Phrase.size(bytes)); at most \(Phrase.size(limit)) are read", nil)
    case .tooManyFiles(let limit): ("the tree has more than \(limit) files", nil)
    case .invalidReferenceName(let name): ("'\(name)' is no name for a branch or tag", nil)
    case .file(let error): FileWording.words(error)
    case .programNotFound: ("git is not in PATH", "install git")
    default: wordsOnRuns(error)
    }
  }

  private static func wordsOnRuns(_ error: GitError) -> (String, hint: String?) {
    switch error {
    case .libgit2(let function, let code, let message): ("\(message) (\(function): \(code))", nil)
    case .program(let arguments, let status, let stderr):
      (stderr.isEmpty ? "git \(arguments.first ?? "") ended with status \(status)" : firstWords(of: stderr), nil)
    case .programNotStarted(let arguments, let reason):
      ("git \(arguments.first ?? "") could not be run: \(reason)", nil)
    case .timedOut(let arguments, let seconds): ("git \(arguments.first ?? "") took more than \(seconds) seconds", nil)
    case .outputTooLarge(let arguments, let limit):
      ("git \(arguments.first ?? "") printed more than \(Phrase.size(limit))", nil)
    case .unexpectedOutput(let arguments): ("git \(arguments.first ?? "") answered in a form that is not known", nil)
    default: ("\(error)", nil)
    }
  }

  /// Git's own message, without its `fatal: ` or `error: `.
  private static func firstWords(of stderr: String) -> String {
    let line = stderr.split(whereSeparator: \.isNewline).first.map(String.init) ?? stderr
    return ["fatal: ", "error: "].first(where: line.hasPrefix).map { String(line.dropFirst($0.count)) } ?? line
  }

  private static func words(_ reason: GitError.Unsupported) -> String {
    switch reason {
    case .objectFormat(let format): "its objects are named by \(format)"
    case .referenceStorage(let storage): "its refs are kept as \(storage)"
    case .other(let words): words
    }
  }
}
