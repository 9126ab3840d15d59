/// Why a command of a criterion can be neither trusted nor run.
package enum CommandProblem: Hashable, Sendable {
  /// Nowhere to keep what is trusted: neither a home nor a folder for state is known.
  case noStateHome
  /// The folder for what is trusted lies within the work tree, where a pull could write.
  case trustInWorkTree(path: String)
  /// Trust is given by a person at a terminal.
  case trustNeedsTerminal
  /// The command could not be started: an `errno`.
  case notStarted(command: String, code: Int32)
  /// The command was ended, because this program was asked to end.
  case interrupted(command: String)
}
