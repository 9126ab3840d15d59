import PlanModel

/// What is another in `handoff.yml`, and whether it lets more pass.
enum PolicyComparison {
  static func changes(_ old: Policy, _ new: Policy) -> [PlanChange] {
    var changes = ItemChanges(item: nil, title: "handoff.yml", path: ".handoff/handoff.yml")
    // What is held to the rules is another branch from then on.
    if old.main != new.main { changes.add("main", .changed, .weaker, before: old.main, after: new.main) }
    changes.value("trailer", old.trailer, new.trailer)
    if old.commits.require != new.commits.require {
      let isLess = new.commits.require == .none
      changes.add(
        "commits.require", isLess ? .weakened : .strengthened, isLess ? .weaker : .stronger,
        before: old.commits.require.rawValue, after: new.commits.require.rawValue)
    }
    changes.set(
      "commits.exempt.paths", old.commits.exemptPaths.map(\.pattern), new.commits.exemptPaths.map(\.pattern),
      added: .weaker, removed: .stronger)
    changes.set(
      "commits.exempt.authors", old.commits.exemptAuthors.map(\.pattern), new.commits.exemptAuthors.map(\.pattern),
      added: .weaker, removed: .stronger)
    changes.set(
      "commits.exempt.kinds", old.commits.exemptKinds.map(\.rawValue).sorted(),
      new.commits.exemptKinds.map(\.rawValue).sorted(), added: .weaker, removed: .stronger)
    pushes(old, new, &changes)
    for role in Set(old.roles.keys).union(new.roles.keys).sorted() {
      changes.set("roles.\(role)", (old.roles[role] ?? []).sorted(), (new.roles[role] ?? []).sorted())
    }
    changes.set("review", old.review.map(words), new.review.map(words), added: .stronger, removed: .weaker)
    changes.set("redact", old.redactions.map(\.name), new.redactions.map(\.name), added: .stronger, removed: .weaker)
    rules(old, new, &changes)
    changes.value("attachments", old.attachmentLimit, new.attachmentLimit)
    if old.roadmap != new.roadmap { changes.add("roadmap", .changed) }
    return changes.changes
  }

  /// What each ref that either side names is held back for; the first rule that matches decides.
  private static func pushes(_ old: Policy, _ new: Policy, _ changes: inout ItemChanges) {
    var seen: Set<String> = []
    for glob in (old.push + new.push).flatMap(\.refs) where seen.insert(glob.pattern).inserted {
      let ref = example(of: glob)
      let before = old.rule(forRef: ref)?.block ?? []
      let after = new.rule(forRef: ref)?.block ?? []
      if before == after { continue }
      let isLess = !before.isSubset(of: after)
      changes.add(
        "push.\(glob.pattern)", isLess ? .weakened : .strengthened, isLess ? .weaker : .stronger,
        before: words(before), after: words(after))
    }
  }

  /// A ref that a pattern matches: `release/x` of `release/*`.
  private static func example(of glob: Glob) -> String {
    var name = ""
    var rest = glob.pattern[...]
    while let mark = rest.popFirst() {
      switch mark {
      case "*":
        rest = rest.drop { $0 == "*" }
        name += "x"
      case "?": name += "x"
      case "\\": name += rest.popFirst().map(String.init) ?? ""
      case "[":
        let set = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(set.count + 1)
        name += set.first.map { "!^".contains($0) ? "x" : String($0) } ?? ""
      default: name.append(mark)
      }
    }
    return name
  }

  /// `story: weakened, by product`.
  private static func words(_ rule: ReviewRule) -> String {
    let items = rule.items.isEmpty ? "all items" : rule.items.sorted().map(\.rawValue).joined(separator: ", ")
    let changes = rule.changes.isEmpty ? "all changes" : rule.changes.sorted().map(\.rawValue).joined(separator: ", ")
    return "\(items): \(changes), by \(rule.by.joined(separator: ", ")), \(rule.weight.rawValue)"
  }

  private static func words(_ problems: Set<PushRule.Problem>) -> String {
    problems.isEmpty ? "blocks nothing" : "blocks " + problems.sorted().map(\.rawValue).joined(separator: ", ")
  }

  private static func rules(_ old: Policy, _ new: Policy, _ changes: inout ItemChanges) {
    for rule in Rule.allCases where rule.isAdjustable {
      let (before, after) = (old.severity(of: rule), new.severity(of: rule))
      if before == after { continue }
      // `error` is the least of the severities, and no weight at all the greatest.
      let isLess = after.map { later in before.map { $0 < later } ?? false } ?? true
      changes.add(
        "rules.\(rule.rawValue)", isLess ? .weakened : .strengthened, isLess ? .weaker : .stronger,
        before: before?.rawValue ?? "off", after: after?.rawValue ?? "off")
    }
  }
}
