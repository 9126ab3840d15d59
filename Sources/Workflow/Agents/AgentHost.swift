/// A program that runs coding agents and reads files of the work tree to learn how.
package enum AgentHost: String, CaseIterable, Sendable {
  /// Whatever reads AGENTS.md (<https://agents.md>).
  case agentsMD = "agents-md"
  case claude, codex, cursor, copilot
}

/// One file in which a host is told of this program, and where in it.
struct AgentFile: Sendable {
  enum Placement: Sendable {
    /// The whole file is ours.
    case whole
    /// Between two marks, each a comment in the file's language, behind what others wrote.
    case section(open: String, close: String)
    /// A member of a JSON object, within the member `container` of the document or, with nil, the document's own.
    case member(container: String?, name: String)
  }

  var host: AgentHost
  /// From the top of the work tree.
  var path: String
  var placement: Placement
  var text: String
}

/// What stands where a file is to be.
package enum AgentFileState: String, CaseIterable, Sendable {
  case installed, absent
  /// Ours, of another version of this program.
  case older
  /// Ours, and somebody changed it: it is left alone.
  case edited
  /// Something of the user's stands there, and cannot be added to without changing it.
  case foreign
}

package struct AgentsOutcome: Sendable {
  package struct Place: Hashable, Sendable {
    package var host: AgentHost
    package var path: String
    package var state: AgentFileState
    /// Whether the file was written now.
    package var isChanged: Bool

    package init(host: AgentHost, path: String, state: AgentFileState, isChanged: Bool) {
      self.host = host
      self.path = path
      self.state = state
      self.isChanged = isChanged
    }
  }

  package var places: [Place]
  /// The paths that git is told to ignore, so that nobody else gets them.
  package var ignored: [String] = []

  package init(places: [Place]) { self.places = places }

  /// Whether something stands in the way of a person's wish.
  package var needsHands: Bool { places.contains { $0.state == .edited || $0.state == .foreign } }
}
