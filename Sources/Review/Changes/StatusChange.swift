import PlanModel

extension ItemChanges {
  /// Where an item stands. What is a draft or dropped promises nothing, whatever it says.
  mutating func status(_ old: String, _ new: String, promised before: Bool, _ after: Bool) {
    if old == new { return }
    switch (before, after) {
    case (true, false): add("status", .weakened, .weaker, before: old, after: new)
    case (false, true): add("status", .strengthened, .stronger, before: old, after: new)
    default: value("status", old, new)
    }
  }
}

extension StoryStatus {
  var isPromised: Bool { self != .draft && self != .dropped }
}

extension IntentStatus {
  var isPromised: Bool { self != .draft && self != .dropped }
}
