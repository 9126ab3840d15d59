import ArgumentParser
import Views
import Workflow

struct RoadmapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roadmap", abstract: "Rank intents by the people who ask for them.",
    discussion: """
      Counts who is heard in the statements that an intent, its epics and its stories cite: people rather than mentions, \
      what they tell of, how lately, and how many they stand for. Each rank says why. 'roadmap' in handoff.yml chooses the \
      formula (evidence, rice or wsjf) and its weights.

        git handoff roadmap
        git handoff roadmap --since monday          what is new, and what moved
        git handoff roadmap --since v1.2 --limit 5
        git handoff roadmap --format md >roadmap.md
      """)

  @Option(help: ArgumentHelp("Tell what is new since a date or a revision.", valueName: "date|rev"))
  var since: String?

  @Option(help: "Show as many ranks.")
  var limit: Int?

  @Flag(help: "Rank intents that are achieved or dropped as well.")
  var all = false

  @Option(help: "text or md.")
  var format: RoadmapFormat?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is 1 at least.") }
    if format != nil, output.json { throw ValidationError("--format and --json exclude each other.") }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      var options = RoadmapOptions()
      options.since = since
      options.limit = limit
      options.includesOver = all
      let outcome = try workspace.roadmap(options)
      if format == .md {
        output.print(RoadmapView.markdown(outcome))
        Console.note(RoadmapView.unreadable(outcome))
      } else {
        output.show(RoadmapView.text(outcome), RoadmapView.json(outcome), paged: true)
      }
      return outcome.unreadable.isEmpty ? .done : .findings
    }
  }
}

enum RoadmapFormat: String, CaseIterable, PageFormArgument {
  case text, md
}
