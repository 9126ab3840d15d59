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
    let materials = try materials(of: options.input)
    var taking = try SourceTaking(in: self, options)
    var report = IntakeReport()
    for material in materials {
      do throws(Failure) {
        report.outcomes += try taking.take(material)
      } catch {
        guard materials.count > 1 else { throw error }
        report.refused.append(IntakeReport.Refusal(name: material.name ?? "-", failure: error))
      }
    }
    if report.outcomes.isEmpty {
      throw report.refused.first?.failure ?? Failure(.intake(.nothingSaid, input: options.input.name))
    }
    report.likeness = likeness(of: report.outcomes)
    return report
  }

  private func materials(of input: IntakeOptions.Input) throws(Failure) -> [Material] {
    switch input {
    case .path(let path): try InputFiles.materials(at: surroundings.absolute(path), named: path)
    case .standardInput: [try InputFiles.standardInput()]
    }
  }
}
