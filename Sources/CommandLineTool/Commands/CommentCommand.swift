import ArgumentParser
import Views
import Workflow

struct CommentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comment", abstract: "Add a remark to a story or an intent.",
    discussion: """
      Writes a line with the day and your name at the end of the item's Notes, where everybody reads it who opens the file. \
      What asks something is better put with 'ask', and what settles something with 'answer' or 'decide'.

        git handoff comment st-9c4t8wq2 "Marisol tried it, and liked it."
      """)

  @Argument(help: "A story or an intent: its id, or the beginning of it.")
  var item: String

  @Argument(help: "The remark; - is standard input.")
  var text: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if text == nil, !Console.isInteractive {
      throw ValidationError("Give the remark: git handoff comment \(item) \"<remark>\"")
    }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      let outcome = try workspace.comment(on: item, try Typed.text(text, asking: "Remark"))
      output.show(CommentView.text(outcome), CommentView.json(outcome))
      return .done
    }
  }
}
