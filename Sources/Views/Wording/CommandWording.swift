import Workflow

/// Why a command of a criterion can be neither trusted nor run, in words.
enum CommandWording {
  static func words(_ problem: CommandProblem) -> (String, hint: String?) {
    switch problem {
    case .noStateHome:
      ("there is nowhere to keep what is trusted: HOME is not set", "set HOME or XDG_STATE_HOME to an absolute path")
    case .trustInWorkTree(let path):
      (
        "what is trusted would be kept in this work tree, where a pull could write: \(path)",
        "set XDG_STATE_HOME to a folder that is in no repository"
      )
    case .trustNeedsTerminal:
      (
        "commands are trusted by a person at a terminal, and there is none here",
        "run it in a terminal; a CI job says for itself: git -c handoff.run=always handoff verify --run"
      )
    case .notStarted(let command, let code): ("\(Phrase.quoted(command)) could not be started (errno \(code))", nil)
    case .interrupted(let command): ("\(Phrase.quoted(command)) was ended, and its checkout removed", nil)
    }
  }
}
