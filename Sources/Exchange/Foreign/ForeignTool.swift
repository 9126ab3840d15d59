/// A tool whose plans can be read; the raw value is what users type and what `origin` begins with.
package enum ForeignTool: String, CaseIterable, Sendable {
  case backlog, beads, doorstop, gherkin, handoff, openspec
  case specKit = "spec-kit"
  case taskMaster = "task-master"

  /// What its makers call it.
  package var name: String {
    switch self {
    case .backlog: "Backlog.md"
    case .beads: "beads"
    case .doorstop: "Doorstop"
    case .gherkin: "Gherkin"
    case .handoff: "git-handoff"
    case .openspec: "OpenSpec"
    case .specKit: "spec-kit"
    case .taskMaster: "task-master"
    }
  }
}
