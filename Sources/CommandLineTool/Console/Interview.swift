import PlanFiles
import PlanModel
import Views
import Workflow

/// Asks for the parts of a story on a terminal, one line each; an empty answer leaves a part out.
///
/// An answer that makes no sense is said at once and asked again: nobody types the others twice.
struct Interview {
  private let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  func story() -> NewStoryOptions {
    var options = NewStoryOptions(title: Self.ask("Title") ?? "")
    options.narrative = Self.ask("Story (As a …, I want …, so that …)")
    options.intent = ask("Intent it serves (id)") { text throws(Failure) in
      _ = try workspace.id(text, of: Intent.self)
    }
    options.citations = citations()
    while let criterion = Self.ask("Acceptance criterion") {
      options.criteria.append(StoryDraft.Criterion(title: criterion, conditions: conditions()))
    }
    return options
  }

  func decision() -> DecisionOptions {
    var options = DecisionOptions(title: Self.ask("Title (what holds from now on)") ?? "")
    options.context = Self.ask("Context (what was asked, and what bears on it)")
    options.citations = citations()
    options.decision = Self.ask("Decision")
    options.consequences = Self.ask("Consequences")
    options.supersedes = ask("Decision whose place it takes (id)") { text throws(Failure) in
      _ = try workspace.standingDecision(text)
    }
    return options
  }

  private func citations() -> [String] {
    var citations: [String] = []
    while let citation = ask(
      "Quote a statement (so-…#L12)",
      { text throws(Failure) in
        _ = try workspace.words(at: workspace.citation(text))
      })
    {
      citations.append(citation)
    }
    return citations
  }

  private func conditions() -> [String] {
    var conditions: [String] = []
    while let condition = ask("  proved by (changed: src/**, test: name, sign-off: role)", Workspace.checkCondition) {
      conditions.append(condition)
    }
    return conditions
  }

  /// Asks until the answer is empty or passes.
  private func ask(_ question: String, _ check: (String) throws(Failure) -> Void) -> String? {
    while let answer = Self.ask(question) {
      do {
        try check(answer)
        return answer
      } catch {
        Console.note(FailureWording(error).text)
      }
    }
    return nil
  }

  static func ask(_ question: String) -> String? {
    Console.prompt("\(question): ")
    guard let answer = readLine()?.foldingWhiteSpace(), !answer.isEmpty else { return nil }
    return answer
  }
}
