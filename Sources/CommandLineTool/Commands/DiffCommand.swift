import ArgumentParser
import Views
import Workflow

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Tell what a plan change means: what is promised more, and what less.",
    discussion: """
      Compares two states of the plan by items and fields: criteria and conditions that came, went, or say less or more \
      than before, with the words that tell it; questions, decisions, citations, statements set aside, status, settings. \
      Without an argument, compares the work tree with HEAD.

        git handoff diff
        git handoff diff --staged
        git handoff diff main..feature
        git handoff diff main...feature -- st-9c4t8wq2
      """)

  @Argument(help: "A..B, A...B for what B changed since it left A, or a revision to compare the work tree with.")
  var revision: String?

  @Flag(name: [.customLong("staged"), .customLong("cached")], help: "Compare the index, and not the work tree.")
  var staged = false

  @Flag(name: .customLong("exit-code"), help: "Exit with 1 when the plan says anything else.")
  var exitCode = false

  @Argument(parsing: .postTerminator, help: "Only these items, behind --.")
  var items: [String] = []

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      var options = DiffOptions()
      options.revision = revision
      options.isStaged = staged
      options.items = items
      let outcome = try workspace.diff(options)
      output.show(DiffView.text(outcome, inColor: Console.usesColor(on: 1)), DiffView.json(outcome), paged: true)
      if !outcome.unreadable.isEmpty { return .findings }
      return exitCode && !outcome.changes.isEmpty ? .findings : .done
    }
  }
}
