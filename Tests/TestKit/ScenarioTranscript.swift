/// All that was typed and printed in a run, for the person who has to find out what went otherwise.
struct ScenarioTranscript {
  private let name: String
  private let scratch: String
  private var lines: [String] = []

  init(_ name: String, scratch: String) {
    self.name = name
    self.scratch = scratch
  }

  mutating func append(_ step: Scenario.Step, printed: [String], status: Int32) {
    lines += Self.typed(step) + printed.map { "  " + $0 }
    if status != 0 { lines.append("? \(status)") }
  }

  /// The run until `step`, and in what that step differs: `-` is missing, `+` is printed and was not expected.
  func failure(_ step: Scenario.Step, printed: [String], status: Int32, _ names: ScenarioNames) -> String {
    var names = names
    let comparison = LineComparison(step.output, printed) { ScenarioPattern($0).matches($1, &names) }
    var marked = comparison.marked
    if status == step.status {
      if status != 0 { marked.append("? \(status)") }
    } else {
      marked += ["- ? \(step.status)", "+ ? \(status)"]
    }
    return text("goes otherwise at line \(step.line)", step, marked)
  }

  /// The run until `step`, which took too long.
  func stopped(_ step: Scenario.Step, printed: [String], seconds: Int) -> String {
    text("was stopped after \(seconds) seconds, at line \(step.line)", step, printed.map { "  " + $0 })
  }

  private func text(_ event: String, _ step: Scenario.Step, _ marked: [String]) -> String {
    let heading = "\(name).txt \(event)  (in \(scratch), kept if HANDOFF_KEEP_REPOSITORIES is set)"
    let shown = (lines + Self.typed(step) + marked).map { $0 == "  " ? "" : $0 }
    return ([heading, ""] + shown).joined(separator: "\n")
  }

  private static func typed(_ step: Scenario.Step) -> [String] {
    let lines = step.command.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { ($0.offset == 0 ? "$ " : "> ") + $0.element }
  }
}
