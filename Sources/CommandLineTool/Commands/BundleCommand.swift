import ArgumentParser
import Views
import Workflow

struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle", abstract: "Everything needed to carry out one story, in one document.",
    discussion: """
      The story with its criteria and what is known of them, whose words it comes from, open questions, decisions, limits, \
      the code that it names, tests, other stories there, and the last changes: as it stands in HEAD. The budget is kept; \
      what had no room is named, with the command that shows it. Secrets are left out.

        git handoff bundle st-9c4t8wq2 --budget 4000 | your-agent
      """)

  @Argument(help: "A story: its id, or the beginning of it.")
  var story: String

  @Option(help: "How many tokens it may have at most.")
  var budget = 12_000

  @Option(help: "md, xml or json.")
  var format: BundleView.Format = .markdown

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard budget >= BundleView.leastBudget else {
      throw ValidationError("A story does not fit in fewer than \(BundleView.leastBudget) tokens.")
    }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      let bar = ProgressLine()
      defer { bar.end() }
      let outcome = try workspace.bundle(story) { bar.show(IndexProgressView.line($0)) }
      bar.end()
      output.print(BundleView.text(outcome, output.json ? .json : format, budget: budget))
      return .done
    }
  }
}

extension BundleView.Format: PageFormArgument {}
