package import PlanModel

/// What was read of another tool's files.
package struct ForeignPlan: Sendable {
  package var tool: ForeignTool
  package var items: [ForeignItem] = []
  /// Files that hold no item, by their paths.
  package var passedOver: [String] = []
  /// What could not be read.
  package var findings: [Finding] = []

  init(_ tool: ForeignTool) { self.tool = tool }

  mutating func refuse(_ path: String, line: Int = 1, column: Int = 1, _ reason: String) {
    findings.append(Finding(.file(.unreadable(reason: reason)), path: path, line: line, column: column))
  }
}

extension ForeignTool {
  /// The tool that a file comes from, as what it says and where it lies tell; nil where nothing does.
  package static func recognise(_ file: ForeignFile) -> ForeignTool? {
    switch file.ending {
    case "feature": .gherkin
    case "jsonl", "ndjson": JSONLinesForm.recognise(file.bytes)
    case "json": TaskMasterReader.isTasks(file.bytes) ? .taskMaster : nil
    case "md", "markdown": MarkdownForm.recognise(file)
    case "yml", "yaml": DoorstopReader.isItem(file) ? .doorstop : nil
    default: nil
    }
  }

  /// Reads the files of this tool; not for `handoff`, whose records are whole items: see ``ExportedPlan``.
  package func read(_ files: [ForeignFile]) -> ForeignPlan {
    switch self {
    case .backlog: BacklogReader.read(files)
    case .beads: BeadsReader.read(files)
    case .doorstop: DoorstopReader.read(files)
    case .gherkin: GherkinReader.read(files)
    case .handoff: ForeignPlan(.handoff)
    case .openspec: OpenSpecReader.read(files)
    case .specKit: SpecKitReader.read(files)
    case .taskMaster: TaskMasterReader.read(files)
    }
  }
}
