import ArgumentParser
import PlanModel
import Views
import Workflow

struct IntakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake", abstract: "Take in what somebody said, in its original form.",
    discussion: """
      Keeps each file byte for byte, and numbers what is said in it, so that every sentence can be cited as \
      so-7h3q2dkm#L12. The same file is recognised, and adds nothing; a conversation that has gone on since is added to \
      its source, whose line numbers stay.

      Takes mail (.eml, mbox), captions and transcripts (WebVTT, SubRip, text, JSON of calls), chats (Slack, Discord, \
      Telegram, chat logs), tickets and issues (Zendesk, Intercom, Jira, GitHub, GitLab: JSON or CSV), surveys and reviews \
      (CSV, TSV, JSON Lines), documents (Markdown, HTML, DOCX, PDF by pdftotext, text), and folders or zips of them.

      Of an input with several conversations each becomes a source; --one makes it one source.

        git handoff intake thread.eml
        git handoff intake survey.csv --title "Survey of May"
      """)

  @Argument(help: ArgumentHelp("The files or folders; - is standard input.", valueName: "file"))
  var files: [String]

  @Option(help: "What it is, where the content does not tell: \(SourceFormat.list).")
  var kind: SourceFormat?

  @Flag(exclusivity: .exclusive, help: "What becomes of several conversations in one input.")
  var division: IntakeDivision?

  @Option(help: ArgumentHelp("The source that it goes on with, where that does not show.", valueName: "source"))
  var update: String?

  @Flag(name: .customLong("new"), help: "Make it a source of its own, even where it looks like one that goes on.")
  var isSeparate = false

  @Option(help: "What to call it; else the subject, first heading or first words.")
  var title: String?

  @Option(help: "Who says it, where the material does not tell.")
  var from: String?

  @Option(help: "Where it can be found.")
  var url: String?

  @Option(help: "When it was said, where the material does not tell (YYYY-MM-DD).")
  var date: String?

  @Option(help: "How many people it stands for, where the material does not tell.")
  var reach: Int?

  @Option(help: "A customer segment that it speaks for; may be repeated.")
  var segment: [String] = []

  @Option(help: "How dates such as 03/04/2025 are meant, where nothing tells: dmy or mdy.")
  var dateOrder: IntakeOptions.DayOrder?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let reach, reach < 1 { throw ValidationError("--reach is a number from 1.") }
    if title != nil, files.count > 1 { throw ValidationError("--title goes with one file.") }
    if update != nil, isSeparate { throw ValidationError("--update and --new exclude each other.") }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      var report = IntakeReport()
      for file in files {
        do throws(Failure) {
          report.add(try workspace.intake(options(for: file)))
        } catch {
          // What was taken in before stays, so it is said.
          guard files.count > 1 else { throw error }
          report.refused.append(IntakeReport.Refusal(name: file, failure: error))
        }
      }
      output.show(IntakeView.text(report), IntakeView.json(report))
      if !report.refused.isEmpty { Console.note(IntakeView.refusals(report)) }
      return report.refused.isEmpty ? .done : .failed
    }
  }

  private func options(for file: String) -> IntakeOptions {
    var options = IntakeOptions(file == "-" ? .standardInput : .path(file))
    options.format = kind
    options.division = division?.division
    options.updated = update
    options.isSeparate = isSeparate
    options.title = title
    options.from = from
    options.url = url
    options.date = date
    options.reach = reach
    options.segments = segment
    options.dateOrder = dateOrder
    return options
  }
}

enum IntakeDivision: String, EnumerableFlag {
  case each, one

  static func help(for value: IntakeDivision) -> ArgumentHelp? {
    switch value {
    case .each: "Make each conversation a source of its own, however many there are."
    case .one: "Make all of an input one source."
    }
  }

  var division: IntakeOptions.Division {
    switch self {
    case .each: .each
    case .one: .one
    }
  }
}

extension IntakeOptions.DayOrder: ExpressibleByArgument {}

extension SourceFormat: ExpressibleByArgument {
  fileprivate static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

struct SetAsideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-aside", abstract: "Record that some statements need no carrying, and why.",
    discussion: """
      The plan has to carry every statement of a source, or to say why it does not.

        git handoff set-aside so-7h3q2dkm#L3-L5 --why "about another product"
      """)

  @Argument(help: "Statements of a source, as so-7h3q2dkm#L3-L5; several may be given.")
  var statements: [String]

  @Option(help: "Why nothing in the plan carries them: a greeting, said in jest, settled elsewhere.")
  var why: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      for text in statements {
        let outcome = try workspace.setAside(text, why: why)
        output.show(SetAsideView.text(outcome), SetAsideView.json(outcome))
      }
      return .done
    }
  }
}
