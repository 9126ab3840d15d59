package import FileSystem

/// What the file system refuses, in words.
package enum FileWording {
  /// The sentence, and what to do where that can be said.
  package static func words(_ error: FileError) -> (String, hint: String?) {
    switch error {
    case .notFound(let path): ("there is no file '\(path)'", nil)
    case .notRegular(let path, .directory): ("'\(path)' is a folder, and a file is needed", nil)
    case .notRegular(let path, _): ("'\(path)' is not a regular file", nil)
    case .notDirectory(let path, _): ("'\(path)' is not a folder", nil)
    case .symbolicLink(let path): ("'\(path)' is a symbolic link, and links are not followed here", nil)
    case .tooLarge(let path, let bytes, let limit):
      (
        "'\(path)' is \(Phrase.size(bytes)) or more; at most \(Phrase.size(limit)) are read",
        "split it, and take in the parts"
      )
    case .permission(let path, _): ("permission denied: '\(path)'", nil)
    case .readOnlyFileSystem(let path): ("'\(path)' is on a read-only file system", nil)
    case .noSpace(let path): ("no space is left to write '\(path)'; nothing was changed", nil)
    case .alreadyExists(let path): ("'\(path)' already exists; nothing was changed", nil)
    case .changedMeanwhile(let path):
      ("'\(path)' was changed by someone else meanwhile; nothing was written", "run the command again")
    case .locked(_, let holder):
      (
        "another git-handoff is writing\(holder.map { " (process \($0))" } ?? "")",
        "wait for it, and run the command again"
      )
    case .invalidPath(let path): ("'\(path)' is not a path that can be used here", nil)
    case .damagedJournal(let path):
      (
        "a change was interrupted, and the record of it is damaged; it is kept as '\(path)'",
        "look at .handoff with git status, then remove that file"
      )
    case .system(let path, let operation, let code): ("cannot \(words(operation)) '\(path)' (errno \(code))", nil)
    }
  }

  private static func words(_ operation: FileOperation) -> String {
    switch operation {
    case .open, .read, .write, .list, .rename, .remove, .lock: operation.rawValue
    case .inspect: "look at"
    case .createFolder: "create the folder"
    case .changeMode: "change the permissions of"
    case .flush: "save"
    case .resolve: "find"
    }
  }
}
