import PlanModel

extension FieldReader {
  /// Reads who has to look at what: `review: [{items: [story], changes: [weakened], by: [product], weight: error}]`.
  ///
  /// - Parameter roles: those that somebody has.
  mutating func reviewRules(_ key: String, roles: Set<String>) -> [ReviewRule] {
    guard let node = node[key], !node.isNull else { return [] }
    guard let list = node.list else {
      let expected = "a list of `- by: [product]`, each with `items` and `changes`"
      report(.field(.wrongForm(field: key, value: node.text ?? "", expected: expected)), at: node)
      return []
    }
    return list.map { node in
      var rule = ReviewRule(by: [])
      read(node) { inner in
        rule.items = inner.choices("items", as: ReviewRule.Subject.self)
        rule.changes = inner.choices("changes", as: ReviewRule.Change.self)
        rule.weight = inner.choice("weight", as: ReviewRule.Weight.self) ?? rule.weight
        let by = inner.texts("by")
        if by.isEmpty { inner.report(.field(.missing("by")), at: node) }
        for value in by {
          let role = value.text ?? ""
          rule.by.append(role)
          if !roles.contains(role) {
            inner.report(.field(.notOneOf(field: "by", value: role, known: roles.sorted())), at: value)
          }
        }
        inner.reportUnknownKeys(known: ["items", "changes", "by", "weight"])
      }
      return rule
    }
  }
}
