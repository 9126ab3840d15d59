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

  @Test("spec-kit: plans, phases of tasks, checklists and contracts, as its templates have them")
  func specKitFiles() throws {
    let plan = """
      # Implementation Plan: zz01

      **Branch**: `zz02` | **Date**: zz03 | **Spec**: [zz04](zz05)

      ## Summary

      zz06

      ## Technical Context

      **Language/Version**: zz07
      **Performance Goals**: NEEDS CLARIFICATION zz08

      ## Constitution Check

      *GATE: zz09*

      ## Project Structure

      ```text
      specs/zz10/
      ├── zz11
      ```

      **Structure Decision**: zz12

      | Violation | Why Needed |
      |-----------|------------|
      | zz13 | zz14 |
      """
    let tasks = """
      ---
      description: "zz15"
      ---

      # Tasks: zz16

      **Prerequisites**: zz17

      ## Format: `[ID] [P?] [Story] zz18`

      <!-- zz19 -->

      ## Phase 1: zz20

      **Purpose**: zz21

      - [ ] T001 zz22
      - [x] T002 [P] zz23

      ---

      ## Phase 2: User Story 1 - zz24 (Priority: P1) 🎯 MVP

      > **NOTE: zz25**

      - [ ] T003 [P] [US1] zz26 in zz27/zz28.py
        - zz29

      **Checkpoint**: zz30
      """
    let files = [
      ("specs/001-albums/spec.md", "# Feature Specification: zz31\n\n## User Scenarios & Testing\n\nzz32\n"),
      ("specs/001-albums/plan.md", plan), ("specs/001-albums/tasks.md", tasks),
      ("specs/001-albums/research.md", "# zz33\n\n- Decision: zz34\n"),
      ("specs/001-albums/data-model.md", "## zz35\n\n- zz36: zz37\n"),
      ("specs/001-albums/quickstart.md", "zz38\n=====\n\n1. zz39\n"),
      ("specs/001-albums/checklists/ux.md", "- [ ] CHK001 zz40 [Gap]\n"),
      ("specs/001-albums/contracts/api.md", "```yaml\nzz41: zz42\n```\n"),
    ]
    #expect(try lost(files) == [])
  }

  @Test("spec-kit: a specification as its templates were before October 2025 has one story with its scenarios")
  func olderSpecKit() throws {
    let spec = """
      # Feature Specification: zz01

      **Feature Branch**: `zz02`\u{20}\u{20}
      **Status**: Draft\u{20}\u{20}
      **Input**: User description: "zz03"

      ## Execution Flow (main)
      ```
      1. zz04
         → If empty: ERROR "zz05"
      ```

      ---

      ## ⚡ Quick Guidelines
      - ✅ zz06

      ### Section Requirements
      - **zz07**: zz08

      ## User Scenarios & Testing *(mandatory)*

      ### Primary User Story
      zz09 [NEEDS CLARIFICATION: zz10]

      ### Acceptance Scenarios
      1. **Given** zz11, **When** zz12, **Then** zz13
      2. **Given** zz14
      zz15

      ### Edge Cases
      - zz16

      ## Requirements *(mandatory)*

      ### Functional Requirements
      - **FR-001**: System MUST zz17

      *zz18:*
      - **FR-002**: zz19 [NEEDS CLARIFICATION: zz20]

      ### Key Entities *(include if feature involves data)*
      - **zz21**: zz22

      ## Review & Acceptance Checklist
      *GATE: zz23*

      ### Content Quality
      - [ ] zz24

      ## Execution Status
      - [x] zz25
      """
    #expect(try lost([("specs/001-albums/spec.md", spec)]) == [])
    let items = ForeignTool.specKit.read([file("specs/001-albums/spec.md", spec)]).items
    #expect(items.map(\.key) == ["001-albums", "001-albums/US1"])
    #expect(items.last?.title == "zz01" && items.last?.criteria.count == 2 && items.last?.parents == ["001-albums"])
    #expect(items.last?.questions == ["zz10"] && items.first?.questions == ["zz20"])
  }

  @Test("OpenSpec: requirements that a delta modifies, removes and renames")
  func openSpecDeltas() throws {
    let delta = """
      ## MODIFIED Requirements

      ### Requirement: zz01

      zz02

      #### Scenario: zz03

      - **GIVEN** zz04
      - **WHEN** zz05

      ## REMOVED Requirements

      ### Requirement: zz06

      **Reason**: zz07
      **Migration**: zz08

      ## RENAMED Requirements

      - FROM: `### Requirement: zz09`
      - TO: `### Requirement: zz10`
      """
    let files = [
      ("openspec/changes/change-x/proposal.md", "## Why\n\nzz11\n\n## Impact\n\n- zz12\n"),
      ("openspec/changes/change-x/design.md", "# zz13\n\n## Context\n\nzz14\n"),
      ("openspec/changes/change-x/specs/mail/spec.md", delta),
      ("openspec/changes/change-x/specs/web/spec.md", "## ADDED Requirements\n\n### Requirement: zz15\n\nzz16\n"),
      ("openspec/changes/archive/2025-01-02-old/proposal.md", "## Why\n\nzz17\n"),
    ]
    #expect(try lost(files) == [])
  }

  @Test("beads: each kind of dependency, and those that lead nowhere")
  func beadsDependencies() throws {
    let kinds = ["blocks", "parent-child", "related", "discovered-from", "zz01"]
    let dependencies = kinds.enumerated().map { index, kind in
      #"{"issue_id":"bd-1","depends_on_id":"zz1\#(index)","type":"\#(kind)","created_at":"zz2\#(index)"}"#
    }
    let issue =
      #"{"id":"bd-1","title":"One","status":"open","issue_type":"task","dependencies":["#
      + dependencies.joined(separator: ",") + "]}"
    let other =
      #"{"id":"zz10","title":"Two","status":"closed","issue_type":"bug","close_reason":"zz03","odd":{"zz04":["zz05"]}}"#
    #expect(try lost([(".beads/issues.jsonl", issue + "\n" + other)]) == [])
    let items = ForeignTool.beads.read([file(".beads/issues.jsonl", issue + "\n" + other)]).items
    #expect(items.first?.dependsOn.contains("zz10") == true)
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
