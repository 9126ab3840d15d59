import ArgumentParser
import PlanModel
import Views
import Workflow

struct ShippedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shipped", abstract: "Tell those who asked what a release answers.",
    discussion: """
      Looks at the stories that the commits of a range are linked to, judges them as the code stands at its end, and says of \
      each statement that they go back to whether it is answered, partly answered or not. Nothing counts as answered \
      that was not shown to be as asked. Without a range, tells of what came since the last tag.

        git handoff shipped v1.2..v1.3
        git handoff shipped v1.3 --for product --format html >shipped.html
        git handoff shipped v1.2..v1.3 --customer "Kim Larsen"
        git handoff shipped v1.2..v1.3 --reply so-7h3q2dkm
        git handoff shipped v1.2..v1.3 --reply so-7h3q2dkm --to "Kim Larsen"
      """)

  @Argument(help: "A range A..B, or a revision for what came since the tag before it.")
  var range: String?

  @Option(name: .customLong("for"), help: "support: by who asked, with replies. product: by intent.")
  var audience: Audience = .support

  @Option(
    help: ArgumentHelp("Tell of one source, whether it is answered or not; may be repeated.", valueName: "source"))
  var source: [String] = []

  @Option(help: "Tell of the sources of one customer: a part of a name, address, segment or title.")
  var customer: String?

  @Option(help: ArgumentHelp("Print a reply to whoever asks in a source, ready to be sent.", valueName: "source"))
  var reply: String?

  @Option(
    help: ArgumentHelp("Reply to one of several who speak there: a name or address, or part of one.", valueName: "name")
  )
  var to: String?

  @Option(
    help: ArgumentHelp("A report of tests or coverage for the end of the range; may be repeated.", valueName: "report"))
  var results: [String] = []

  @Option(help: "text, md, html or json.")
  var format: PageFormat?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if reply != nil, format != nil || output.json {
      throw ValidationError("--reply prints a text, and has no other form.")
    }
    if reply != nil, !source.isEmpty || customer != nil {
      throw ValidationError("--reply is for one source; leave --source and --customer out.")
    }
    if to != nil, reply == nil { throw ValidationError("--to says who a reply is for; add --reply and a source.") }
    if format != nil, output.json { throw ValidationError("--format and --json exclude each other.") }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      var options = ShippedOptions()
      options.release.revision = range
      options.release.results = results
      options.sources = reply.map { [$0] } ?? source
      options.customer = customer
      options.addressee = to
      let outcome = try workspace.shipped(options)
      if reply != nil {
        guard let told = outcome.sources.first else {
          Console.note(ShippedView.unreadable(outcome))
          return .findings
        }
        guard let text = ShippedView.reply(to: told.source.id, in: outcome) else {
          Console.note(ShippedView.noReply(to: told))
          return .findings
        }
        output.print(text)
        Console.note(ShippedView.quoted(in: told))
      } else {
        show(outcome)
      }
      return outcome.unreadable.isEmpty ? .done : .findings
    }
  }

  private func show(_ outcome: ShippedOutcome) {
    switch format ?? (output.json ? .json : .text) {
    case .text: output.print(ShippedView.text(outcome, for: audience), paged: true)
    case .json: output.print(ShippedView.json(outcome))
    case .md: output.print(ShippedView.markdown(outcome, for: audience))
    case .html:
      output.print(
        HTMLPage.html(
          title: ShippedView.heading(outcome.release), markdown: ShippedView.markdown(outcome, for: audience)))
    }
    if !output.json, format != .json { Console.note(ShippedView.unreadable(outcome)) }
  }
}

extension Audience: ExpressibleByArgument {}

/// The forms in which a page is written.
enum PageFormat: String, CaseIterable, PageFormArgument {
  case text, md, html, json
}
