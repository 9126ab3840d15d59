import PlanModel
import Review
import Testing

@Suite("Who has to look") struct RequiredReviewTests {
  private func change(
    _ kind: PlanChange.Kind, _ item: String? = "st-9c4t8wq2", field: String = "AC1", effect: PlanChange.Effect = .none
  ) -> PlanChange {
    PlanChange(
      item: item.flatMap { ItemID($0) }, title: "Mute", field: field, kind: kind, effect: effect, path: "p", line: 3)
  }

  private func asked(_ rule: ReviewRule, _ changes: PlanChange...) -> [[PlanChange.Kind]] {
    RequiredReview.all(changes, by: [rule]).map { $0.changes.map(\.kind) }
  }

  @Test("the words of the settings are those of diff")
  func words() {
    let known = PlanChange.Kind.allCases.filter { $0 != .unreadable }.map(\.rawValue)
    #expect(Set(ReviewRule.Change.allCases.map(\.rawValue)) == Set(known))
  }

  @Test("a rule asks once an item, for the changes that it names")
  func grouped() {
    let rule = ReviewRule(changes: [.changed, .opened], by: ["product"])
    let intent = change(.changed, "in-k3f9ab2x", field: "title")
    let required = asked(rule, change(.changed), change(.reworded), intent, change(.opened, field: "Q1"))
    #expect(required == [[.changed, .opened], [.changed]])
    #expect(RequiredReview.all([change(.changed)], by: [rule, rule]).count == 2)
    #expect(RequiredReview.all([change(.changed)], by: []).isEmpty)
  }

  @Test("weakened is whatever promises less")
  func weaker() {
    let rule = ReviewRule(changes: [.weakened], by: ["product"])
    #expect(asked(rule, change(.removed, effect: .weaker)) == [[.removed]])
    #expect(asked(rule, change(.weakened, effect: .weaker)) == [[.weakened]])
    #expect(asked(rule, change(.removed, field: "owner")) == [])
    #expect(asked(rule, change(.strengthened, effect: .stronger)) == [])
  }

  @Test("a status that promises less is weakened, and a value that is changed")
  func status() {
    let dropped = change(.weakened, field: "status", effect: .weaker)
    #expect(asked(ReviewRule(changes: [.weakened], by: ["product"]), dropped) == [[.weakened]])
    #expect(asked(ReviewRule(changes: [.changed], by: ["product"]), dropped) == [[.weakened]])
    #expect(asked(ReviewRule(changes: [.changed], by: ["product"]), change(.weakened, effect: .weaker)) == [])
  }

  @Test("settings are a subject of their own, and what cannot be read is looked at in any case")
  func subjects() {
    let rule = ReviewRule(items: [.settings, .decision], changes: [.added], by: ["leads"])
    #expect(asked(rule, change(.added, nil, field: "roles.product")) == [[.added]])
    #expect(asked(rule, change(.added)) == [])
    #expect(asked(rule, change(.unreadable, "de-5t0w9xhv", field: "item")) == [[.unreadable]])
  }

  @Test("a sign-off is somebody's own act; to take one away is not")
  func signOffs() {
    let rule = ReviewRule(by: ["product"])
    #expect(asked(rule, change(.added, field: "AC1.sign-off")) == [])
    #expect(asked(rule, change(.removed, field: "AC1.sign-off", effect: .weaker)) == [[.removed]])
  }
}
