import PlanModel

extension FieldReader {
  /// Reads what rules weigh: `rules: {vague-words: off, undecided: error}`.
  mutating func weights(_ key: String) -> [Rule: RuleWeight] {
    guard let node = node[key], !node.isNull else { return [:] }
    guard let entries = node.entries else {
      let expected = "a map, as `vague-words: off`"
      report(.field(.wrongForm(field: key, value: node.text ?? "", expected: expected)), at: node)
      return [:]
    }
    var weights: [Rule: RuleWeight] = [:]
    read(node) { inner in
      for entry in entries where inner.isAdjustable(entry.key, line: entry.line) {
        guard let rule = Rule(rawValue: entry.key) else { continue }
        weights[rule] = inner.choice(entry.key, as: RuleWeight.self)
      }
    }
    return weights
  }

  /// Whether `name` is a rule whose weight can be set; what is wrong with it otherwise is reported.
  private mutating func isAdjustable(_ name: String, line: Int) -> Bool {
    let known = Rule.allCases.filter(\.isAdjustable).map(\.rawValue)
    if known.contains(name) { return true }
    let problem: FieldProblem =
      Rule(rawValue: name).map { .fixedRule($0) } ?? .unknownRule(name, nearest: nearest(to: name, among: known))
    adopt([Finding(.field(problem), path: path, line: line)])
    return false
  }
}
