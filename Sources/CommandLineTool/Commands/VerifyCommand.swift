import ArgumentParser
import Verification
import Views
import Workflow

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Judge what was built by the criteria of its stories.",
    discussion: """
      Without an argument, judges what is on this branch and not on the main one. Tests are not run: \
      their reports are read, in the form that your test runner writes (JUnit, TAP, Cucumber, go test -json, TRX and \
      others; lcov, Cobertura and others for coverage). Exits with 1 when the policy for the main branch is not satisfied.

        git handoff verify --results build/junit.xml --record
        git handoff verify --results build/test-results --results coverage/lcov.info
        git handoff verify origin/main..HEAD --format markdown
        git handoff verify st-9c4t8wq2
      """)

  @Argument(help: "A range A..B, a revision, or a story for all of its commits.")
  var revision: String?

  @Option(
    help: ArgumentHelp(
      "A report of tests or coverage for the commit that is judged, or a folder of them; may be repeated.",
      valueName: "report"))
  var results: [String] = []

  @Flag(help: "Keep the test outcomes and verdicts on the commit, in refs/notes/handoff, for the hooks.")
  var record = false

  @Option(
    name: .customLong("message-file"), help: "A message that counts beside the tip's, such as a pull request's text.")
  var messageFile: String?

  @Option(help: "text, json or markdown.")
  var format: ReportFormat?

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      var options = VerifyOptions()
      options.revision = revision
      options.results = results
      options.messageFile = messageFile
      options.record = record
      let outcome = try workspace.verify(options)
      switch format ?? (output.json ? .json : .text) {
      case .text: Console.print(VerifyView.text(outcome), usingPager: !output.noPager)
      case .json: Console.print(VerifyView.json(outcome))
      case .markdown: Console.print(VerifyView.markdown(outcome))
      }
      return outcome.judgement.isAllowed ? .done : .findings
    }
  }
}

enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, markdown
}
