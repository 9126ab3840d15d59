import Foundation
import PlanFiles
import PlanModel
import Testing

/// docs/reference/schemas against what is read: an editor that follows a schema offers what counts, and nothing else.
@Suite("Schemas of plan files") struct SchemaTests {
  private static let top = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  private typealias Schema = [String: Any]

  private func schema(_ name: String) throws -> Schema {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(Self.top)/docs/reference/schemas/\(name).schema.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? Schema)
  }

  private func properties(_ schema: Schema, _ path: String...) throws -> Schema {
    var node = schema
    for key in path {
      let own = try #require((node["properties"] as? Schema)?[key] as? Schema, "\(key)")
      node = own["items"] as? Schema ?? own
    }
    return try #require(node["properties"] as? Schema)
  }

  /// The words of an enumeration, wherever in the node it stands.
  private func words(_ node: Any?) -> [String] {
    switch node {
    case let map as Schema: (map["enum"] as? [String] ?? []) + words(map["oneOf"]) + words(map["items"])
    case let list as [Any]: list.flatMap { words($0) }
    default: []
    }
  }

  private func source(_ file: String) throws -> String {
    try String(contentsOfFile: "\(Self.top)/Sources/PlanFiles/Items/\(file).swift", encoding: .utf8)
  }

  @Test(
    "the keys of a schema of front matter are those that its reader asks for",
    arguments: [
      ("story", "StoryReader"), ("intent", "IntentReader"), ("epic", "EpicReader"), ("decision", "DecisionReader"),
    ])
  func frontMatter(name: String, reader: String) throws {
    let asked = try source(reader).matches(of: /fields\.(?:\w+\(|node\[)"([a-z-]+)"/).map { String($0.1) }
    #expect(Set(try properties(schema(name)).keys) == Set(asked + ["id"]))
    #expect(asked.count >= 3)
  }

  @Test("the keys of the schema of source.yml are those that its reader asks for")
  func source() throws {
    let pattern = /(?:fields\.\w+\(|fields\.node\[|node\[|entries\()"([a-z0-9-]+)"/
    let asked = Set(try source("SourceReader").matches(of: pattern).map { String($0.1) })
    let all = try properties(schema("source"))
    let inner = try ["people", "attachments", "revisions", "redacted", "chatter"].reduce(into: Set<String>()) {
      keys, list in
      let items = try #require((all[list] as? Schema)?["items"] as? Schema)
      let variants = (items["oneOf"] as? [Schema] ?? [items]).compactMap { $0["properties"] as? Schema }
      keys.formUnion(variants.flatMap(\.keys))
    }
    #expect(Set(all.keys).union(inner) == asked.union(["id", "version"]))
    #expect(words(all["kind"]) == SourceFormat.allCases.map(\.rawValue))
  }

  @Test("states, and nothing else, are offered where a state stands")
  func states() throws {
    #expect(words(try properties(schema("story"))["status"]) == StoryStatus.allCases.map(\.rawValue))
    #expect(words(try properties(schema("intent"))["status"]) == IntentStatus.allCases.map(\.rawValue))
    #expect(words(try properties(schema("decision"))["status"]) == DecisionStatus.allCases.map(\.rawValue))
  }

  @Test("the keys of the schema of handoff.yml are those that are known at each place")
  func policy() throws {
    let schema = try schema("handoff")
    let levels = [
      try properties(schema), try properties(schema, "commits"), try properties(schema, "commits", "exempt"),
      try properties(schema, "push"), try properties(schema, "review"), try properties(schema, "roadmap"),
      try properties(schema, "attachments"),
    ].map { $0.keys.sorted() }
    var known: [[String]] = []
    for file in ["PolicyReader", "ReviewRuleReader", "RoadmapReader"] {
      for list in try source(file).matches(of: /(?:known: |knownKeys = )\[([^\]]*)\]/) {
        known.append(list.1.matches(of: /"([a-z-]+)"/).map { String($0.1) }.sorted())
      }
    }
    #expect(Set(known.filter { !$0.isEmpty }) == Set(levels))
  }

  @Test("the words of the schema of handoff.yml are those that are read")
  func policyWords() throws {
    let schema = try schema("handoff")
    let push = try properties(schema, "push")
    #expect(Set(words(push["block"])) == Set(PushRule.Problem.allCases.map(\.rawValue)))
    #expect(words(push["warn"]) == words(push["block"]))
    let review = try properties(schema, "review")
    #expect(Set(words(review["items"])) == Set(ReviewRule.Subject.allCases.map(\.rawValue)))
    #expect(Set(words(review["changes"])) == Set(ReviewRule.Change.allCases.map(\.rawValue)))
    #expect(Set(words(review["weight"])) == Set(ReviewRule.Weight.allCases.map(\.rawValue)))
    let commits = try properties(schema, "commits")
    #expect(words(commits["require"]) == CommitRules.Requirement.allCases.map(\.rawValue))
    let kinds = try properties(schema, "commits", "exempt")["kinds"]
    #expect(Set(words(kinds)) == Set(CommitRules.ExemptKind.allCases.map(\.rawValue)))
    #expect(Set(words(try properties(schema)["redact"])) == Set(SensitiveKind.allCases.map(\.rawValue)))
    let adjustable = Rule.allCases.filter(\.isAdjustable).map(\.rawValue)
    #expect(Set(try properties(schema, "rules").keys) == Set(adjustable))
    #expect(Set(words(try properties(schema, "rules")[adjustable[0]])) == Set(RuleWeight.allCases.map(\.rawValue)))
    let roadmap = try properties(schema, "roadmap")
    #expect(words(roadmap["formula"]) == RoadmapSettings.Formula.allCases.map(\.rawValue))
    let weights = try properties(schema, "roadmap", "weights")
    #expect(Set(weights.keys) == Set(RoadmapSettings.Weight.allCases.map(\.rawValue)))
  }
}
