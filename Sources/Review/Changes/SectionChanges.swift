import PlanModel

extension ItemChanges {
  /// The sections by their titles; what they say of a promise depends on the title.
  mutating func sections(_ old: [Section], _ new: [Section]) {
    var titles: [String] = []
    for title in (new + old).map({ $0.title.lowercased() }) where !titles.contains(title) { titles.append(title) }
    for title in titles where title != "open questions" && title != "acceptance criteria" {
      let before = Self.merged(old.filter { $0.title.lowercased() == title })
      let after = Self.merged(new.filter { $0.title.lowercased() == title })
      switch title {
      case "constraints", "goals", "outcome": points(title, before, after, added: .stronger, removed: .weaker)
      case "out of scope": points(title, before, after, added: .weaker, removed: .stronger)
      default: words(title, before?.text ?? "", after?.text ?? "", line: after?.line ?? before?.line ?? 1)
      }
    }
  }

  private static func merged(_ sections: [Section]) -> Section? {
    sections.first.map { first in
      Section(title: first.title, text: sections.map(\.text).joined(separator: "\n"), line: first.line)
    }
  }

  private mutating func points(
    _ field: String, _ old: Section?, _ new: Section?, added: PlanChange.Effect, removed: PlanChange.Effect
  ) {
    let paired = ListedPoints.paired(ListedPoints(old).points, ListedPoints(new).points)
    for pair in paired.pairs {
      if added == .stronger {
        promise(field, pair.old.text, pair.new.text, line: pair.new.line)
      } else {
        add(field, .reworded, before: pair.old.text, after: pair.new.text, line: pair.new.line)
      }
    }
    for point in paired.removed { add(field, .removed, removed, before: point.text, line: point.line) }
    for point in paired.added { add(field, .added, added, after: point.text, line: point.line) }
  }
}
