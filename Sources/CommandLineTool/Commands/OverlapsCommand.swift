import ArgumentParser
import Views
import Workflow

struct OverlapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overlaps", abstract: "Tell which other branches are about the same stories, criteria and code.",
    discussion: """
      Compares what is committed on this branch, or a story, with the branches of this clone and those that were last seen \
      on remotes: items that both change, stories that both work on, code that these stories are about. The plans are put \
      together in memory, and what a merge would leave in conflict or broken is told; with it, exits with 1. Nothing is \
      fetched and nothing is written.

        git fetch && git handoff overlaps
        git handoff overlaps st-9c4t8wq2
      """)

  @Argument(help: "A story, by its id or the beginning of it; else the branch that is checked out.")
  var story: String?

  @Option(help: "How many branches to look at, the newest first.")
  var limit = Workspace.overlapLimit

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !(1...1_000).contains(limit) { throw ValidationError("--limit is from 1 to 1000") }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      var options = OverlapOptions()
      options.story = story
      options.limit = limit
      let outcome = try workspace.overlaps(options)
      output.show(OverlapView.text(outcome), OverlapView.json(outcome), paged: true)
      return outcome.hasConflict ? .findings : .done
    }
  }
}
