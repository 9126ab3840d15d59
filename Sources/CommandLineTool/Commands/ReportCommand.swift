import ArgumentParser
import Views
import Workflow

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write a page by which a release or a story is accepted or rejected.",
    discussion: """
      For people who do not read code: what was asked, what was promised, what shows that it holds, what is open, and how to \
      accept or reject it. Without an argument, about what came since the last tag.

        git handoff report v1.2..v1.3 --format html >report.html
        git handoff report st-9c4t8wq2
      """)

  @Argument(help: "A range A..B, a revision for what came since the tag before it, or a story.")
  var range: String?

  @Option(
    help: ArgumentHelp("A report of tests or coverage for the end of the range; may be repeated.", valueName: "report"))
  var results: [String] = []

  @Option(help: "md, html or json.")
  var format: ReportPageFormat?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if format != nil, output.json { throw ValidationError("--format and --json exclude each other.") }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      var options = ReleaseOptions()
      options.revision = range
      options.results = results
      let outcome = try workspace.report(options)
      switch format ?? (output.json ? .json : .md) {
      case .md: output.print(ReportView.markdown(outcome))
      case .html:
        output.print(HTMLPage.html(title: ReportView.heading(outcome), markdown: ReportView.markdown(outcome)))
      case .json: output.print(ReportView.json(outcome))
      }
      if !output.json, format != .json { Console.note(ReportView.unreadable(outcome)) }
      return outcome.unreadable.isEmpty ? .done : .findings
    }
  }
}

enum ReportPageFormat: String, CaseIterable, PageFormArgument {
  case md, html, json
}
