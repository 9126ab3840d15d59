import ArgumentParser
import Views
import Workflow

struct ImpactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact", abstract: "Say what refers to some code, what tests it, and why it is there.",
    discussion: """
      Follows names and imports in the code of a commit, level by level. Each place says how it refers to what was asked \
      for, and how sure that is. The code that changed between two commits can be asked for as a whole.

        git handoff impact src/settings.py::UserSettings.mute
        git handoff impact UserSettings               where one file alone defines it
        git handoff impact st-9c4t8wq2                the code that a story names
        git handoff impact --diff main..HEAD
      """)

  @Argument(help: ArgumentHelp("A path, path::symbol, path:line, a symbol or a story.", valueName: "what"))
  var name: String?

  @Option(help: ArgumentHelp("What changed between two commits: base..head.", valueName: "range"))
  var diff: String?

  @Option(help: "How many levels to follow.")
  var depth = 2

  @Option(help: ArgumentHelp("The commit to look into; HEAD unless told.", valueName: "revision"))
  var at = "HEAD"

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (name == nil) == (diff == nil) {
      throw ValidationError("Name a path, a symbol or a story, or give a range: git handoff impact --diff main..HEAD")
    }
    if diff != nil, at != "HEAD" { throw ValidationError("--diff names the commit to look into; leave --at away.") }
    if !(1...5).contains(depth) { throw ValidationError("--depth is a number from 1 to 5.") }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      let bar = ProgressLine()
      defer { bar.end() }
      var options = ImpactOptions(diff.map { .range($0) } ?? .name(name ?? ""))
      options.depth = depth
      options.revision = at
      let outcome = try workspace.impact(options) { bar.show(IndexProgressView.line($0)) }
      bar.end()
      output.show(ImpactView.text(outcome), ImpactView.json(outcome), paged: true)
      return .done
    }
  }
}
