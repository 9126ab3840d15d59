package import Review

/// What a plan change means, in words.
package enum ChangeWording {
  /// `weakened`, and for what came or went also what that does.
  package static func kind(_ change: PlanChange) -> String {
    switch (change.kind, change.effect) {
    case (.removed, .weaker) where change.field != "citations": "removed"
    case (let kind, _): kind.rawValue
    }
  }

  /// The field as people call it: `AC1`, `condition of AC1`, `constraint`.
  package static func field(_ change: PlanChange) -> String {
    let parts = change.field.split(separator: ".")
    if change.criterion != nil, parts.count == 2 {
      return (parts[1] == "verify" ? "condition of " : "sign-off of ") + parts[0]
    }
    switch change.field {
    case "constraints": return "constraint"
    case "goals": return "goal"
    case "citations": return "citation"
    case "set-aside": return "statement"
    case "item": return ""
    default: return change.field
    }
  }

  /// Why it is weaker or stronger: one line a reason.
  package static func reason(_ shift: Shift) -> String {
    let rule = rule(shift.rule)
    switch (shift.before.isEmpty, shift.after.isEmpty) {
    case (false, false): return "\(rule): \(Phrase.quoted(shift.before)) became \(Phrase.quoted(shift.after))"
    case (false, true): return "\(rule): \(Phrase.quoted(shift.before)) is gone"
    case (true, false): return "\(rule): \(Phrase.quoted(shift.after)) was added"
    case (true, true): return rule
    }
  }

  /// What a change means that has no other reason and does not say so itself: an exemption that was added.
  package static func effect(_ change: PlanChange) -> String? {
    guard change.shifts.isEmpty else { return nil }
    switch (change.kind, change.effect) {
    case (.added, .weaker): return "weaker: less is asked for than without it"
    case (.removed, .stronger): return "stronger: more is asked for than with it"
    default: return nil
    }
  }

  private static func rule(_ rule: Shift.Rule) -> String {
    switch rule {
    case .bound: "a limit"
    case .obligation: "how strongly it is asked for"
    case .hedge: "a way out"
    case .scope: "of how many it holds"
    case .exclusivity: "whom or what it keeps out"
    case .condition: "when it holds"
    case .breadth: "how far it reaches"
    case .alternative: "what has to hold together"
    case .sentence: "a whole sentence"
    case .qualifier: "which of them it is about"
    case .restriction: "for whom, where or when"
    case .polarity: "it says the opposite"
    case .scale: "a stronger or weaker word"
    case .detail: "what exactly"
    case .frequency: "how often"
    case .wording: "what its words come to"
    case .proof: "which tests have to be there and pass"
    }
  }

  /// One line for lists and annotations, without colours.
  package static func line(_ change: PlanChange) -> String {
    let field = field(change)
    let head = [kind(change), field].filter { !$0.isEmpty }.joined(separator: " ")
    let values =
      switch (change.before, change.after) {
      case (let before?, let after?): "\(before) → \(after)"
      case (let before?, nil): before
      case (nil, let after?): after
      case (nil, nil): ""
      }
    return values.isEmpty ? head : "\(head): \(values)"
  }

  /// `3 weakened, 1 removed, 2 added`, in that order: what asks for attention first.
  package static func counts(_ changes: [PlanChange]) -> String {
    let order: [PlanChange.Kind] = [
      .weakened, .removed, .setAside, .reopened, .superseded, .changed, .reworded, .strengthened, .added, .opened,
      .answered, .unreadable,
    ]
    let counts = order.compactMap { kind -> String? in
      let count = changes.count { $0.kind == kind }
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }
    return counts.joined(separator: ", ")
  }
}
