import Foundation

/// Plays a scenario, step by step, until something is otherwise than told.
package struct ScenarioRun {
  /// What is otherwise than the scenario tells, with all that was typed and printed until then.
  package struct Failed: Error, Hashable, CustomStringConvertible {
    package let description: String
  }

  /// The end of a run.
  package struct Outcome {
    /// The text of the file as it would have to be for the run to be as told.
    package var rewritten: String
    package var names: ScenarioNames
  }

  private let scenario: Scenario
  private let stage: ScenarioStage
  private var names: ScenarioNames
  private var transcript: ScenarioTranscript
  private var rewriting: ScenarioRewriting

  /// `project` is the top of the checkout; `program` the absolute path of `git-handoff`, or nil to play without it.
  private init(_ scenario: Scenario, project: String, program: String?, seconds: Int) throws {
    self.scenario = scenario
    stage = try ScenarioStage(program: program, seconds: seconds)
    names = ScenarioNames(["SCRATCH": stage.repository.scratch, "PROJECT": project])
    transcript = ScenarioTranscript(scenario.name, scratch: stage.repository.scratch)
    rewriting = ScenarioRewriting(scenario)
    for file in scenario.files { try stage.repository.write(file.path, file.text) }
  }

  /// Plays `scenario`; throws `Failed` at the first step that goes otherwise, and `Unreadable` when none could.
  @discardableResult package static func play(
    _ scenario: Scenario, project: String, program: String?, seconds: Int = 60
  ) throws -> Outcome {
    if scenario.steps.allSatisfy({ $0.output.isEmpty && $0.status == 0 }) {
      let reason = "there is no expectation: no output, and no exit status but 0"
      throw Scenario.Unreadable(name: scenario.name, line: 1, reason: reason)
    }
    var run = try ScenarioRun(scenario, project: project, program: program, seconds: seconds)
    for step in scenario.steps {
      let (printed, status) = try run.play(step, seconds)
      let isExpected = ScenarioExpectation(lines: step.output).matches(printed, &run.names)
      guard isExpected, status == step.status else {
        throw Failed(description: run.transcript.failure(step, printed: printed, status: status, run.names))
      }
      run.transcript.append(step, printed: printed, status: status)
    }
    return Outcome(rewritten: scenario.lines.joined(separator: "\n") + "\n", names: run.names)
  }

  /// Plays all steps of `scenario`, whatever they print, and writes down what they did print.
  package static func rewrite(
    _ scenario: Scenario, project: String, program: String?, seconds: Int = 60
  ) throws -> Outcome {
    var run = try ScenarioRun(scenario, project: project, program: program, seconds: seconds)
    for step in scenario.steps {
      let (printed, status) = try run.play(step, seconds)
      run.rewriting.append(step, printed: printed, status: status, &run.names)
    }
    return Outcome(rewritten: run.rewriting.text, names: run.names)
  }

  private func play(_ step: Scenario.Step, _ seconds: Int) throws -> (printed: [String], status: Int32) {
    let result = try stage.play(step.command, names)
    let printed = ScenarioScreen.lines(result.output)
    guard let status = result.status else {
      throw Failed(description: transcript.stopped(step, printed: printed, seconds: seconds))
    }
    return (printed, status)
  }
}
