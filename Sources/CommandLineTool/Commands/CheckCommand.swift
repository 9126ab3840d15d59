import ArgumentParser
import Views
import Workflow

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check that the plan is sound.",
    discussion: """
      Finds what cannot be read, ids and references that do not hold, quotations that are not verbatim, originals that \
      were changed, stories that cannot be verified, and words that two people would read differently. Nothing is \
      written. Exits with 1 when something is to be mended; advice alone is not. Much advice is only counted.

        git handoff check
        git handoff check .handoff/stories --advice
      """)

  @Argument(help: "Only what is wrong in these files or folders, relative to the top; with all advice.")
  var paths: [String] = []

  @Flag(help: "Show all advice, however much it is.")
  var advice = false

  @Flag(help: "List the rules and what they weigh here.")
  var rules = false

  @OptionGroup var listing: ListingOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      if rules {
        let settings = try workspace.ruleSettings()
        output.show(RulesView.text(settings), RulesView.json(settings))
        return .done
      }
      let outcome = try workspace.check(paths: paths)
      if listing.endsWithNUL {
        output.print(CheckView.records(outcome))
      } else {
        output.show(CheckView.text(outcome, withAdvice: advice || !paths.isEmpty), CheckView.json(outcome))
      }
      return outcome.isClean ? .done : .findings
    }
  }
}
