import FileSystem
import Intake

/// What the file system refuses, in words.
enum FileWording {
  static func words(_ error: FileError) -> (String, hint: String?) {
    switch error {
    case .notFound(let path): ("there is no file '\(path)'", nil)
    case .notRegular(let path, .directory): ("'\(path)' is a folder, and a file is needed", nil)
    case .notRegular(let path, _): ("'\(path)' is not a regular file", "a pipe can be given as standard input: -")
    case .notDirectory(let path, _): ("'\(path)' is not a folder", nil)
    case .symbolicLink(let path): ("'\(path)' is a symbolic link, and is not followed here", nil)
    case .tooLarge(let path, let bytes, let limit):
      (
        "'\(path)' has \(Phrase.size(bytes)) or more; at most \(Phrase.size(limit)) are read",
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
    case .invalidPath(let path): ("'\(path)' leads out of the plan", nil)
    case .damagedJournal(let path):
      ("the record of an interrupted change, '\(path)', is damaged", "look at it, and move it away")
    case .system(let path, let operation, let code):
      ("cannot \(operation.rawValue) '\(path)' (errno \(code))", nil)
    }
  }
}

/// What intake refuses, in words.
enum IntakeWording {
  static func words(_ error: IntakeError, input: String) -> (String, hint: String?) {
    let name = input == "-" ? "the input" : "'\(input)'"
    return switch error {
    case .empty: ("\(name) is empty", nil)
    case .notText(let offset):
      ("\(name) is no text: byte \(offset) is not one that text holds", "export it as mail, Markdown or plain text")
    case .tooLarge(let bytes, let limit):
      (
        "\(name) has \(Phrase.size(bytes)); at most \(Phrase.size(limit)) are taken in",
        "split it, and take in the parts"
      )
    case .tooManyLines(let limit): ("\(name) has more than \(limit) lines", "split it, and take in the parts")
    case .tooManyParts(let limit, let offset):
      ("\(name) is a mail of more than \(limit) parts (from byte \(offset) on)", "save the part that matters by itself")
    case .nothingSaid: ("nobody says anything in \(name)", nil)
    }
  }
}
