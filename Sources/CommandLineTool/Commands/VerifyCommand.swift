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
        git handoff verify origin/main..HEAD --format md
        git handoff verify st-9c4t8wq2
        git handoff verify --run --record
        git handoff verify st-9c4t8wq2 --judge

      Commands that criteria ask for are run with --run alone, and only when you have trusted them: git handoff trust.
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

  @Flag(help: "The whole plan: what is shipped but unproven, what nobody worked on, what no story explains.")
  var all = false

  @Flag(help: "Have git check the signatures of commits.")
  var signatures = false

  @Flag(name: .customLong("run"), help: "Run the trusted commands of criteria, each in a clean checkout of the commit.")
  var runsCommands = false

  @Option(name: .customLong("run-seconds"), help: "How long a command may take.")
  var runSeconds = 600

  @Flag(
    name: .customLong("judge"),
    help: "Have your engine say what it thinks of judge conditions. Advice: it changes no verdict.")
  var asksEngine = false

  @Option(
    name: .customLong("message-file"), help: "A message that counts beside the tip's, such as a pull request's text.")
  var messageFile: String?

  @Option(help: "text, json or md.")
  var format: ReportFormat?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !(1...86_400).contains(runSeconds) { throw ValidationError("--run-seconds is a number from 1 to 86400") }
    if all, revision != nil { throw ValidationError("--all is about the whole plan, and takes no revision") }
    if all, asksEngine { throw ValidationError("--judge is about a range or a story: verify <story> --judge") }
    if all, format == .markdown { throw ValidationError("--all answers as text or JSON") }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      var options = VerifyOptions()
      options.revision = revision
      options.results = results
      options.messageFile = messageFile
      options.record = record
      options.checksSignatures = signatures
      if runsCommands {
        var limits = RunLimits()
        limits.seconds = runSeconds
        options.run = limits
      }
      if asksEngine {
        options.opinions = OpinionOptions(try workspace.configuredEngine(), wording: OpinionRequestView.bytes)
      }
      if all { return try showAll(workspace, options) }
      let outcome = try workspace.verify(options) { Console.note(VerifyView.step($0)) }
      switch format ?? (output.json ? .json : .text) {
      case .text: output.print(VerifyView.text(outcome), paged: true)
      case .json: output.print(VerifyView.json(outcome))
      case .markdown: output.print(VerifyView.markdown(outcome))
      }
      return outcome.judgement.isAllowed ? .done : .findings
    }
  }

  private func showAll(_ workspace: Workspace, _ options: VerifyOptions) throws(Failure) -> ExitStatus {
    let plan = try workspace.verifyWholePlan(options) { Console.note(VerifyView.step($0)) }
    let isJSON = output.json || format == .json
    if isJSON {
      output.print(WholePlanView.json(plan))
    } else {
      output.print(WholePlanView.text(plan), paged: true)
    }
    return plan.isSound ? .done : .findings
  }
}

enum ReportFormat: String, CaseIterable, PageFormArgument {
  case text, json
  case markdown = "md"
}
