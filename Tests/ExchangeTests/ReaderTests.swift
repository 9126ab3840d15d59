import Exchange
import PlanModel
import Testing

@Suite("Plans of other tools") struct ReaderTests {
  private func file(_ path: String, _ text: String) -> ForeignFile { ForeignFile(path: path, bytes: Array(text.utf8)) }

  private func item(_ path: String, _ text: String) throws -> ForeignItem {
    let file = file(path, text)
    let tool = try #require(ForeignTool.recognise(file))
    return try #require(tool.read([file]).items.first)
  }

  private static let task = """
    ---
    id: task-12
    title: CLI: mute mails
    status: In Progress
    assignee: @ada
    labels: [cli, @mail]
    dependencies: [task-3]
    ---

    ## Description

    <!-- SECTION:DESCRIPTION:BEGIN -->
    Mails are too many.
    <!-- SECTION:DESCRIPTION:END -->

    ## Acceptance Criteria
    <!-- AC:BEGIN -->
    - [x] #1 No mail for a comment
    - [ ] #2 Security mails arrive
    <!-- AC:END -->

    ## Implementation Notes

    Nothing yet.
    """

  @Test("a Backlog.md task keeps its criteria, dependencies and state, also where its front matter is no YAML")
  func backlog() throws {
    let item = try item("backlog/tasks/task-12 - Mute.md", Self.task)
    #expect(item.key == "task-12")
    #expect(item.title == "CLI: mute mails")
    #expect(item.status == .active)
    #expect(item.owner == "@ada")
    #expect(item.dependsOn == ["task-3"])
    #expect(item.narrative.contains("Mails are too many."))
    #expect(!item.narrative.contains("SECTION"))
    #expect(item.criteria.map(\.title) == ["No mail for a comment", "Security mails arrive"])
    #expect(item.notes.map(\.name) == ["labels", "Implementation Notes", "ticked"])
    #expect(item.notes.map(\.text).last == "AC1")
  }

  @Test(
    "where a Backlog.md file lies tells its state",
    arguments: [
      ("backlog/drafts/task-12.md", StoryStatus.draft), ("backlog/completed/task-12.md", .shipped),
      ("backlog/archive/tasks/task-12.md", .dropped),
    ])
  func places(path: String, status: StoryStatus) throws {
    #expect(try item(path, Self.task).status == status)
  }

  @Test("records without an id are told with their lines, however many")
  func nameless() {
    let text = String(repeating: "{}\n", count: 30_000) + "{\"id\":\"b-1\",\"title\":\"t\"}\n{}\n"
    let plan = ForeignTool.beads.read([ForeignFile(path: "a.jsonl", bytes: Array(text.utf8))])
    #expect(plan.items.map(\.key) == ["b-1"])
    #expect(plan.findings.map(\.line) == Array(1...30_000) + [30_002])
  }

  @Test("a beads issue keeps every field: what has no place is a note under its own name")
  func beads() throws {
    let item = try item(
      "issues.jsonl",
      """
      {"id":"bd-1","title":"Mute","description":"Too many.","acceptance_criteria":"- [ ] none\\n- all","status":"blocked",\
      "priority":1,"issue_type":"bug","labels":["a","b"],"assignee":"ada","empty":"","none":null,\
      "dependencies":[{"depends_on_id":"bd-2","type":"blocks"},{"depends_on_id":"bd-3","type":"parent-child"},\
      {"depends_on_id":"bd-4","type":"related"}],"comments":[{"by":"bo"}]}
      """)
    #expect(item.status == .ready)
    #expect(item.criteria.map(\.title) == ["none", "all"])
    #expect(item.dependsOn == ["bd-2"])
    #expect(item.parents == ["bd-3"])
    #expect(
      item.notes.map { "\($0.name): \($0.text)" } == [
        "status: blocked", "related: bd-4", "priority: 1", "issue_type: bug", "labels: a, b",
        "comments: ```json\n[{\"by\":\"bo\"}]\n```",
      ])
  }

  @Test("a line that is no JSON is told with its place, and the others are read")
  func brokenLine() {
    let file = file("i.jsonl", #"{"id":"bd-1","title":"A","issue_type":"task"}"# + "\n{oops\n")
    let plan = ForeignTool.beads.read([file])
    #expect(plan.items.map(\.key) == ["bd-1"])
    #expect(plan.findings.map(\.line) == [2])
  }

  @Test("a subtask of task-master is a story of its own, and its neighbours keep their numbers")
  func taskMaster() throws {
    let text = """
      {"master":{"tasks":[{"id":5,"title":"Mute","status":"pending","dependencies":[4],"testStrategy":"Post a comment.",
      "details":"x","subtasks":[{"id":1,"title":"A","dependencies":[],"status":"done"},
      {"id":2,"title":"B","dependencies":[1,"4.1"],"status":"cancelled"}]}]},
      "next":{"tasks":[{"id":1,"title":"C","status":"pending","dependencies":[]}]}}
      """
    let file = file("tasks.json", text)
    #expect(ForeignTool.recognise(file) == .taskMaster)
    let items = ForeignTool.taskMaster.read([file]).items
    #expect(items.map(\.key) == ["5", "5.1", "5.2", "next/1"])
    #expect(items.map(\.status) == [.ready, .shipped, .dropped, .ready])
    #expect(items[2].dependsOn == ["5.1", "4.1"])
    #expect(items[0].criteria.map(\.title) == ["Post a comment."])
  }

  @Test("scenarios are criteria that their tests prove; tables and doc strings stay as they are")
  func gherkin() throws {
    let item = try item(
      "features/mute.feature",
      """
      @mail
      Feature: Mute
        As an owner
        Background:
          Given an account
        @slow
        Scenario: Say "no"
          When I mute
          Then no mail is sent
        Scenario Outline: Each <kind> of <n> mails
          Given a doc
            \"\"\"
            Scenario: not one
            \"\"\"
          Examples:
            | a |
            | 1 |
      """)
    #expect(item.title == "Mute")
    #expect(item.narrative == "As an owner")
    #expect(item.criteria.map(\.title) == ["Say \"no\"", "Each <kind> of <n> mails"])
    // The names of its tests have values there.
    #expect(item.criteria[1].conditions == [#"test: "Each * of * mails""#])
    #expect(item.criteria[0].conditions == [#"test: "Say \"no\"""#])
    #expect(item.criteria[0].text == "When I mute\nThen no mail is sent")
    #expect(item.criteria[1].text.hasPrefix("```gherkin\nGiven a doc"))
    #expect(item.criteria[1].text.contains("Scenario: not one"))
    #expect(item.notes.map(\.text) == ["@mail", "Given an account", "AC1: @slow"])
  }

  @Test("comments of a feature are no words of it, and a rule without a description is kept with its criteria")
  func rules() throws {
    let item = try item(
      "features/mute.feature",
      """
      # language: en
      @mail
      Feature: Mute
        As an owner
        ## not a heading

        Background: nothing here
        @own
        Rule: Only the owner may mute
          Scenario: One
            # odd
            Given a
          Scenario: Two
            Given b
        Rule: Others may look
          They do.
          Scenario: Three
            Given c
        Rule: Later
      """)
    #expect(item.narrative == "As an owner\n")
    #expect(item.criteria[0].text == "```gherkin\n# odd\nGiven a\n```")
    #expect(
      item.notes.map { "\($0.name): \($0.text)" } == [
        "tags: @mail", "comment: language: en", "comment: not a heading", "Background: nothing here",
        "Rule: AC1, AC2: Only the owner may mute", "tags: Rule Only the owner may mute: @own",
        "Rule: AC3: Others may look", "Rule: Others may look: ```gherkin\nThey do.\n```", "Rule: Later",
      ])
  }

  @Test("an OpenSpec change is an intent, its requirements stories, their scenarios criteria")
  func openSpec() {
    let files = [
      file(
        "openspec/changes/add-mute/proposal.md", "## Why\nToo many.\n\n## What Changes\n- mute\n\n## Impact\nnone\n"),
      file(
        "openspec/changes/add-mute/specs/mail/spec.md",
        "## ADDED Requirements\n### Requirement: Mute\nIt SHALL.\n#### Scenario: One\n- **WHEN** a\n- **THEN** b\n"),
      file("openspec/changes/add-mute/tasks.md", "- [x] one\n- [ ] two\n"),
    ]
    let items = ForeignTool.openspec.read(files).items
    #expect(items.map(\.key) == ["changes/add-mute", "changes/add-mute/mail/mute"])
    #expect(items[0].narrative == "Too many.")
    #expect(items.map(\.status) == [.active, .active])
    #expect(items[0].notes.map(\.name) == ["Impact", "tasks.md"])
    #expect(items[1].narrative == "It SHALL.")
    #expect(items[1].criteria.map(\.title) == ["One"])
    #expect(items[1].criteria[0].text == "- **WHEN** a\n- **THEN** b")
  }

  @Test("a feature of spec-kit is an intent, its user stories stories; what is to be clarified is asked")
  func specKit() throws {
    let spec = file(
      "specs/001-mute/spec.md",
      """
      # Feature Specification: Mute mails

      **Status**: Draft
      **Input**: User description: "mute"

      ## User Scenarios & Testing
      ### User Story 1 - Mute all (Priority: P1)
      An owner mutes.

      1. **Given** a, **When** b, **Then** c
      ### Edge Cases
      - what then?
      ## Requirements
      - **FR-001**: System MUST mute [NEEDS CLARIFICATION: digests too?]
      ## Success Criteria
      - **SC-001**: fewer mails
      """)
    #expect(ForeignTool.recognise(spec) == .specKit)
    let items = ForeignTool.specKit.read([spec]).items
    #expect(items.map(\.key) == ["001-mute", "001-mute/US1"])
    #expect(items.map(\.title) == ["Mute mails", "Mute all"])
    #expect(items[0].constraints == ["**FR-001**: System MUST mute [NEEDS CLARIFICATION: digests too?]"])
    #expect(items[0].goals == ["**SC-001**: fewer mails"])
    #expect(items[0].questions == ["digests too?"])
    #expect(items[1].criteria.map(\.title) == ["**Given** a, **When** b, **Then** c"])
  }

  @Test("a requirement of Doorstop keeps its text, and its links name parents")
  func doorstop() throws {
    let item = try item(
      "reqs/REQ002.yml",
      "active: true\nheader: |\n  Mute\nlevel: 1.2\nlinks:\n- REQ001: abc=\nreviewed: x\ntext: |\n  It **shall** mute.\n"
    )
    #expect(item.key == "REQ002")
    #expect(item.title == "Mute")
    #expect(item.parents == ["REQ001"])
    #expect(item.status == .ready)
    #expect(item.notes.map(\.name) == ["reviewed link", "level", "reviewed"])
  }

  @Test(
    "files of nobody are nobody's",
    arguments: [
      ("README.md", "# Tasks\n"), ("package.json", "{\"tasks\":[]}"), ("a.jsonl", "{\"id\":1}"), ("x.yml", "a: 1\n"),
      ("tasks/st.md", "---\nid: st-9c4t8wq2\ntitle: ours\n---\n"),
    ])
  func strangers(path: String, text: String) {
    #expect(ForeignTool.recognise(file(path, text)) == nil)
  }

  @Test(
    "a field that nobody knows stands in the notes under its name, whatever it holds",
    arguments: [
      ("backlog/tasks/task-1.md", "---\nid: task-1\ntitle: A\nmood: zq1\nowner: {name: zq2}\n---\n## Mood\n\nzq3\n"),
      ("i.jsonl", #"{"id":"b","title":"A","issue_type":"bug","mood":"zq1","x":{"y":"zq2"},"assignee":["zq3"]}"#),
      (
        "tasks.json",
        #"{"tasks":[{"id":1,"title":"A","status":"x","mood":"zq1","assignee":{"y":"zq2"},"details":["zq3"]}]}"#
      ),
      ("reqs/R1.yml", "level: 1\ntext: A\nreviewed: x\nmood: zq1\nextra:\n  y: zq2\nother: [zq3]\n"),
      ("a.feature", "# zq1\n@zq2 # zq4\nFeature: A\n  zq3\n"),
      ("openspec/changes/a/proposal.md", "# zq1\n\n## Mood\n\nzq2\n\n## Why\n\nzq3\n\n## Why\n\nzq4\n"),
      ("openspec/changes/a/specs/b/spec.md", "# zq1\n\nzq2\n\n## ADDED Requirements\n\n### Mood\n\nzq3\n"),
      ("specs/001-a/spec.md", "# A\n\n**Mood**: zq1\n\n## Mood\n\nzq2\n\n## Requirements\n\n- zq3\n\nzq4\n"),
    ])
  func unknownFields(path: String, text: String) throws {
    let file = file(path, text)
    let tool = try #require(ForeignTool.recognise(file))
    let item = try #require(tool.read([file]).items.first)
    let places = item.notes.map { "\($0.name) \($0.text)" } + item.goals + item.constraints
    let all = ([item.narrative, item.outcome] + places).joined(separator: "\n")
    for number in 1...4 where text.contains("zq\(number)") { #expect(all.contains("zq\(number)"), "\(all)") }
    if text.contains("mood") { #expect(item.notes.contains { $0.name == "mood" && $0.text == "zq1" }) }
  }

  @Test("a tag of task-master that says something of itself is an intent, and its tasks belong to it")
  func tags() {
    let text = """
      {"next":{"tasks":[{"id":1,"title":"C","status":"pending","subtasks":[{"id":1,"title":"D","parentId":"7"}]}],
      "metadata":{"description":"Soon","created":"2025"}}}
      """
    let items = ForeignTool.taskMaster.read([file("tasks.json", text)]).items
    #expect(items.map(\.key) == ["tag:next", "next/1", "next/1.1"])
    #expect(items[0].narrative == "Soon")
    #expect(items[0].notes.map(\.name) == ["created"])
    #expect(items[1].parents == ["tag:next"])
    #expect(items[2].notes.map { "\($0.name) \($0.text)" } == ["parentId 7"])
  }

  @Test(
    "a heading by its underline beside a stray carriage return is read",
    arguments: ForeignTool.allCases.filter { $0 != .handoff })
  func strayReturns(_ tool: ForeignTool) {
    let text =
      "---\nid: st-9c4t8wq2\ntitle: \rute\nstatus: Acceptance ready\ndepends-on: [st-aaaaaaaa]\n\r--\n\n"
      + "As an owner.\n\n#' Acce: Quiet\n\n## Const st-94c8ptance criteria\n\n### nce criterials\n\n##"
    for path in ["openspec/specs/a/spec.md", ".specify/specs/001-a/spec.md", "backlog/tasks/task-1 - a.md"] {
      let plan = tool.read([ForeignFile(path: path, bytes: Array(text.utf8))])
      #expect(!plan.items.isEmpty || plan.passedOver == [path] || !plan.findings.isEmpty, "\(path)")
    }
  }
}
