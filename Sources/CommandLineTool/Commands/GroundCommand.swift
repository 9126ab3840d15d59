import ArgumentParser
import FileSystem
import Views
import Workflow

struct GroundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ground", abstract: "Find the files and functions that a story or a text is about.",
    discussion: """
      Weighs the words of the text, the paths, names and stack traces in it, against the code, its history and its \
      tests in HEAD, and says for each file why. What is right is written into the story, where drift watches over it.

        git handoff ground st-9c4t8wq2
        git handoff ground st-9c4t8wq2 --accept 1,3.2    file 1, and of file 3 name 2
        git handoff ground --text report.txt
      """)

  @Argument(help: "A story: its id, or the beginning of it.")
  var story: String?

  @Option(help: ArgumentHelp("A text instead of a story; - is standard input.", valueName: "file"))
  var text: String?

  @Option(help: ArgumentHelp("Write these into the story, as they were numbered: 1,3.2.", valueName: "numbers"))
  var accept: String?

  @Option(name: .shortAndLong, help: "How many files to name.")
  var limit = 10

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (story == nil) == (text == nil) {
      throw ValidationError("Name a story, or give a text: git handoff ground --text <file>")
    }
    if accept != nil, story == nil { throw ValidationError("--accept writes into a story: name it.") }
    if !(1...200).contains(limit) { throw ValidationError("--limit is a number from 1 to 200.") }
    if accept != nil, picks == nil { throw ValidationError("--accept takes numbers of the answer, such as 1,3.2") }
  }

  private var picks: [GroundPick]? {
    let parts = (accept ?? "").split(separator: ",").map { GroundPick($0.trimmingBlanks()) }
    let found = parts.compactMap { $0 }
    return found.count == parts.count && (accept == nil || !found.isEmpty) ? found : nil
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      let bar = ProgressLine()
      defer { bar.end() }
      var options = GroundOptions(try subject())
      options.limit = limit
      options.picks = picks ?? []
      let outcome = try workspace.ground(options, keep: Console.keep) { bar.show(IndexProgressView.line($0)) }
      bar.end()
      output.show(GroundView.text(outcome), GroundView.json(outcome))
      return .done
    }
  }

  private func subject() throws(Failure) -> GroundOptions.Subject {
    guard let text else { return .story(story ?? "") }
    do {
      let bytes =
        text == "-" ? try FileSystem.readStandardInput(limit: 48 << 20) : try FileSystem.read(text, limit: 48 << 20)
      return .text(bytes)
    } catch {
      // Whoever gives the words themselves means standard input.
      let isWords = if case .notFound = error { text.contains(" ") } else { false }
      throw Failure(.file(error), hints: isWords ? [.run("echo \"<words>\" | git handoff ground --text -")] : [])
    }
  }
}

extension Substring {
  fileprivate func trimmingBlanks() -> Substring {
    var rest = drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
