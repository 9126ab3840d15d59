import ArgumentParser
import Exchange
import Views
import Workflow

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take over what another tool keeps as intents and stories.",
    discussion: """
      Reads Backlog.md, beads, Doorstop, Gherkin, OpenSpec, spec-kit and task-master, and what export wrote. Criteria, \
      dependencies and states come along; the tool's own id stays as 'origin' in the front matter, so that the same item \
      is not imported twice. What has no place is kept under Notes and counted.

      Shows what would be written. With --apply, writes it.

        git handoff import backlog/
        git handoff import --apply .beads/issues.jsonl
      """)

  @Argument(help: "The tool's folder or file.", completion: .file())
  var path: String

  @Option(
    help: ArgumentHelp(
      "The tool: \(ForeignTool.allCases.map(\.rawValue).joined(separator: ", ")). Without it, the files tell.",
      valueName: "tool"))
  var from: ForeignTool?

  @Flag(help: "Write the items.")
  var apply = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      var options = ImportOptions(path: path)
      options.tool = from
      options.apply = apply
      let outcome = try workspace.importPlan(options)
      output.show(ImportView.text(outcome), ImportView.json(outcome), paged: !apply)
      return outcome.findings.isEmpty ? .done : .findings
    }
  }
}

extension ForeignTool: ExpressibleByArgument {}
