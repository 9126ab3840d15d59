import ArgumentParser
import PlanModel
import Views
import Workflow

struct IntakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake", abstract: "Take in what somebody said, in its original form.",
    discussion: """
      Keeps each file byte for byte, and numbers what is said in it, so that every sentence can be cited as \
      so-7h3q2dkm#L12. The same file is recognised, and adds nothing.

      Takes mail (.eml), Markdown and plain text.
      """)

  @Argument(help: ArgumentHelp("The files; - is standard input.", valueName: "file"))
  var files: [String]

  @Option(help: "What it is, where the content does not tell: \(SourceFormat.list).")
  var kind: SourceFormat?

  @Option(help: "What to call it; else the subject, first heading or first words.")
  var title: String?

  @Option(help: "Who says it, where the material does not tell.")
  var from: String?

  @Option(help: "Where it can be found.")
  var url: String?

  @Option(help: "When it was said, where the material does not tell (YYYY-MM-DD).")
  var date: String?

  @Option(help: "How many customers or mentions it stands for.")
  var reach: Int?

  @Option(help: "A customer segment that it speaks for; may be repeated.")
  var segment: [String] = []

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let reach, reach < 1 { throw ValidationError("--reach is a number from 1.") }
    if title != nil, files.count > 1 { throw ValidationError("--title goes with one file.") }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      for file in files {
        let outcome = try workspace.intake(options(for: file))
        output.show(IntakeView.text(outcome), IntakeView.json(outcome))
      }
      return .done
    }
  }

  private func options(for file: String) -> IntakeOptions {
    var options = IntakeOptions(file == "-" ? .standardInput : .file(file))
    options.format = kind
    options.title = title
    options.from = from
    options.url = url
    options.date = date
    options.reach = reach
    options.segments = segment
    return options
  }
}

extension SourceFormat: ExpressibleByArgument {
  fileprivate static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "List what was taken in.")

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      let sources = try workspace.sources()
      output.show(SourcesView.text(sources), SourcesView.json(sources), paged: true)
      return .done
    }
  }
}
