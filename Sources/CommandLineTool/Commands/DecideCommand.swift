import ArgumentParser
import Views
import Workflow

struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Record a decision, so that it is not argued again.",
    discussion: """
      With a title, writes the record; with --edit, opens it in your editor first. Without a title, asks for the parts \
      on a terminal. The decision that it supersedes is marked so, and each names the other.

        git handoff decide "Muting is per account" \\
          --from so-7h3q2dkm#L19 --supersedes de-5t0w9xhv
      """)

  @Argument(help: "The title: what holds from now on, in a few words.")
  var title: String?

  @Option(help: "What was asked, and what bears on it.")
  var context: String?

  @Option(help: "What is decided.")
  var decision: String?

  @Option(help: "What follows from it.")
  var consequences: String?

  @Option(help: "The decision whose place it takes.")
  var supersedes: String?

  @Option(help: "Statements to quote, as so-7h3q2dkm#L12 or #L12-L14; may be repeated.")
  var from: [String] = []

  @Flag(help: "It is only a proposal yet.")
  var proposed = false

  @Flag(name: .shortAndLong, help: "Open the decision in your editor before it is written.")
  var edit = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if title == nil, !edit, !Console.isInteractive {
      throw ValidationError("Give a title: git handoff decide \"<title>\"")
    }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      var item = try workspace.newDecision(options(workspace))
      if edit { item = try Draft.edited(item, in: workspace) }
      let outcome = try workspace.add(item)
      output.show(NewItemView.text(outcome), NewItemView.json(outcome))
      return .done
    }
  }

  private func options(_ workspace: Workspace) -> DecisionOptions {
    let asked = title == nil && !edit && Console.isInteractive ? Interview(workspace).decision() : nil
    var options = DecisionOptions(title: title ?? asked?.title ?? (edit ? NewItem.placeholderTitle : ""))
    options.context = context ?? asked?.context
    options.decision = decision ?? asked?.decision
    options.consequences = consequences ?? asked?.consequences
    options.supersedes = supersedes ?? asked?.supersedes
    options.citations = from + (asked?.citations ?? [])
    options.isProposed = proposed
    return options
  }
}
