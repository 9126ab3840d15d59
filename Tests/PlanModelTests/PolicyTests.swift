import PlanModel
import Testing

@Suite("The rule for a pushed ref")
struct PolicyTests {
  private static let policy: Policy = {
    var policy = Policy()
    policy.push = ["main", "release/*", "refs/tags/v*", "team/**", "*"].map { PushRule(refs: [Glob($0)]) }
    return policy
  }()

  @Test(
    "the first rule that matches the short or the full name decides",
    arguments: [
      ("main", "main"), ("refs/heads/main", "main"), ("refs/tags/main", "main"), ("release/1", "release/*"),
      ("refs/heads/release/1", "release/*"), ("refs/heads/release/1/2", "release/*"), ("release", "*"),
      ("maintenance", "*"),
      ("refs/tags/v1.0", "refs/tags/v*"), ("refs/heads/v1.0", "*"), ("team/a/b", "team/**"), ("refs/notes/x", "*"),
      ("refs/heads/", "*"), ("", "*"), ("feature/main", "*"),
    ])
  func first(ref: String, expected: String) {
    #expect(Self.policy.rule(forRef: ref)?.refs == [Glob(expected)])
  }

  @Test("no rule that matches is no rule, and no rules are none")
  func none() {
    var policy = Policy()
    policy.push = [PushRule(refs: [Glob("main")]), PushRule(refs: [])]
    #expect(policy.rule(forRef: "other") == nil)
    policy.push = []
    #expect(policy.rule(forRef: "main") == nil)
  }

  @Test("without rules of its own, a policy blocks what is unlinked or invalid on every ref")
  func standard() {
    let rule = Policy().rule(forRef: "refs/heads/any/thing")
    #expect(rule?.block == [.unlinked, .invalid])
    #expect(rule?.warn == [.unmet, .stale, .unproven])
  }
}
