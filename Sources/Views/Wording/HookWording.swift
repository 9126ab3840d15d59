package import Workflow

/// What stands in the place of a hook, in words.
package enum HookWording {
  /// A few words for people.
  package static func words(_ state: HooksOutcome.State) -> StyledLine {
    switch state {
    case .installed: "\("installed", .good)"
    case .unchanged: "installed already"
    case .updated: "\("updated", .good)"
    case .chained(let previous, runs: true): "\("installed", .good); the hook that was here runs first, as \(previous)"
    case .chained(let previous, runs: false):
      "\("installed", .good); the hook that was here is not executable, so it does not run: \(previous)"
    case .edited: "\("edited by somebody, left alone", .caution)"
    case .removed: "removed"
    case .restored: "removed; the hook that was here before is back"
    case .absent: "not installed"
    case .foreign: "not ours, left alone"
    case .called: "not ours, and calls ours"
    case .uncalled: "removed from behind the hook that took its place"
    }
  }

  /// One word for programs, the same for ever.
  package static func name(of state: HooksOutcome.State) -> String {
    switch state {
    case .installed: "installed"
    case .unchanged: "unchanged"
    case .updated: "updated"
    case .chained: "chained"
    case .edited: "edited"
    case .removed: "removed"
    case .restored: "restored"
    case .absent: "absent"
    case .foreign: "foreign"
    case .called: "called"
    case .uncalled: "uncalled"
    }
  }
}
