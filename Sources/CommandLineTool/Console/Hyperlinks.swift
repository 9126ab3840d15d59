import Workflow

/// Whether names of files are links: on terminals that are known to take them, as nothing can be asked of a terminal
/// without waiting for its answer.
enum Hyperlinks {
  /// The top of the work tree, where links are wanted.
  static let top: String? = {
    guard Console.isTerminal, isKnownTerminal(Console.environment) else { return nil }
    return try? Workspace(Console.surroundings()).top()
  }()

  /// FORCE_HYPERLINK (`0` for never) goes before what the terminal says of itself.
  static func isKnownTerminal(_ environment: [String: String]) -> Bool {
    if let forced = environment["FORCE_HYPERLINK"], !forced.isEmpty { return forced != "0" }
    // A multiplexer may not pass them on.
    if environment["TERM"] == "dumb" || environment["TMUX"] != nil || environment["STY"] != nil { return false }
    if let vte = environment["VTE_VERSION"].flatMap({ Int($0) }), vte >= 5000 { return true }
    if ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio"].contains(environment["TERM_PROGRAM"]) {
      return true
    }
    if ["xterm-kitty", "xterm-ghostty", "alacritty", "foot"].contains(environment["TERM"]) { return true }
    return ["KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM"].contains { environment[$0] != nil }
  }
}
