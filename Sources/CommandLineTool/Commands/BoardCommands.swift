import ArgumentParser
import Views
import Workflow

struct BoardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "board", abstract: "Show stories by where they stand.",
    discussion: """
        git handoff board --intent in-4b8x2mvq
      """)

  @Option(help: "Only those of this intent.")
  var intent: String?

  @Option(help: "Only those of this owner.")
  var owner: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      var options = ListOptions()
      options.intent = intent
      options.owner = owner
      let outcome = try workspace.list(options)
      output.show(BoardView.text(outcome, width: Console.width), BoardView.json(outcome), paged: true)
      return outcome.unreadable.isEmpty ? .done : .findings
    }
  }
}

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find words in titles, criteria, statements, questions and decisions.",
    discussion: """
      What is found has all of the words, capitals aside; the best stands first. Exits with 1 where nothing has them.

        git handoff search mute mails
        git handoff search --json bookkeeper
      """)

  @Argument(help: "The words.")
  var words: [String]

  @Option(help: "How many results to show.")
  var limit = 20

  @OptionGroup var listing: ListingOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is 1 at least.") }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      let outcome = try workspace.search(words.joined(separator: " "), limit: limit)
      if listing.endsWithNUL {
        output.print(SearchView.records(outcome))
      } else {
        output.show(SearchView.text(outcome), SearchView.json(outcome), paged: true)
      }
      if !output.json { Console.note(CheckView.lines(outcome.unread)) }
      return outcome.hits.isEmpty || !outcome.unread.isEmpty ? .findings : .done
    }
  }
}
