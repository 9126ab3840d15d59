import Exchange
import PlanModel
import Testing

@Suite("Every field of other tools is accounted for") struct AccountingTests {
  private func file(_ path: String, _ text: String) -> ForeignFile { ForeignFile(path: path, bytes: Array(text.utf8)) }

  /// All words of all items.
  private func words(_ items: [ForeignItem]) -> Set<Substring> {
    var text = ""
    for item in items {
      var parts = [item.key, item.title, item.owner ?? "", item.narrative, item.outcome]
      parts += item.parents + item.dependsOn + item.goals + item.constraints + item.questions
      parts += item.criteria.flatMap { [$0.title, $0.text] + $0.conditions }
      parts += item.notes.flatMap { [$0.name, $0.text] }
      text += parts.joined(separator: "\n") + "\n"
    }
    return Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" })
  }

  /// The marks `zz01`, `zz02` … of a text that are in no item.
  private func lost(_ files: [(String, String)]) throws -> [Substring] {
    let files = files.map { file($0.0, $0.1) }
    let tool = try #require(files.lazy.compactMap { ForeignTool.recognise($0) }.first)
    let found = words(tool.read(files).items)
    let marks = files.flatMap { file in
      String(decoding: file.bytes, as: UTF8.self).split { !$0.isLetter && !$0.isNumber }.filter { $0.hasPrefix("zz") }
    }
    try #require(marks.count > 4)
    return marks.filter { !found.contains($0) }
  }

  @Test("Backlog.md: front matter, sections, comments and texts above a line of dashes")
  func backlog() throws {
    let task = """
      ---
      id: task-12
      title: zz01
      status: zz02
      assignee: [zz03, zz04]
      reporter: zz05
      labels: [zz06]
      dependencies: [zz07]
      parent_task_id: zz08
      milestone: zz09
      ordinal: zz10
      odd: {deep: [zz11, {zz12: zz13}]}
      ---
      zz14
      zz15
      ---

      ## Description

      zz16

      zz17
      zz18
      ---

      ## Acceptance Criteria
      <!-- AC:BEGIN -->
      zz19
      - [x] #1 zz20
        zz21
      ### zz22
      - [ ] zz23
      <!-- AC:END -->

      zz24
      zz25
      ---

      ## Comments

      author: zz26
      created: zz27
      ---
      zz28
      ---
      author: zz29
      created: zz30
      ---

      zz31
      zz32
      ---
      ## zz33

      zz34
      """
    #expect(try lost([("backlog/tasks/task-12 - X.md", task)]) == [])
  }

  @Test("task-master: every member, headings within a test strategy among them")
  func taskMaster() throws {
    let text = #"""
      {"master": {"tasks": [{"id": 1, "title": "zz01", "status": "zz02", "description": "zz03", "details": "zz04",
       "priority": "zz05", "assignee": "zz06", "dependencies": ["zz07"], "tags": ["zz08"], "odd": {"zz09": ["zz10"]},
       "testStrategy": "zz11\n\n## zz12\n\n- zz13\n- zz14\n\nzz15\n-----\n\nzz16",
       "acceptanceCriteria": "## zz17\n- zz18\n\nzz19",
       "subtasks": [{"id": 1, "title": "zz20", "status": "pending", "details": "zz21", "parentId": 9, "odd": "zz22"}]}],
       "metadata": {"description": "zz23", "created": "zz24"}}}
      """#
    #expect(try lost([("tasks.json", text)]) == [])
  }

  @Test("beads: every member of an issue and of its dependencies")
  func beads() throws {
    let text = #"""
      {"id":"bd-1","title":"zz01","description":"zz02","status":"zz03","priority":1,"issue_type":"zz04","assignee":"zz05","labels":["zz06"],"acceptance_criteria":"## zz07\n- zz08\n\nzz09","design":"zz10","notes":"zz11","dependencies":[{"issue_id":"bd-1","depends_on_id":"zz12","type":"blocks","created_by":"zz13"},{"depends_on_id":"zz14","type":"zz15"}],"comments":[{"author":"zz16","text":"zz17"}]}
      """#
    #expect(try lost([(".beads/issues.jsonl", text)]) == [])
  }

  @Test("spec-kit: each part of a specification, and the files beside it")
  func specKit() throws {
    let spec = """
      # Feature Specification: zz01

      **Feature Branch**: `zz02`
      **Status**: zz03
      **Input**: zz04

      zz05

      ## User Scenarios & Testing *(mandatory)*

      zz06

      - zz07

      ### User Story 1 - zz08 (Priority: zz09)

      zz10

      **Why this priority**: zz11

      **Acceptance Scenarios**:

      1. **Given** zz12, **When** zz13,
         **Then** zz14

      #### zz15

      - zz16

      ### Edge Cases

      - zz17 [NEEDS CLARIFICATION: zz18]

      ## Requirements *(mandatory)*

      zz19

      ### Functional Requirements

      - **FR-001**: zz20
        - zz21

      ### Key Entities *(zz22)*

      - **zz23**: zz24

      ## Success Criteria

      ### Measurable Outcomes

      - **SC-001**: zz25

      zz26
      zz27
      ---

      ## Assumptions

      - zz28
      """
    let files = [
      ("specs/001-albums/spec.md", spec), ("specs/001-albums/plan.md", "# zz29\n\nzz30\n"),
      ("specs/001-albums/contracts/api.md", "zz31"),
    ]
    #expect(try lost(files) == [])
  }

  @Test("OpenSpec: proposals, deltas and what stands beside requirements")
  func openSpec() throws {
    let proposal =
      "# zz01\n\nzz02\n\n## Why\n\nzz03\nzz04\n---\n\nzz05\n\n## What Changes\n\n- zz06\n\n"
      + "## zz07\n\n- zz08\n"
    let delta = """
      # zz09

      zz10

      ## ADDED Requirements

      zz11

      ### Requirement: zz12

      zz13

      #### Scenario: zz14

      - **WHEN** zz15
      - **THEN** zz16

      #### zz17

      zz18

      ### zz19

      zz20
      """
    let files = [
      ("openspec/changes/add-x/proposal.md", proposal), ("openspec/changes/add-x/tasks.md", "## zz21\n- [x] zz22\n"),
      ("openspec/changes/add-x/specs/mail/spec.md", delta),
    ]
    #expect(try lost(files) == [])
  }

  @Test("Doorstop: every field of an item")
  func doorstop() throws {
    let text = """
      active: true
      derived: false
      header: |
        zz01
      level: 1.0
      links:
      - zz02: zz03
      normative: true
      ref: zz04
      references:
      - path: zz05
        type: file
      reviewed: zz06
      text: |
        zz07

        zz08
      odd: zz09
      """
    #expect(try lost([("reqs/REQ001.yml", text)]) == [])
  }

  @Test("Gherkin: tags, descriptions, backgrounds, rules, tables and examples")
  func gherkin() throws {
    let text = """
      # zz01
      @zz02
      Feature: zz03
        zz04

        Background: zz05
          Given zz06

        @zz07
        Scenario: zz08
          zz09
          Given zz10
            | zz11 | zz12 |
          When zz13
            \"\"\"
            zz14
            \"\"\"
          Then zz15

        Rule: zz16
          zz17
          Scenario Outline: zz18
            Given <zz19>
            @zz20
            Examples: zz21
              | zz19 |
              | zz22 |
      """
    #expect(try lost([("features/x.feature", text)]) == [])
  }
}
