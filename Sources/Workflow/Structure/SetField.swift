import FileSystem
import PlanFiles
package import PlanModel
package import Verification

/// A field of an item's front matter that was set.
package struct SetOutcome: Sendable {
  package var id: ItemID
  package var path: String
  package var field: String
  package var before: String?
  package var after: String
  /// What is wrong with the item now, its new state considered.
  package var findings: [Finding]
  /// Of a story that is called shipped, the criteria that HEAD does not meet.
  package var open: [CriterionReport] = []
}

extension Workspace {
  /// Sets one field of an item's front matter; all else in the file stays byte for byte.
  package func set(_ item: String, _ field: String, to value: String) throws(Failure) -> SetOutcome {
    let id = try id(item)
    guard id.kind != .source else {
      throw Failure(.invalidValue(field: field, value: item, expected: "an item that is not a source"))
    }
    guard field != "id" else {
      throw Failure(.invalidValue(field: "field", value: "id", expected: "a field that may change"))
    }
    try Self.refuseHidden(value, in: "value")
    let document = try document(of: id)
    let before = document.fields[field]?.text
    if document.fields[field] == nil, let near = nearest(to: field, among: Self.fields(of: id.kind)),
      !Self.fields(of: id.kind).contains(field)
    {
      throw Failure(.unknownField(field), hints: [.didYouMean(near)])
    }
    let new = try failing({ .edit($0, path: document.path) }) { () throws(PlanDocument.EditProblem) in
      try document.setting(field, to: value.foldingWhiteSpace())
    }
    let judged = Self.judge(new, path: document.path, id: id)
    if let refusal = judged.refusal { throw Failure(.brokenFile(refusal)) }
    if let story = judged.story, field == "status" || field == "intent", story.status.acceptsWork {
      let blockers = try blockers(of: story)
      guard blockers.isEmpty else { throw Failure(.blockedStory(story.id, blockers)) }
    }
    // `check` would refuse it from then on, and so would the hooks of everybody else.
    if field == "status",
      let lacking = judged.findings.first(where: { $0.rule == .noCriteria && $0.severity == .error })
    {
      throw Failure(.brokenFile(lacking), hints: [.run("git handoff edit \(id)")])
    }
    if field != "id", let reference = ItemID(value) { _ = try path(of: reference) }
    if new != document.text.bytes {
      var change = try change()
      change.put(new, at: document.path, expecting: .contents(document.text.bytes))
      try commit(change)
    }
    var outcome = SetOutcome(
      id: id, path: document.path, field: field, before: before, after: value, findings: judged.findings)
    if field == "status", let story = judged.story, story.status == .shipped { outcome.open = openCriteria(of: story) }
    return outcome
  }

  /// Nobody is kept from calling a story shipped, and nobody does it unawares. A repository without a commit, or
  /// whose history cannot be read, has nothing to say of it.
  private func openCriteria(of story: Story) -> [CriterionReport] {
    let judged = try? verify(story: story.id, VerifyOptions()).stories.first { $0.id == story.id }
    return judged?.criteria.filter { ![.met, .waived].contains($0.verdict) } ?? []
  }

  /// The fields that mean something in an item's front matter, and are for people to set.
  private static func fields(of kind: ItemKind) -> [String] {
    kind.fieldOrder.filter { !["version", "id", "origin"].contains($0) }
  }

  /// Whether the file may be written, and what is to be said of it: a field that is not of its form is refused.
  private static func judge(
    _ bytes: [UInt8], path: String, id: ItemID
  ) -> (refusal: Finding?, findings: [Finding], story: Story?) {
    var findings: [Finding]
    var plan = Plan()
    switch id.kind {
    case .story:
      let reading = Story.read(bytes, path: path)
      findings = reading.findings
      plan.stories = reading.item.map { [$0] } ?? []
    case .intent: findings = Intent.read(bytes, path: path).findings
    case .epic: findings = Epic.read(bytes, path: path).findings
    case .decision: findings = Decision.read(bytes, path: path).findings
    case .source: findings = []
    }
    if let refusal = findings.first(where: { [.invalidField, .missingField, .invalidYAML].contains($0.rule) }) {
      return (refusal, [], nil)
    }
    // Of the rules between items only those that look at one story alone mean something here.
    let own: Set<Rule> = [.noCriteria, .noConditions, .openQuestion]
    findings += plan.findings().filter { own.contains($0.rule) }
    return (nil, findings, plan.stories.first)
  }
}
