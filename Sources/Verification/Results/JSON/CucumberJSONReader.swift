import JSONText

/// Reads Cucumber's JSON: a list of features (<https://github.com/cucumber/cucumber-json-schema>), and behave's like it.
///
/// A scenario is a test, each row of an outline is one, and the feature is the suite. The worst of its steps and hooks
/// decides, those of a background before it included; see ``CucumberOutcome``. A scenario without steps proves nothing.
struct CucumberJSONReader {
  private var cases: [TestCase] = []

  static func read(_ bytes: [UInt8], origin: String) throws(ResultsError) -> [TestCase] {
    let root = try JSONDocument(report: bytes, in: bytes.indices, origin: origin).root
    guard root.kind == .array else { throw ResultsError(.unknownFormat, origin: origin) }
    var reader = CucumberJSONReader()
    for feature in root.elements { reader.read(feature) }
    guard reader.cases.count <= ReportLimits.cases else {
      throw ResultsError(.tooManyCases(limit: ReportLimits.cases), origin: origin)
    }
    return reader.cases
  }

  private mutating func read(_ feature: JSONNode) {
    let suite = feature["name"]?.string ?? feature["uri"]?.string ?? ""
    var background: Run?
    guard let elements = feature["elements"] else { return }
    for element in elements.elements {
      let run = Run(element)
      if element["type"]?.string == "background" || element["keyword"]?.string == "Background" {
        background = run
        continue
      }
      let whole = background.map { $0.followed(by: run) } ?? run
      background = nil
      cases.append(
        TestCase(
          suite: suite, name: element["name"]?.string ?? "", outcome: whole.outcome.ofTest,
          message: whole.message ?? whole.outcome.message))
    }
  }

  /// What the steps of one element came to.
  private struct Run {
    var outcome = CucumberOutcome.unknown
    var message: String?

    init(_ element: JSONNode) {
      note(hooksOf: element)
      guard let steps = element["steps"] else { return }
      for step in steps.elements {
        note(step)
        note(hooksOf: step)
      }
    }

    func followed(by run: Run) -> Run { run.outcome > outcome ? run : self }

    private mutating func note(hooksOf node: JSONNode) {
      for name in ["before", "after"] {
        guard let hooks = node[name] else { continue }
        for hook in hooks.elements { note(hook) }
      }
    }

    private mutating func note(_ step: JSONNode) {
      let result = step["result"]
      let outcome = CucumberOutcome(status: result?["status"]?.string)
      guard outcome > self.outcome else { return }
      self.outcome = outcome
      let text = result?["error_message"]
      // behave writes a list of lines.
      message = (text?.string ?? text?.elements.first { $0.string != nil }?.string).flatMap(TestCase.message)
    }
  }
}
