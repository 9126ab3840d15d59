import ArgumentParser
import Views
import Workflow

struct DriftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift", abstract: "Say what work was based on and is true no longer.",
    discussion: """
      Looks for the code that stories name, as it stands in HEAD: the same, moved, renamed, changed, gone. Says what the \
      main branch has changed in the stories of this branch since it was cut, and which criteria were signed off in \
      another wording. Exits with 1 when something has drifted.

      After reading it again: git handoff drift --accept st-9c4t8wq2
      """)

  @Argument(help: "Stories: their ids, or the beginning of them; all that are not over unless told.")
  var stories: [String] = []

  @Flag(help: "Write down where the code stands now, as read again and still true.")
  var accept = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if accept, stories.isEmpty {
      throw ValidationError("Name the stories that were read again: git handoff drift --accept <story>")
    }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      let bar = ProgressLine()
      defer { bar.end() }
      let outcome = try workspace.drift(stories, accepting: accept) { bar.show(IndexProgressView.line($0)) }
      bar.end()
      output.show(DriftView.text(outcome), DriftView.json(outcome))
      return outcome.isDrifted && !accept ? .findings : .done
    }
  }
}
