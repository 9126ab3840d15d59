import ArgumentParser
import Views
import Workflow

struct StartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Begin with a story, on a branch that is named after it.",
    discussion: """
      Commits on that branch are linked to the story by the hooks.

        git handoff start st-9c4t8wq2
        git handoff start next             the first that somebody may begin with
      """)

  @Argument(help: "The story's id, or the beginning of it.")
  var story: String

  @Option(name: .shortAndLong, help: "Another name for the branch: the story's id is at its start, or behind a '/'.")
  var branch: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      let outcome = try workspace.start(story, branch: branch)
      output.show(StartView.text(outcome), StartView.json(outcome))
      return .done
    }
  }
}

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say where you stand: the story, its criteria, what is still to be shown.",
    discussion: """
        git handoff status
        git handoff status --json
      """)

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      let outcome = try workspace.status()
      output.show(StatusView.text(outcome), StatusView.json(outcome))
      return .done
    }
  }
}

struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Link a commit to a story after the fact.",
    usage: """
      git-handoff link <commit> <story> [--json]
      git-handoff link --suggest [<commit> ...] [--limit <limit>] [--json]
      """,
    discussion: """
      The link is kept as a git note in refs/notes/handoff; the commit stays as it is. With --suggest nothing is \
      linked: it says which stories each commit (HEAD, or single commits and ranges A..B) is nearest to, by its message \
      and the files that it changes.

        git handoff link 3f2a9c1 st-9c4t8wq2
        git handoff link --suggest origin/main..HEAD
      """)

  @Argument(
    help: ArgumentHelp(
      "A commit, and behind it a story's id or the beginning of it; with --suggest commits or ranges.",
      valueName: "commit> <story"))
  var names: [String] = []

  @Flag(help: "Say which stories commits most probably belong to.")
  var suggest = false

  @Option(help: "How many stories a commit at most, with --suggest.")
  var limit = 3

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is 1 at least") }
    if suggest { return }
    guard let commit = names.first else { throw ValidationError("Missing expected argument '<commit>'") }
    if names.count == 1 {
      throw ValidationError(
        "Missing expected argument '<story>'; which it may be: git handoff link --suggest \(commit)")
    }
    if names.count > 2 { throw ValidationError("Unexpected argument '\(names[2])'") }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      if suggest {
        let links = try workspace.suggestStories(for: names, limit: limit)
        output.show(SuggestionView.text(links), SuggestionView.json(links))
      } else {
        let outcome = try workspace.link(names[0], to: names[1])
        output.show(LinkView.text(outcome, isLinked: true), LinkView.json(outcome, isLinked: true))
      }
      return .done
    }
  }
}

struct UnlinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlink", abstract: "Take back a link that was made after the fact.",
    discussion: """
        git handoff unlink 3f2a9c1 st-9c4t8wq2
      """)

  @Argument(help: "The commit.")
  var commit: String

  @Argument(help: "The story's id, or the beginning of it.")
  var story: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      let outcome = try workspace.unlink(commit, from: story)
      output.show(LinkView.text(outcome, isLinked: false), LinkView.json(outcome, isLinked: false))
      return .done
    }
  }
}
