import Intake
import PlanModel
import Testing

extension Reading {
  /// The reason in the ledger for each statement, by its text.
  func why(_ text: String) -> String? {
    guard let index = statements.firstIndex(where: { $0.text == text }) else {
      Issue.record("no statement \(text) in \(statements.map(\.text))")
      return nil
    }
    return chatter.first { $0.lines.bounds.contains(index + 1) }?.why
  }

  func speaker(_ text: String) -> String? { statements.first { $0.text == text }?.speaker }

  /// What remains to be carried.
  var said: [String] {
    let chatter = Set(chatter.flatMap { Array($0.lines.bounds) })
    return statements.indices.filter { !chatter.contains($0 + 1) }.map { statements[$0].text }
  }
}

func read(_ text: String, _ name: String? = nil, as format: SourceFormat? = nil) throws -> Reading {
  try Original.read(Array(text.utf8), name: name, as: format)
}
