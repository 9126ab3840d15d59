package import PlanModel

/// What a new decision is to say.
package struct DecisionDraft: Sendable {
  package var id: ID<Decision>
  package var title: String
  /// The day on which it is taken, `YYYY-MM-DD`.
  package var date: String
  package var status: DecisionStatus = .accepted
  package var supersedes: ID<Decision>?
  package var context: String?
  package var quotations: [CitedWords] = []
  package var decision: String?
  package var consequences: String?

  package init(id: ID<Decision>, title: String, date: String) {
    self.id = id
    self.title = title
    self.date = date
  }

  /// The decision's file.
  package var text: String {
    var lines = ["---", "id: \(id)", "title: \(YAMLText.scalar(title))", "date: \(date)"]
    lines.append("status: \(status.rawValue)  # proposed | accepted | superseded")
    if let supersedes { lines.append("supersedes: \(supersedes)") }
    let noContext = quotations.isEmpty ? "<!-- What was asked, and what bears on it. -->" : ""
    let parts = [
      (lines + ["---"]).joined(separator: "\n"),
      "## Context", context ?? noContext, quotations.map(\.blockQuote).joined(separator: "\n\n"),
      "## Decision", decision ?? "<!-- What holds from now on, in a sentence or two. -->",
      "## Consequences", consequences ?? "<!-- What follows from it, for better and for worse. -->",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }
}
