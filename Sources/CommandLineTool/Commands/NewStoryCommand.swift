import ArgumentParser
import FileSystem
import PlanFiles
import Views
import Workflow

struct NewStoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-story", abstract: "Write a story.",
    discussion: """
      With a title, writes the story; with --edit, opens it in your editor first. Without a title, asks for the parts \
      on a terminal. What is cited is quoted word for word.

      A --verify belongs to the --criterion before it:

        git handoff new-story "Mute mails" --cite so-7h3#L12 \\
          --criterion "Muting stops every mail" \\
          --verify "changed: src/**" --verify 'test: "*muted*"'
      """)

  @Argument(help: "The title; may also be given as --title.")
  var title: String?

  @Option(name: .customLong("title"), help: .hidden)
  var titleOption: String?

  @Option(help: "The intent that it serves.")
  var intent: String?

  @Option(help: "The epic that it belongs to; it is added to the end of the epic's list.")
  var epic: String?

  @Option(help: "Whose it is: a mail address.")
  var owner: String?

  @Option(help: "The story itself: As a …, I want …, so that …")
  var narrative: String?

  @Option(help: "Statements to quote, as so-7h3q2dkm#L12 or #L12-L14; may be repeated.")
  var cite: [String] = []

  @Option(parsing: .unconditionalSingleValue, help: "The title of an acceptance criterion; may be repeated.")
  var criterion: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: "A condition of the criterion before it, as \"changed: src/**\"; may be repeated.")
  var verify: [String] = []

  @Option(help: "What must not change; may be repeated.")
  var constraint: [String] = []

  @Option(help: "An open question; may be repeated.")
  var question: [String] = []

  @Option(help: "A file that the story is about; may be repeated.")
  var path: [String] = []

  @Flag(name: .shortAndLong, help: "Open the story in your editor before it is written.")
  var edit = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if CriterionArguments.inOrder(CommandLine.arguments).flatMap(\.conditions).count < verify.count {
      throw ValidationError("Give the --criterion before the --verify that proves it.")
    }
    if title == nil, titleOption == nil, !edit, !Console.isInteractive {
      throw ValidationError("Give a title: git handoff new-story \"<title>\"")
    }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      let options = try options(workspace)
      var item = try workspace.newStory(options)
      if edit { item = try Draft.edited(item, in: workspace) }
      let outcome = try workspace.add(item)
      output.show(NewItemView.text(outcome), NewItemView.json(outcome))
      return .done
    }
  }

  private func options(_ workspace: Workspace) throws(Failure) -> NewStoryOptions {
    let asked = (title ?? titleOption) == nil && !edit && Console.isInteractive ? Interview(workspace).story() : nil
    var options = NewStoryOptions(title: title ?? titleOption ?? asked?.title ?? (edit ? NewItem.placeholderTitle : ""))
    options.intent = intent ?? asked?.intent
    options.epic = epic
    options.owner = owner
    options.narrative = narrative ?? asked?.narrative
    options.citations = cite + (asked?.citations ?? [])
    options.criteria = CriterionArguments.inOrder(CommandLine.arguments) + (asked?.criteria ?? [])
    options.constraints = constraint
    options.questions = question
    options.paths = path
    return options
  }
}

/// Which `--verify` belongs to which `--criterion`: the parser keeps each in its own list, so the order is read again.
enum CriterionArguments {
  static func inOrder(_ arguments: [String]) -> [StoryDraft.Criterion] {
    var criteria: [StoryDraft.Criterion] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" { break }
      if let title = value(of: "--criterion", argument, &rest) {
        criteria.append(StoryDraft.Criterion(title: title))
      } else if let condition = value(of: "--verify", argument, &rest), !criteria.isEmpty {
        criteria[criteria.count - 1].conditions.append(condition)
      }
    }
    return criteria
  }

  private static func value(of option: String, _ argument: String, _ rest: inout ArraySlice<String>) -> String? {
    if argument == option { return rest.popFirst() }
    return argument.hasPrefix(option + "=") ? String(argument.dropFirst(option.count + 1)) : nil
  }
}
