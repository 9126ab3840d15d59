package import Workflow

/// What is wrong with an engine's replies, for its author.
package enum EngineTestView {
  package static func text(_ outcome: EngineTestOutcome) -> TerminalText {
    var text = TerminalText()
    for trial in outcome.trials {
      text.line("\(trial.passes ? "holds  " : "refused", trial.passes ? .good : .bad)  \(trial.name)")
      if let failure = trial.failure { text.line("         \(EngineWording.words(failure).0)") }
      for problem in trial.problems { text.line("         \(EngineWording.words(problem))") }
    }
    text.line()
    text.line(
      outcome.passes ? "Every reply would be taken." : "What is refused is sent back with these reasons, twice.")
    return text
  }

  package static func json(_ outcome: EngineTestOutcome) -> JSONValue {
    .document(
      kind: "engine-test",
      [
        "passes": .bool(outcome.passes),
        "trials": JSONValue(outcome.trials) { trial in
          [
            "name": .string(trial.name), "passes": .bool(trial.passes),
            "failure": JSONValue(trial.failure.map { EngineWording.words($0).0 }),
            "problems": JSONValue(trial.problems) { .string(EngineWording.words($0)) },
          ]
        },
      ])
  }
}
