import ArgumentParser
import Views
import Workflow

struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Open an item's file in your editor, and check it afterwards.",
    discussion: """
      The editor is git's: core.editor, GIT_EDITOR, VISUAL or EDITOR.

        git handoff edit st-9c4t8wq2
      """)

  @Argument(help: "The item's id, or the beginning of it.")
  var item: String

  func run() throws {
    try reporting { workspace throws(Failure) in
      let path = try workspace.path(of: workspace.id(item))
      try Editor.open(workspace.top() + "/" + path, in: workspace)
      let outcome = try workspace.check(paths: [path])
      Console.print(CheckView.text(outcome, withAdvice: true))
      return outcome.isClean ? .done : .findings
    }
  }
}

struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set a field of an item, such as its status.",
    discussion: """
      All else in the file stays as it is.

        git handoff set st-9c4t8wq2 status ready
        git handoff set st-9c4t8wq2 owner dana@example.com
      """)

  @Argument(help: "The item's id, or the beginning of it.")
  var item: String

  @Argument(help: "The field of the front matter.")
  var field: String

  @Argument(help: "Its new value.")
  var value: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      let outcome = try workspace.set(item, field, to: value)
      output.show(SetView.text(outcome), SetView.json(outcome))
      return .done
    }
  }
}
