/// What became of each hook, or what stands in its place.
package struct HooksOutcome: Sendable {
  package enum State: Hashable, Sendable {
    case installed
    case unchanged
    /// Written anew: the program has moved.
    case updated
    /// In front of a hook that was there, kept as the file named; git would not run it if it is not executable.
    case chained(String, runs: Bool)
    /// Ours, but edited by somebody: left alone.
    case edited
    case removed
    /// Removed, and the hook from before put back.
    case restored
    case absent
    /// Somebody else's.
    case foreign
    /// Somebody else's, which calls ours.
    case called
    /// Taken away from behind somebody else's, which called ours or had put it aside.
    case uncalled
  }

  /// One hook.
  package struct Hook: Sendable {
    package var kind: HookKind
    package var state: State
    /// Where it stands, when that is not the outcome's folder, as after another choice of layout.
    package var folder: String?
    /// When it last ran, as ISO 8601 has it.
    package var lastRun: String?
    /// Whose hook it is, or was before ours; nil where that is not known.
    package var owner: HookOwner?

    package init(kind: HookKind, state: State, folder: String? = nil, lastRun: String? = nil, owner: HookOwner? = nil) {
      self.kind = kind
      self.folder = folder
      self.state = state
      self.lastRun = lastRun
      self.owner = owner
    }
  }

  package var directory: String
  package var hooks: [Hook] = []
  /// The remotes whose notes come with every fetch.
  package var notesFrom: [String] = []
  /// Whether the hooks of people who commit were put where nobody does.
  package var mayWantServer = false
}
