/// A scenario with the expectations that a run would have met. Lines that still match stay as they stand, with their
/// placeholders; in new ones, what is another on every run becomes a placeholder. An expectation with `...` that does
/// not match any more is written out, so that nothing new is hidden behind it.
struct ScenarioRewriting {
  private let scenario: Scenario
  private let told: String
  private var lines: [String]

  init(_ scenario: Scenario) {
    self.scenario = scenario
    told = scenario.told
    lines = scenario.lines
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Takes over what `step` printed.
  mutating func append(_ step: Scenario.Step, printed: [String], status: Int32, _ names: inout ScenarioNames) {
    if ScenarioExpectation(lines: step.output).matches(printed, &names), step.status == status { return }
    let comparison = LineComparison(step.output, printed) { ScenarioPattern($0).matches($1, &names) }
    var expected: [String] = []
    for line in comparison.lines {
      switch line {
      case .same(let pattern, _): expected.append(pattern)
      case .unexpected(let printed): expected.append(withPlaceholders(printed, &names))
      case .missing: continue
      }
    }
    expected = expected.map { $0.isEmpty ? "" : "  " + $0 }
    if status != 0 { expected.append("? \(status)") }
    let fromEnd = scenario.lines.count - step.span.upperBound
    // What is above may have grown or shrunk; what is below is as it was read.
    let end = lines.count - fromEnd
    lines.replaceSubrange(end - step.span.count..<end, with: expected)
  }

  private func withPlaceholders(_ line: String, _ names: inout ScenarioNames) -> String {
    var line = line
    for (name, value) in names.values.sorted(by: { $0.value.count > $1.value.count }) {
      line = line.split(separator: value, omittingEmptySubsequences: false).joined(separator: "[\(name)]")
    }
    var bound = names
    if let ids = try? Regex(
      "\\b(?:\(ScenarioNames.kinds.values.joined(separator: "|")))-\(ScenarioNames.characters)\\b")
    {
      line = line.replacing(ids) { match in
        let id = String(line[match.range])
        return told.contains(id) ? id : bound.name(of: id).map { "[\($0)]" } ?? id
      }
    }
    names = bound
    // The file of a sign-off ends in three characters of chance.
    line = line.replacing(/(AC[0-9]+-[a-z]+-)[0-9a-z]{3}\.yml/) { "\($0.output.1)[..].yml" }
    return line.replacing(/\b(?:[0-9a-f]{7,12}|[0-9a-f]{40}|[0-9a-f]{64})\b/) { match in
      match.output.contains(where: \.isLetter) && match.output.contains(where: \.isNumber) ? "[HASH]" : match.output
    }
  }
}
