import ArgumentParser
import Site
import Views
import Workflow

struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site", abstract: "Write the plan as pages for people who never open a terminal.",
    discussion: """
      A folder of plain HTML that any host serves, and that opens from a disk as well: what was said and what became of it, \
      the board, intents, stories with the evidence of each criterion, the roadmap, decisions, releases, and a search. \
      Nothing on the pages comes from a network. Only files whose contents differ are written.

        git handoff site --out public
        git handoff site --out /tmp/after-merge --ref dana/mute-emails
        git handoff site --out public --changes v1.2..main
      """)

  @Option(
    help: ArgumentHelp("The folder to write to: a new or empty one, or that of an earlier run.", valueName: "dir"))
  var out: String

  @Option(help: ArgumentHelp("Show a branch as it would read once it is merged.", valueName: "branch"))
  var ref: String?

  @Option(
    help: ArgumentHelp(
      "Show what the plan says otherwise between two revisions; of --ref what it brings.", valueName: "A..B"))
  var changes: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      var options = SiteOptions()
      options.revision = ref
      options.changes = changes
      var search: PreparedSearch?
      let site = Site(try workspace.site(options) { search = PreparedSearch($0) })
      Console.keep((site, search))
      let outcome = try SiteFolder(workspace.surroundings.absolute(out)).write(site, search: search)
      Console.note(SiteView.missing(outcome))
      output.show(SiteView.text(outcome), SiteView.json(outcome))
      return outcome.unread.isEmpty ? .done : .findings
    }
  }
}
