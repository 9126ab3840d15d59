import Exchange
import PlanFiles
import PlanModel

/// Files of a plan, and of other tools' plans.
///
/// Whatever the bytes, a reader says what is wrong in them, at a line that there is, or gives an item; a field that is set
/// is read back as it was set.
enum PlanTarget: String, CaseIterable {
  case yaml
  case story = "plan-story"
  case intent = "plan-intent"
  case epic = "plan-epic"
  case decision = "plan-decision"
  case source = "plan-source"
  case statements = "plan-statements"
  case signOff = "plan-sign-off"
  case imported = "import"

  func run(_ bytes: [UInt8]) {
    switch self {
    case .yaml: _ = try? YAMLReader.read(bytes[...])
    case .story: document(bytes, Story.read(bytes, path: ".handoff/stories/st-9c4t8wq2-mute.md").findings)
    case .intent: document(bytes, Intent.read(bytes, path: ".handoff/intents/in-9c4t8wq2-mute.md").findings)
    case .epic: document(bytes, Epic.read(bytes, path: ".handoff/epics/ep-9c4t8wq2-mute.md").findings)
    case .decision: document(bytes, Decision.read(bytes, path: ".handoff/decisions/de-9c4t8wq2-mute.md").findings)
    case .source:
      let path = ".handoff/sources/so-9c4t8wq2-mute/source.yml"
      expectPlaces(Source.read(bytes, statements: bytes, path: path).findings, in: bytes)
    case .statements: expectPlaces(StatementTable.read(bytes, path: "statements.tsv").findings, in: bytes)
    case .signOff:
      expectPlaces(SignOff.read(bytes, path: ".handoff/sign-offs/st-9c4t8wq2/AC1-accepted-7h3.yml").findings, in: bytes)
    case .imported: imported(bytes)
    }
  }

  private func document(_ bytes: [UInt8], _ findings: [Finding]) {
    expectPlaces(findings, in: bytes)
    guard let document = try? PlanDocument(bytes, path: "mute.md") else { return }
    for value in ["shipped", "a: #b 'c'"] {
      guard let edited = try? document.setting("status", to: value) else { continue }
      let again = try? PlanDocument(edited, path: "mute.md")
      precondition(again?.fields["status"]?.text == value, "what was set is not read")
    }
  }

  private func expectPlaces(_ findings: [Finding], in bytes: [UInt8]) {
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 2
    for finding in findings { precondition(finding.line >= 0 && finding.line <= lines && finding.column >= 0) }
  }

  private func imported(_ bytes: [UInt8]) {
    let paths = [
      "backlog/tasks/task-1 - a.md", ".beads/issues.jsonl", "reqs/REQ1.yml", "a.feature", "openspec/specs/a/spec.md",
      ".specify/specs/001-a/spec.md", ".taskmaster/tasks/tasks.json",
    ]
    for path in paths {
      let file = ForeignFile(path: path, bytes: bytes)
      _ = ForeignTool.recognise(file)
      for tool in ForeignTool.allCases { _ = tool.read([file]) }
    }
    _ = ExportedPlan(ForeignFile(path: "plan.jsonl", bytes: bytes))
  }
}
