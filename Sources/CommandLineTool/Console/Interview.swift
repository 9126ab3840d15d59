import PlanFiles
import PlanModel
import Views
import Workflow

/// Asks for the parts of a story on a terminal, one line each; an empty answer leaves a part out.
enum Interview {
  static func story() -> NewStoryOptions {
    var options = NewStoryOptions(title: ask("Title") ?? "")
    options.narrative = ask("Story (As a …, I want …, so that …)")
    options.intent = ask("Intent it serves (id)")
    while let citation = ask("Quote a statement (so-…#L12)") { options.citations.append(citation) }
    while let criterion = ask("Acceptance criterion") {
      options.criteria.append(StoryDraft.Criterion(title: criterion, conditions: conditions()))
    }
    return options
  }

  private static func conditions() -> [String] {
    var conditions: [String] = []
    while let condition = ask("  proved by (changed: src/**, test: name, sign-off: role)") {
      conditions.append(condition)
    }
    return conditions
  }

  static func ask(_ question: String) -> String? {
    Console.prompt("\(question): ")
    guard let answer = readLine()?.foldingWhiteSpace(), !answer.isEmpty else { return nil }
    return answer
  }
}
