import ArgumentParser
import CodeIndex
import Views
import Workflow

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Bring the index of the code up to date, and say what it holds.",
    discussion: """
      Commands that look into code do this by themselves. The index lies under git's own folder, serves all work \
      trees, and is made from git's objects: files are read once, whatever branch they are on. It may be deleted at any \
      time.

        git handoff index                 the commit that is checked out
        git handoff index main --status   what is there of main; builds nothing
      """)

  @Argument(help: "The commit; HEAD unless told.")
  var revision = "HEAD"

  @Flag(help: "Only look; build nothing.")
  var status = false

  @Flag(help: "Throw the index away first.")
  var rebuild = false

  @Flag(name: .customLong("no-history"), help: "Only files; leave past commits for later.")
  var noHistory = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if status, rebuild { throw ValidationError("--status and --rebuild exclude each other.") }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      let bar = ProgressLine()
      defer { bar.end() }
      let outcome = try workspace.index(revision, onlyLooking: status, rebuilding: rebuild, withHistory: !noHistory) {
        bar.show(IndexProgressView.line($0))
      }
      bar.end()
      output.show(IndexView.text(outcome), IndexView.json(outcome))
      return .done
    }
  }
}
