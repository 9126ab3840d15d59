import ArgumentParser
import Views
import Workflow

struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "List what was taken in.",
    discussion: """
        git handoff sources
        git handoff show so-7h3q2dkm     what is said in one of them
      """)

  @OptionGroup var listing: ListingOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      let sources = try workspace.sources()
      if listing.endsWithNUL {
        output.print(SourcesView.records(sources))
      } else {
        output.show(SourcesView.text(sources), SourcesView.json(sources), paged: true)
      }
      return .done
    }
  }
}
