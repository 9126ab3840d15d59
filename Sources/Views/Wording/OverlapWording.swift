import Git
import PlanModel
import Review
import Workflow

/// What two branches are both about, in words.
enum OverlapWording {
  /// One branch's point: `st-… 'Mute mails' is worked on there too`.
  static func words(_ point: OverlapPoint) -> String {
    switch point.kind {
    case .work: "\(subject(point)) is worked on there too"
    case .plan: "\(subject(point)) is changed there\(point.isMutual ? " too" : "")"
    case .code: "\(point.path) is changed there\(point.isMutual ? " too" : ""), and \(subject(point)) is about it"
    }
  }

  /// As ``words(_:)``, with the parts that do not go together.
  static func sentence(_ point: OverlapPoint) -> String {
    let fields = point.fields.filter(\.isConflict).map(\.field).map { $0 == "item" ? "the whole" : $0 }
    return words(point) + (fields.isEmpty ? "" : ", in another way: \(Phrase.list(fields))")
  }

  /// A part of an item: what it is, and below it each side's words.
  static func lines(_ overlap: FieldOverlap, isMutual: Bool) -> [String] {
    let field = overlap.field == "item" ? "the whole" : overlap.field
    let gone = "(taken out)"
    if !isMutual { return ["\(field): \(overlap.theirs ?? gone)"] }
    let head = overlap.isConflict ? "\(field) is another here than there" : "\(field) is changed here and there"
    return [head, "  here:  \(overlap.ours ?? gone)", "  there: \(overlap.theirs ?? gone)"]
  }

  /// All in one line: `st-… and src/mute.sh, also on branch origin/sam`. Nil where nothing is met.
  static func line(_ outcome: OverlapOutcome?) -> String? {
    guard let outcome, !outcome.branches.isEmpty else { return nil }
    let subjects = outcome.branches.flatMap(\.points).map { point in
      point.kind == .code ? point.path : point.item?.description ?? "handoff.yml"
    }
    var seen: Set<String> = []
    let things = Phrase.list(subjects.filter { seen.insert($0).inserted }, limit: 3)
    let branches = Phrase.list(outcome.branches.map(\.tip.short), limit: 3)
    let noun = outcome.branches.count == 1 ? "branch" : "branches"
    return "\(things), also on \(noun) \(branches)"
  }

  private static func subject(_ point: OverlapPoint) -> String {
    guard let item = point.item else { return "handoff.yml" }
    return "\(item)" + (point.title.isEmpty ? "" : " \(Phrase.quoted(point.title))")
  }
}
