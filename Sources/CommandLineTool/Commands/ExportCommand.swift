import ArgumentParser
import PlanModel
import Views
import Workflow

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Hand the whole plan to other programs, or to people as one document.",
    discussion: """
      JSON Lines have a record for each item with its file, for each statement with what became of it, and for each \
      sign-off: what DuckDB, Spark or BigQuery read. docs/reference/export.md describes each form.

        git handoff export --verdicts > plan.jsonl
        git handoff export --format md > plan.md
      """)

  @Option(help: "jsonl (the default), csv, md, gherkin, reqif, mermaid, dot or llms.")
  var format: ExportFormat = .jsonl

  @Flag(help: "Say of each criterion what is known at HEAD: met, unmet, unproven, stale or waived.")
  var verdicts = false

  @Option(help: "The story that a feature file is written of.")
  var story: String?

  func validate() throws {
    if (format == .gherkin) != (story != nil) {
      throw ValidationError("A feature file holds one story: --format gherkin and --story go together.")
    }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      let export = try workspace.export(judged: verdicts, labelled: format == .jsonl)
      switch format {
      case .jsonl: ExportRecords.lines(of: export) { Console.print($0) }
      case .csv: Console.print(ExportTable.text(of: export))
      case .md: Console.print(ExportBook.markdown(of: export))
      case .gherkin:
        guard let text = story else { break }
        let id = try workspace.id(text, kind: .story)
        for story in export.plan.stories where story.id.any == id {
          Console.print(ExportFeature.text(of: story, export))
        }
      case .reqif: ExportReqIF.text(of: export) { Console.print($0) }
      case .mermaid: Console.print(ExportGraph.mermaid(of: export))
      case .dot: Console.print(ExportGraph.dot(of: export))
      case .llms: Console.print(ExportBook.index(of: export))
      }
      if !export.unreadable.isEmpty { Console.note(CheckView.lines(export.unreadable)) }
      return export.unreadable.isEmpty ? .done : .findings
    }
  }
}

enum ExportFormat: String, CaseIterable, PageFormArgument {
  case jsonl, csv, md, gherkin, reqif, mermaid, dot, llms
}
