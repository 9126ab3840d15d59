import FileSystem
import Intake

import PlanModel

extension Workspace {
  /// More conversations than this become sources of their own only when the user says so.
  package static let mostConversations = 200

  /// Takes an input in: every conversation with its original byte for byte, its statements, and what is known of it.
  ///
  /// The same bytes are recognised by their hash, and add nothing. A conversation that has gone on since becomes a further
  /// revision of its source. What comes from one file is written as a whole or not at all.
  ///
  /// - Throws: when nothing could be taken in. Files of a folder that are refused are part of the report.
  package func intake(_ options: IntakeOptions) throws(Failure) -> IntakeReport {
    if let date = options.date, !Timestamp.isDate(String(date.prefix(10))) {
      throw Failure(.invalidValue(field: "date", value: date, expected: "a day, as 2026-12-31"))
    }
    let input = try input(options.input)
    let isOneOfMany = input.found.count + input.refused.count > 1
    let lock = try intakeLock()
    defer { lock.release() }
    var taking = try SourceTaking(in: self, options)
    var report = IntakeReport()
    report.refused = input.refused
    for material in input.found {
      do throws(Failure) {
        report.outcomes += try taking.take(material)
      } catch {
        guard isOneOfMany else { throw error }
        report.refused.append(IntakeReport.Refusal(name: material.name ?? "-", failure: error))
      }
    }
    if report.outcomes.isEmpty {
      throw report.refused.first?.failure ?? Failure(.intake(.nothingSaid, input: options.input.name))
    }
    report.likeness = likeness(of: report.outcomes)
    return report
  }

  private func input(_ input: IntakeOptions.Input) throws(Failure) -> InputFiles {
    switch input {
    case .path(let path): try InputFiles.all(at: surroundings.absolute(path), named: path)
    case .standardInput: try InputFiles.standardInput()
    }
  }
}
