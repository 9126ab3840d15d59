import PlanModel
package import Workflow

/// The plan as a table, one row a criterion: for spreadsheets (RFC 4180).
package enum ExportTable {
  private static let columns = [
    "story", "title", "status", "owner", "intent", "intent title", "epic", "criterion", "criterion title", "text",
    "conditions", "citations", "verdict",
  ]

  package static func text(of export: PlanExport) -> String {
    let titles = Dictionary(export.plan.intents.map { ($0.id, $0.title) }) { first, _ in first }
    var rows = [columns]
    for story in export.plan.stories {
      let head = [
        story.id.description, story.title, story.status.rawValue, story.owner ?? "",
        story.intent?.description ?? "", story.intent.flatMap { titles[$0] } ?? "", story.epic?.description ?? "",
      ]
      // A story without criteria is still there.
      if story.criteria.isEmpty { rows.append(head + ["", "", "", "", list(story.citations), ""]) }
      let places = CitingItem(story).places
      for criterion in story.criteria {
        rows.append(
          head + [
            criterion.id.description, criterion.title, criterion.text,
            criterion.conditions.map { ConditionWording.words($0.check) }.joined(separator: "\n"),
            list(places.filter { $0.part == .criterion(criterion.id) }.map(\.citation)),
            export.verdict(of: criterion.id, in: story.id)?.rawValue ?? "",
          ])
      }
    }
    return rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func list(_ citations: [Citation]) -> String {
    citations.map(\.description).joined(separator: " ")
  }

  /// What a spreadsheet would take for a formula is put behind an apostrophe
  /// (https://owasp.org/www-community/attacks/CSV_Injection): its words come from anybody.
  private static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.utf8.contains(where: { $0 == 0x22 || $0 == 0x2c || $0 == 0x0d || $0 == 0x0a }) else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
