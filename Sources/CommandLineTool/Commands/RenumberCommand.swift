import ArgumentParser
import Views
import Workflow

struct RenumberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renumber", abstract: "Give fresh ids where a merge or a copy left two with one.",
    discussion: """
      Of two items, criteria or questions with the same id, the one that the main branch has keeps it, or the one that was \
      there first; the other gets a new id, and so do its file's name and all in the plan that names it. Where the two \
      sides of a merge do not tell which is meant, the line stays and is named. Commits, notes and sign-offs keep the id that \
      they have, and are named too. All files change, or none.

        git handoff renumber --dry-run         # what would change
        git handoff renumber
        git handoff renumber st-9c4t8wq2       # this item and what is in it, alone
      """)

  @Argument(
    help: ArgumentHelp("Items, by their ids or the beginnings of them; else the whole plan.", valueName: "item"))
  var items: [String] = []

  @Flag(name: [.customLong("dry-run"), .customShort("n")], help: "Tell what would change, and write nothing.")
  var dryRun = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      let outcome = try workspace.renumber(items, writes: !dryRun)
      output.show(RenumberView.text(outcome), RenumberView.json(outcome), paged: dryRun)
      return outcome.sources.isEmpty ? .done : .findings
    }
  }
}
