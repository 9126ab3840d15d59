package import Git

/// What git or libgit2 refuses, in words.
package enum GitWording {
  /// The sentence, and what to do where that can be said.
  package static func words(_ error: GitError) -> (String, hint: String?) {
    switch error {
    case .noRepository(let directory):
      ("not a git repository (or any of the parent folders): \(directory)", "make one: git init")
    case .brokenGitFile(let path):
      ("'\(path)' does not lead to a git repository", "if the repository was moved, run there: git worktree repair")
    case .notOwned(let directory, let advice): notOwned(directory, advice)
    case .unsupportedRepository(let reason):
      ("the git that is installed cannot read this repository: \(words(reason))", "install a newer git: git version")
    case .unknownRevision(let revision): ("unknown revision '\(revision)'", "see: git help revisions")
    case .missingObject(let id):
      (
        "the object \(id.short) is not in this clone",
        "fetch it: git fetch; in a partial clone, this fetches all that is missing: git handoff verify"
      )
    case .wrongKind(let id, let expected): ("\(id.short) is not a \(expected.rawValue)", nil)
    case .objectTooLarge(let id, let bytes, let limit):
      ("the object \(id.short) is \(Phrase.size(bytes)); at most \(Phrase.size(limit)) are read", nil)
    case .tooManyFiles(let limit): ("the commit holds more than \(limit) files, which are too many to read", nil)
    case .treeTooDeep(let limit): ("the commit has folders more than \(limit) deep, which is too deep to read", nil)
    case .invalidReferenceName(let name): ("'\(name)' cannot be the name of a branch or tag", nil)
    case .file(let error): FileWording.words(error)
    case .libraryNotLoaded(let reason):
      ("libgit2 cannot be loaded: \(reason)", "install it in the version that is named, or build git-handoff anew")
    case .libgit2(let function, let code, let message): ("\(message) (\(function): \(code))", nil)
    case .program(let arguments, let status, let stderr):
      (words(ofRun: arguments, status, stderr), hint(forRun: arguments, stderr))
    case .programNotFound: ("git is not in PATH", "install git, or add its folder to PATH")
    case .programNotStarted(let arguments, let code): ("\(name(arguments)) could not be started (errno \(code))", nil)
    case .timedOut(let arguments, let seconds): ("\(name(arguments)) took more than \(seconds) seconds", nil)
    case .outputTooLarge(let arguments, let limit):
      ("\(name(arguments)) printed more than \(Phrase.size(limit)), which is too much to read", nil)
    case .unexpectedOutput(let arguments):
      ("\(name(arguments)) answered in a way that this version does not understand", "install a newer git-handoff")
    }
  }

  /// Git's first line, and the command that it advises.
  private static func notOwned(_ directory: String, _ advice: String) -> (String, hint: String?) {
    let lines = advice.split(whereSeparator: \.isNewline).map { String($0.drop(while: \.isWhitespace)) }
    let first = lines.first.map { $0.hasPrefix("fatal: ") ? String($0.dropFirst("fatal: ".count)) : $0 }
    let message = first ?? "\(directory) belongs to somebody else"
    return (message, lines.first { $0.hasPrefix("git config") }.map { "if you trust it: \($0)" })
  }

  private static func name(_ arguments: [String]) -> String {
    (["git"] + arguments.prefix(1)).joined(separator: " ")
  }

  /// Git's own message, without its `fatal: ` or `error: `: the first line that has one, as git may say before what it is at.
  private static func words(ofRun arguments: [String], _ status: Int32, _ stderr: String) -> String {
    let lines = stderr.split(whereSeparator: \.isNewline).map(String.init)
    for (place, line) in lines.enumerated() {
      for mark in ["fatal: ", "error: "] where line.hasPrefix(mark) {
        // A list of files stands below, each behind a tab.
        let below = line.hasSuffix(":") ? lines[(place + 1)...].prefix { $0.hasPrefix("\t") } : []
        let files = below.map { String($0.dropFirst()) }
        return line.dropFirst(mark.count) + (files.isEmpty ? "" : " " + Phrase.list(files, limit: 5))
      }
    }
    return lines.first ?? "\(name(arguments)) ended with status \(status)"
  }

  /// What to do where `git switch` will not (git-switch(1)): another work tree is on the branch, or changes are in the way.
  private static func hint(forRun arguments: [String], _ stderr: String) -> String? {
    guard arguments.contains("switch") || arguments.contains("checkout") else { return nil }
    // Since 2.43 git says "used by worktree", before "checked out".
    if ["already used by worktree at", "already checked out at"].contains(where: stderr.contains) {
      return "go on in that folder; which work tree has which branch: git worktree list"
    }
    if stderr.contains("would be overwritten by checkout") {
      return "commit what is changed, or put it away for now: git stash --include-untracked"
    }
    return nil
  }

  private static func words(_ reason: GitError.Unsupported) -> String {
    switch reason {
    case .objectFormat(let format): "its object format is \(format)"
    case .referenceStorage(let storage): "it keeps its branches and tags as \(storage)"
    case .other(let words): words
    }
  }
}
