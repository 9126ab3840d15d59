import ArgumentParser
import Views
import Workflow

struct FmtCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Bring plan files into the form in which this program writes them.",
    discussion: """
      Puts known keys in their order, lists on a line an item, one empty line between blocks, and one line end at the end. \
      What a file says stays the same, and so do unknown keys, unknown sections, quotations, code, comments and the \
      wrapping of prose. Sources, sign-offs and settings are left alone. A file that cannot be read is named and left, and \
      the exit status is 1. All files change, or none.

        git handoff fmt                        # the whole plan
        git handoff fmt --check                # for CI: exits with 1, names files
        git handoff fmt st-9c4t8wq2 .handoff/epics
      """)

  @Argument(help: "Files or folders, or ids of items; else all intents, epics, stories and decisions.")
  var paths: [String] = []

  @Flag(help: "Write nothing; exit with 1 and name the files that are in another form.")
  var check = false

  @OptionGroup var listing: ListingOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      let outcome = try workspace.format(paths, writes: !check)
      if listing.endsWithNUL {
        output.print(FormatView.records(outcome))
      } else {
        output.show(FormatView.text(outcome), FormatView.json(outcome))
      }
      return outcome.isClean ? .done : .findings
    }
  }
}
