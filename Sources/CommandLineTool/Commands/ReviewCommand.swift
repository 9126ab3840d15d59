import ArgumentParser
import Views
import Workflow

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "All that is to be said of a pull request, in one document.",
    discussion: """
      What the plan promises more or less, the verdicts of the linked stories, commits without a story, code that other \
      stories are about, and statements that nobody carries any longer. Judged by the policy and criteria of the protected \
      side; what was wrong before is counted apart. Exits with 1 when something that the range brings is in the way.

        git handoff review origin/main..HEAD
        git handoff review --results build/junit.xml --format md >comment.md
        git handoff review main..feature --format sarif >review.sarif
      """)

  @Argument(help: "A range A..B, or a revision for what it has that the main branch has not.")
  var revision: String?

  @Option(
    help: ArgumentHelp("A report of tests or coverage for the end of the range; may be repeated.", valueName: "report"))
  var results: [String] = []

  @Option(
    name: .customLong("message-file"), help: "A message that counts beside the tip's, such as a pull request's text.")
  var messageFile: String?

  @Option(help: "text, md, html, json, sarif, junit, codequality (GitLab) or github (annotations).")
  var format: ReviewFormat?

  @Option(help: "The characters that the form md may have; what does not fit is summarised.")
  var limit = ReviewView.commentLimit

  @Flag(help: "Say only who has to look, by 'review' in handoff.yml, and who has; exits with 1 when somebody has not.")
  var requires = false

  @Flag(help: "Print these rules as a CODEOWNERS file: those of the protected side, or those of a revision.")
  var codeowners = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if limit < 1_000 { throw ValidationError("--limit is at least 1000: less holds no summary") }
    if requires || codeowners, format != nil { throw ValidationError("--format has no place here.") }
    if requires, codeowners { throw ValidationError("--requires and --codeowners exclude each other.") }
    if codeowners, output.json { throw ValidationError("--codeowners is a file, and no JSON.") }
    if format != nil, output.json { throw ValidationError("--format and --json exclude each other.") }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      if codeowners {
        let policy = try workspace.reviewPolicy(at: revision)
        output.print(ApprovalView.codeowners(policy))
        return .done
      }
      var options = VerifyOptions()
      options.revision = revision
      options.results = results
      options.messageFile = messageFile
      let outcome = try workspace.review(options)
      if requires {
        output.show(ApprovalView.text(outcome), ApprovalView.json(outcome))
        return outcome.approvals.contains(where: \.isMissing) ? .findings : .done
      }
      show(outcome)
      return outcome.isAllowed ? .done : .findings
    }
  }

  private func show(_ outcome: ReviewOutcome) {
    switch format ?? (output.json ? .json : .text) {
    case .text:
      let isColored = Console.usesColor(on: 1)
      output.print(ReviewView.text(outcome, inColor: isColored), paged: true)
    case .json: output.print(ReviewView.json(outcome))
    case .md: output.print(ReviewView.markdown(outcome, limit: limit))
    case .html: output.print(ReviewView.html(outcome))
    case .sarif: output.print(ReviewView.sarif(outcome, version: Program.version))
    case .junit: output.print(ReviewView.junit(outcome))
    case .codequality: output.print(ReviewView.codeQuality(outcome))
    case .github: output.print(ReviewView.annotations(outcome))
    }
  }
}

/// The forms in which a review is written.
enum ReviewFormat: String, CaseIterable, PageFormArgument {
  case text, md, html, json, sarif, junit, codequality, github
}
