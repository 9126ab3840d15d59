/// What `rules` of `handoff.yml` can say of a rule: what its findings weigh, or that it is not applied.
package enum RuleWeight: String, CaseIterable, Sendable {
  case off, advice, warning, error
}
