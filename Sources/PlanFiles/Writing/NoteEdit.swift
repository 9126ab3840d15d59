import Markdown
import PlanModel

/// Remarks in the file of an item; no other byte of it changes.
extension PlanDocument {
  /// The section that holds them; the last that the file format names.
  static let notesSection = "Notes"

  /// The file with one item more at the end of the list in its `Notes`, which are made when they are not there.
  ///
  /// Throws where the words would mean something else to a reader of the file than a remark: a heading, a criterion, a
  /// question, a code block that is never closed.
  package func noting(_ words: String) throws(EditProblem) -> [UInt8] {
    let section = body.sections(titled: Self.notesSection).last
    let line = "- " + words
    var last = section?.lines.upperBound ?? text.lineCount
    last = min(last, text.lineCount)
    while last > 0, isBlank(last) { last -= 1 }
    let isList = section?.blocks.last?.kind == .list
    var lines = section == nil ? ["", "## \(Self.notesSection)", "", line] : isList ? [line] : ["", line]
    if last < text.lineCount, !isBlank(last + 1) { lines.append("") }
    let bytes = inserting(lines.joined(separator: newLine), afterLine: last)
    guard let edited = try? PlanDocument(bytes, path: path), saysTheSame(edited) else {
      throw .unsafeBody(line: last)
    }
    return bytes
  }

  /// Whether another document has the same questions, criteria and sections, the notes aside.
  private func saysTheSame(_ other: PlanDocument) -> Bool {
    let titles = { (body: Body) in
      body.sections.map { $0.title.lowercased() }.filter { $0 != Self.notesSection.lowercased() }
    }
    let criteria = (CriterionReader(self).criteria, CriterionReader(other).criteria)
    return titles(body) == titles(other.body) && questions.map(\.text) == other.questions.map(\.text)
      && criteria.0.map(\.id) == criteria.1.map(\.id)
      && criteria.0.map { $0.wording.foldingWhiteSpace() } == criteria.1.map { $0.wording.foldingWhiteSpace() }
  }
}
