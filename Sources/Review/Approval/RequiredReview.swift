package import PlanModel

/// Changes of one item that somebody in a role has to look at.
package struct RequiredReview: Hashable, Sendable {
  package var rule: ReviewRule
  /// Nil for `handoff.yml`.
  package var item: ItemID?
  package var title: String
  package var path: String
  package var line: Int
  package var changes: [PlanChange]

  /// What `rules` ask for, in their order. What people sign off is theirs, and needs nobody else.
  package static func all(_ changes: [PlanChange], by rules: [ReviewRule]) -> [RequiredReview] {
    rules.flatMap { rule -> [RequiredReview] in
      var required: [RequiredReview] = []
      for change in changes where rule.asks(for: change) {
        if let index = required.firstIndex(where: { $0.item == change.item }) {
          required[index].changes.append(change)
        } else {
          required.append(
            RequiredReview(
              rule: rule, item: change.item, title: change.title, path: change.path, line: change.line,
              changes: [change]))
        }
      }
      return required
    }
  }
}

extension ReviewRule {
  fileprivate func asks(for change: PlanChange) -> Bool {
    if change.kind == .added, change.field.hasSuffix(".sign-off") { return false }
    if !items.isEmpty, !items.contains(change.item?.kind.subject ?? .settings) { return false }
    // Nobody can tell what is in a file that cannot be read.
    if changes.isEmpty || change.kind == .unreadable { return true }
    if change.effect == .weaker, changes.contains(.weakened) { return true }
    // A status stays a value, also where another one promises less or more.
    if change.field == "status", changes.contains(.changed) { return true }
    return Change(rawValue: change.kind.rawValue).map(changes.contains) ?? false
  }
}

extension ItemKind {
  fileprivate var subject: ReviewRule.Subject {
    switch self {
    case .source: .source
    case .intent: .intent
    case .epic: .epic
    case .story: .story
    case .decision: .decision
    }
  }
}
