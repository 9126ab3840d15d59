import ArgumentParser
import PlanModel
import Views
import Workflow

struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Say what became of each statement, and name what nobody carries.",
    discussion: """
      A statement is carried when an intent, epic, story or decision that is not dropped cites it. It need not be when it \
      is chatter, or was set aside with a reason. With --lost, exits with 1 when something is lost.

        git handoff trace                       all statements of all sources
        git handoff trace so-7h3q2dkm --lost    what nobody carries of one
        git handoff trace so-7h3q2dkm#L12       one statement, to the verdict
        git handoff trace st-9c4t8wq2           the thread of an item
        git handoff trace --matrix html >m.html a page for a browser
      """)

  @Argument(help: "A source, some of its statements, or any other item; without it, all sources.")
  var target: String?

  @Flag(help: "Only what nobody carries; exits with 1 when there is any.")
  var lost = false

  @Option(
    defaultAsFlag: MatrixFormat.csv,
    help: "Statements by what carries them, as a table on standard output: csv, or html.")
  var matrix: MatrixFormat?

  @OptionGroup var listing: ListingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if listing.endsWithNUL, !lost || matrix != nil || output.json {
      throw ValidationError("-z lists what nobody carries, and goes with --lost alone.")
    }
    if matrix != nil, output.json { throw ValidationError("--matrix and --json exclude each other.") }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      guard let target, try !isSource(target, workspace) else { return try account(of: target, workspace) }
      guard !lost, matrix == nil else {
        let expected = "a source, as --lost and --matrix are about statements"
        throw Failure(.invalidValue(field: "target", value: target, expected: expected))
      }
      let outcome = try workspace.thread(of: target)
      output.show(ThreadView.text(outcome), ThreadView.json(outcome), paged: true)
      return outcome.unreadable.isEmpty ? .done : .findings
    }
  }

  private func isSource(_ target: String, _ workspace: Workspace) throws(Failure) -> Bool {
    if target.contains("#") { return false }
    return try workspace.id(target).kind == .source
  }

  private func account(of source: String?, _ workspace: Workspace) throws(Failure) -> ExitStatus {
    let labelled: AskedLabels = lost || output.json ? .lost : matrix == .csv ? .all : .none
    let outcome = try workspace.ledger(of: source, labelling: labelled)
    switch matrix {
    case .csv: output.print(MatrixView.csv(outcome, onlyLost: lost))
    case .html: output.print(MatrixView.html(outcome, onlyLost: lost))
    case nil where listing.endsWithNUL: output.print(LedgerView.lostRecords(outcome))
    case nil:
      output.show(
        lost ? LedgerView.lost(outcome) : LedgerView.text(outcome), LedgerView.json(outcome), paged: true)
    }
    // A table has no room for what is missing from it.
    if matrix == .csv, !outcome.unreadable.isEmpty { Console.note(LedgerView.unreadable(outcome)) }
    let isWhole = outcome.unreadable.isEmpty && (!lost || outcome.ledger.counts.lost == 0)
    return isWhole ? .done : .findings
  }
}

/// The forms of the table.
enum MatrixFormat: String, CaseIterable, ExpressibleByArgument {
  case csv, html
}
