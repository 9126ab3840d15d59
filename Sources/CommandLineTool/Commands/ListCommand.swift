import ArgumentParser
import PlanModel
import Views
import Workflow

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List stories, or other items, and where they stand.",
    discussion: """
        git handoff list
        git handoff list intents
        git handoff list --status ready --status active --owner dana@example.com
      """)

  @Argument(help: "stories (the default), intents, epics, decisions, sources, or all.")
  var kind: ListedKind = .stories

  @Option(help: "Only those in this state; may be repeated.")
  var status: [String] = []

  @Option(help: "Only those of this intent.")
  var intent: String?

  @Option(help: "Only those of this owner.")
  var owner: String?

  @OptionGroup var listing: ListingOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      var options = ListOptions()
      options.kinds = kind.kinds
      options.statuses = Set(status)
      options.intent = intent
      options.owner = owner
      let outcome = try workspace.list(options)
      if listing.endsWithNUL {
        output.print(ListView.records(outcome))
      } else {
        output.show(ListView.text(outcome, columns: Console.width), ListView.json(outcome), paged: true)
      }
      return outcome.unreadable.isEmpty ? .done : .findings
    }
  }
}

/// What `list` can list.
enum ListedKind: String, CaseIterable, ExpressibleByArgument {
  case stories, intents, epics, decisions, sources, all

  var kinds: Set<ItemKind> {
    switch self {
    case .stories: [.story]
    case .intents: [.intent]
    case .epics: [.epic]
    case .decisions: [.decision]
    case .sources: [.source]
    case .all: Set(ItemKind.allCases)
    }
  }
}

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a story, a source or any other item.",
    discussion: """
        git handoff show st-9c4t8wq2
        git handoff show st-9c4t8wq2/AC1     one criterion
        git handoff show so-7h3q2dkm         what was said, numbered
      """)

  @Argument(help: "The item's id, or the beginning of it.")
  var item: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      let item = try workspace.show(item)
      output.show(ShowView.text(item), ShowView.json(item), paged: true)
      return .done
    }
  }
}

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Show a story's thread, from the customer's words to the verdict.",
    discussion: """
        git handoff log st-9c4t8wq2
      """)

  @Argument(help: "The story's id, or the beginning of it.")
  var story: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      let outcome = try workspace.log(story)
      output.show(LogView.text(outcome), LogView.json(outcome), paged: true)
      return .done
    }
  }
}
