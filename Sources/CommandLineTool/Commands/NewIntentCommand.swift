import ArgumentParser
import Views
import Workflow

struct NewIntentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-intent", abstract: "Write down why something is wanted.",
    discussion: """
      With a title, writes the intent; with --edit, opens it in your editor first. Without a title, asks for the parts on \
      a terminal. What is cited is quoted word for word.

        git handoff new-intent "Owners choose their mails" --cite so-7h3q2dkm#L6
      """)

  @Argument(help: "The title; may also be given as --title.")
  var title: String?

  @Option(name: .customLong("title"), help: .hidden)
  var titleOption: String?

  @Option(help: "What hurts, and for whom.")
  var problem: String?

  @Option(help: "What is true for them once it is solved.")
  var outcome: String?

  @Option(help: "How much it matters, in your own words.")
  var priority: String?

  @Option(help: "A goal; may be repeated.")
  var goal: [String] = []

  @Option(help: "What must not change; may be repeated.")
  var constraint: [String] = []

  @Option(help: "Statements to quote, as so-7h3q2dkm#L12 or #L12-L14; may be repeated.")
  var cite: [String] = []

  @Option(help: "An open question; may be repeated.")
  var question: [String] = []

  @Flag(name: .shortAndLong, help: "Open the intent in your editor before it is written.")
  var edit = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if title == nil, titleOption == nil, !edit, !Console.isInteractive {
      throw ValidationError("Give a title: git handoff new-intent \"<title>\"")
    }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      var item = try workspace.newIntent(options)
      if edit { item = try Draft.edited(item, in: workspace) }
      let outcome = try workspace.add(item)
      output.show(NewItemView.text(outcome), NewItemView.json(outcome))
      return .done
    }
  }

  private var options: NewIntentOptions {
    let asked = (title ?? titleOption) == nil && !edit && Console.isInteractive ? Interview.ask("Title") : nil
    var options = NewIntentOptions(title: title ?? titleOption ?? asked ?? (edit ? NewItem.placeholderTitle : ""))
    options.problem = problem
    options.outcome = outcome
    options.priority = priority
    options.goals = goal
    options.constraints = constraint
    options.citations = cite
    options.questions = question
    return options
  }
}

struct NewEpicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-epic", abstract: "Put stories together that deliver an intent.",
    discussion: """
        git handoff new-epic "Quiet inbox" --intent in-4b8x2mvq --story st-9c4t8wq2
      """)

  @Argument(help: "The title.")
  var title: String

  @Option(help: "The intent that it serves.")
  var intent: String?

  @Option(help: "A story of it, in their order; may be repeated.")
  var story: [String] = []

  @Flag(name: .shortAndLong, help: "Open the epic in your editor before it is written.")
  var edit = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      var item = try workspace.newEpic(title: title, intent: intent, stories: story)
      if edit { item = try Draft.edited(item, in: workspace) }
      let outcome = try workspace.add(item)
      output.show(NewItemView.text(outcome), NewItemView.json(outcome))
      return .done
    }
  }
}
