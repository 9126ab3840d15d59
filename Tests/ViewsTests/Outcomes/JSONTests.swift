import Foundation
import PlanModel
import Testing
import Views
import Workflow

/// The keys that others build on (docs/reference): more may be added, these stay.
@Suite("Outcomes as JSON") struct JSONTests {
  @Test("intake")
  func intake() throws {
    let stage = try Stage()
    let document = try Document(IntakeView.json(stage.intake), kind: "intake")
    try document["source"].expect(keys: ["id", "kind", "title", "statements", "path"])
  }

  @Test("check")
  func check() throws {
    let stage = try Stage()
    let document = try Document(CheckView.json(try stage.workspace.check()), kind: "check")
    try document["findings"].first.expect(keys: ["rule", "severity", "path", "line", "column", "message", "fix"])
  }

  @Test("index")
  func index() throws {
    let stage = try Stage()
    let document = try Document(IndexView.json(try stage.workspace.index()), kind: "index")
    try document.expect(keys: [
      "commit", "current", "files", "lines", "definitions", "commits", "languages", "told_apart", "by_path_alone",
      "without_definitions", "path", "bytes", "stored", "ctags",
    ])
    try document["languages"].first.expect(keys: ["name", "files", "lines"])
  }

  @Test("verify")
  func verify() throws {
    let stage = try Stage()
    try stage.work()
    let document = try Document(VerifyView.json(try stage.verified()), kind: "verify")
    try document.expect(keys: ["range", "stories", "commits", "policy"])
    let story = try document["stories"].first
    try story.expect(keys: ["id", "title", "verdict", "criteria"])
    try story["criteria"].first.expect(keys: ["id", "text", "verdict", "evidence"])
    try story["criteria"].first["evidence"].first.expect(keys: ["outcome", "text"])
    try document["commits"].first.expect(keys: ["id", "stories", "problem"])
    try document["policy"].expect(keys: ["ok", "blocked", "warned"])
    try document["policy"]["blocked"].first.expect(keys: ["problem", "text"])
  }

  @Test("list, show, sources, log, status and start")
  func looking() throws {
    let stage = try Stage()
    let workspace = stage.workspace
    try Document(ListView.json(try workspace.list(ListOptions())), kind: "list")["items"].first
      .expect(keys: ["id", "kind", "title", "status", "owner", "intent", "path"])
    try Document(ShowView.json(try workspace.show(Stage.story)), kind: "show")["story"]
      .expect(keys: ["id", "title", "status", "criteria", "citations", "code", "questions", "path"])
    try Document(ShowView.json(try workspace.show("in-k3f9ab2x")), kind: "show").expect(keys: ["intent", "stories"])
    try Document(ShowView.json(try workspace.show("\(stage.source)")), kind: "show")["statements"].first
      .expect(keys: ["ref", "speaker", "time", "text"])
    try Document(SourcesView.json(try workspace.sources()), kind: "sources")["sources"].first
      .expect(keys: ["id", "kind", "title", "statements", "path"])
    try Document(StartView.json(try workspace.start(Stage.story)), kind: "start")
      .expect(keys: ["story", "branch", "new", "committed"])
    try Document(StatusView.json(try workspace.status()), kind: "status")
      .expect(keys: ["branch", "story", "stories", "unlinked", "suggestions"])
    try Document(LogView.json(try workspace.log(Stage.story)), kind: "log")
      .expect(keys: ["story", "intent", "said", "commits", "sign_offs", "report"])
  }

  @Test("what changes something says what it changed")
  func changing() throws {
    let stage = try Stage()
    let workspace = stage.workspace
    try Document(SetView.json(try workspace.set(Stage.story, "owner", to: "sam")), kind: "set")
      .expect(keys: ["id", "path", "field", "before", "after", "findings", "open"])
    let new = try workspace.add(workspace.newStory(NewStoryOptions(title: "Weekly digest")))
    try Document(NewItemView.json(new), kind: "new-story").expect(keys: ["id", "title", "path", "findings"])
    let signed = try workspace.signOff(SignOffOptions(.accepted, target: Stage.story, role: "support"))
    try Document(SignOffView.json(signed), kind: "sign-off")["sign_offs"].first
      .expect(keys: ["criterion", "act", "role", "by", "at", "wording", "path"])
    try Document(LinkView.json(try workspace.link("HEAD", to: Stage.story), isLinked: true), kind: "link")
      .expect(keys: ["commit", "story", "changed"])
    let hooks = try Document(HooksView.json(try workspace.installHooks()), kind: "hooks")
    try hooks["hooks"].first.expect(keys: ["name", "state"])
    try Document(InitView.json(try workspace.initialise()), kind: "init")
      .expect(keys: ["top", "written", "kept", "hooks"])
  }
}

/// A document as a script reads it.
private struct Document {
  let value: Any

  init(_ document: JSONValue, kind: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(document.text.utf8))
    #expect((value as? [String: Any])?["schema"] as? String == "handoff/1")
    #expect((value as? [String: Any])?["kind"] as? String == kind)
  }

  private init(value: Any) { self.value = value }

  subscript(key: String) -> Document {
    get throws { Document(value: try #require((value as? [String: Any])?[key], "no key \(key)")) }
  }

  var first: Document {
    get throws { Document(value: try #require((value as? [Any])?.first, "an empty list")) }
  }

  func expect(keys: Set<String>, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let found = Set(try #require(value as? [String: Any], sourceLocation: sourceLocation).keys)
    #expect(keys.subtracting(found) == [], sourceLocation: sourceLocation)
  }
}
