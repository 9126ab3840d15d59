import PlanFiles
import PlanModel
import Review
import Testing

@Suite("Plan changes") struct PlanComparisonTests {
  static let story = """
    ---
    id: st-9c4t8wq2
    title: Mute
    status: ready
    ---

    As an owner, I want to mute mails.

    > Please.
    > — so-7h3q2dkm#L12

    ## Acceptance criteria

    ### AC1: Muting stops every email

    No email is sent within 2 seconds.

    ```verify
    - changed: src/**
    - unchanged: api/**
    - test: "muted *"
    - run: make mute
    - sign-off: product
    - judge: Is it clear?
    - contains: {in: "src/[a-f]*.ts", text: muteAll}
    - lacks: {in: src, text: password}
    - coverage: {of: "src/**", at-least: 80%}
    - symbol: {name: mute, in: "src/**", changed: true}
    ```

    ## Constraints

    - The API does not change.

    ## Open questions

    - [ ] Q1 (blocking): Per device?

    ## Out of scope

    - Push.
    """

  /// What became of the story when some of its text was replaced, as `kind field effect`.
  private func changes(_ old: String, _ new: String, in text: String = story) throws -> [String] {
    let edited = text.replacing(old, with: new)
    try #require(edited != text)
    let path = ".handoff/stories/st-9c4t8wq2-mute.md"
    let before = try #require(Story.read(Array(text.utf8), path: path).item)
    let after = try #require(Story.read(Array(edited.utf8), path: path).item)
    return PlanComparison.changes(from: Plan(stories: [before]), to: Plan(stories: [after])).map {
      "\($0.kind.rawValue) \($0.field) \($0.effect.rawValue)"
    }
  }

  @Test(
    "a change is told by what it does to the promise",
    arguments: [
      ("every email", "most email", "weakened AC1 weaker"), ("within 2 s", "within 1 s", "strengthened AC1 stronger"),
      ("80%", "60%", "weakened AC1.verify weaker"), ("80%", "90%", "strengthened AC1.verify stronger"),
      ("- changed: src/**", "- changed: src/a.ts", "strengthened AC1.verify stronger"),
      ("- changed: src/**", "- changed: \"**\"", "weakened AC1.verify weaker"),
      ("- unchanged: api/**", "- unchanged: api/v1/**", "weakened AC1.verify weaker"),
      ("- unchanged: api/**\n", "", "removed AC1.verify weaker"),
      ("- test: \"muted *\"", "- test: \"muted once\"", "weakened AC1.verify weaker"),
      ("- test: \"muted *\"", "- test: \"*\"", "weakened AC1.verify weaker"),
      ("- test: \"muted *\"", "- test: \"loud *\"", "changed AC1.verify weaker"),
      ("- test: \"muted *\"", "- test: \"muted **\"", "changed AC1.verify none"),
      ("- run: make mute", "- run: \"true\"", "changed AC1.verify weaker"),
      ("- sign-off: product", "- sign-off: anybody", "changed AC1.verify weaker"),
      ("- judge: Is it clear?", "- judge: Is it there?", "changed AC1.verify none"),
      ("text: muteAll", "text: mute", "weakened AC1.verify weaker"),
      ("text: muteAll", "text: muteAll now", "strengthened AC1.verify stronger"),
      ("text: muteAll", "text: log", "changed AC1.verify weaker"),
      ("text: password", "text: pass", "strengthened AC1.verify stronger"),
      ("text: password", "text: my password", "weakened AC1.verify weaker"),
      ("of: \"src/**\", at-least", "of: \"src/pay/**\", at-least", "weakened AC1.verify weaker"),
      ("of: \"src/**\", at-least", "of: \"**\", at-least", "changed AC1.verify weaker"),
      ("of: \"src/**\", at-least: 80%", "of: \"**\", at-least: 100%", "strengthened AC1.verify stronger"),
      ("of: \"src/**\", at-least: 80%", "of: \"src/pay/**\", at-least: 90%", "weakened AC1.verify weaker"),
      ("in: \"src/[a-f]*.ts\"", "in: \"**\"", "weakened AC1.verify weaker"),
      ("in: src,", "in: \"**\",", "strengthened AC1.verify stronger"),
      (", changed: true", "", "weakened AC1.verify weaker"),
      ("- The API does not change.", "- The API may change.", "weakened constraints weaker"),
      ("- The API does not change.\n", "", "removed constraints weaker"),
      ("- Push.", "- Push.\n- Mobile phones.", "added out of scope weaker"),
      ("- [ ] Q1 (blocking): Per device?", "- [x] Q1: Per device? No.", "answered Q1 none"),
      ("Q1 (blocking)", "Q1", "weakened Q1 weaker"), ("> — so-7h3q2dkm#L12", "> — so", "removed citations weaker"),
      ("src/[a-f]*.ts", "src/[b-e]*.ts", "strengthened AC1.verify stronger"),
      ("status: ready", "status: active", "changed status none"),
      ("status: ready", "status: shipped", "changed status none"),
      ("status: ready", "status: draft", "weakened status weaker"),
      ("status: ready", "status: dropped", "weakened status weaker"), ("status: ready\n", "", "weakened status weaker"),
      ("title: Mute", "title: Mute it", "changed title none"),
      ("> Please.\n", "> Please do.\n", "reworded quotation of so-7h3q2dkm#L12 weaker"),
      ("> Please.\n> — so-7h3q2dkm#L12", "See so-7h3q2dkm#L12.", "removed quotation of so-7h3q2dkm#L12 weaker"),
    ])
  func told(_ old: String, _ new: String, _ expected: String) throws {
    let found = try changes(old, new)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(
    "what only looks different is no change", arguments: [("No email is", "No  email\nis"), ("## Out", "\n\n## Out")])
  func form(_ old: String, _ new: String) throws { #expect(try changes(old, new).isEmpty) }

  @Test(
    "a constraint of which little but a number is another is the same constraint",
    arguments: [
      ("- p95 < 200 ms", "- p95 < 500 ms", "weakened constraints weaker"),
      ("- 99.9 %", "- 99.5 %", "weakened constraints weaker"),
      ("- At most 20 MB.", "- At most 50 MB.", "weakened constraints weaker"),
      ("- Max. 2 s\n- Max. 5 MB", "- Max. 8 MB\n- Max. 1 s", "strengthened constraints stronger"),
      ("- Answers in 2 s.", "- Replies within 4000 ms.", "weakened constraints weaker"),
    ])
  func numbers(_ old: String, _ new: String, _ expected: String) throws {
    let text = Self.story.replacing("- The API does not change.", with: old)
    let found = try changes(old, new, in: text)
    #expect(found.contains(expected), "\(found)")
    #expect(!found.contains { $0.hasPrefix("added") || $0.hasPrefix("removed") }, "\(found)")
  }

  @Test("a sign-off that is changed is told by all that is other in it, under its story's title")
  func prolonged() throws {
    let story = try #require(Story.read(Array(Self.story.utf8), path: ".handoff/stories/st-9c4t8wq2-mute.md").item)
    var waiver = SignOff(
      story: story.id, criterion: CriterionID(1), act: .waived, role: "product", by: "Ada <ada@example.com>",
      at: "2026-01-04T10:00:00Z", wording: "w1:0123456789abcdef", reason: "Waits", expires: "2026-02-01", file: "a.yml")
    let old = Plan(stories: [story], signOffs: [waiver])
    waiver.expires = "2026-12-31"
    waiver.reason = "Still waits"
    let changes = PlanComparison.changes(from: old, to: Plan(stories: [story], signOffs: [waiver]))
    let words = "waived for product by Ada <ada@example.com> until"
    #expect(changes.map(\.before) == ["\(words) 2026-02-01: Waits"])
    #expect(changes.map(\.after) == ["\(words) 2026-12-31: Still waits"])
    #expect(changes.map(\.title) == ["Mute"] && changes.map(\.effect) == [.weaker])
  }

  @Test("constraints that only have a number in common are two")
  func others() throws {
    let text = Self.story.replacing("- The API does not change.", with: "- Uploads: 20 MB")
    let found = try changes("- Uploads: 20 MB", "- Exports: 50 MB", in: text)
    #expect(found == ["removed constraints weaker", "added constraints stronger"])
  }

  @Test("a criterion that is gone is a promise that is gone")
  func removedCriterion() throws {
    let found = try changes("### AC1: Muting stops every email", "### AC2: Muting stops every email")
    #expect(found == ["added AC2 stronger", "removed AC1 weaker"])
  }

  @Test("a criterion that another story has now is not gone, but for one that promises nothing or asks for less")
  func movedCriterion() throws {
    let path = ".handoff/stories/st-9c4t8wq2-mute.md"
    let before = try #require(Story.read(Array(Self.story.utf8), path: path).item)
    var after = before
    after.criteria = []
    func changes(_ status: StoryStatus, _ conditions: [Condition]) throws -> [String] {
      let id = try #require(ID<Story>("st-5t0w9xhv"))
      var other = Story(id: id, title: "Part two", file: "b.md", status: status)
      var criterion = try #require(before.criteria.first)
      criterion.conditions = conditions
      other.criteria = [criterion]
      return PlanComparison.changes(from: Plan(stories: [before]), to: Plan(stories: [after, other])).filter {
        $0.field == "AC1"
      }.map { "\($0.kind.rawValue) \($0.effect.rawValue) \($0.after ?? "")" }
    }
    let all = try #require(before.criteria.first).conditions
    #expect(try changes(.ready, all) == ["changed none AC1 of st-5t0w9xhv"])
    #expect(try changes(.draft, all) == ["removed weaker "])
    #expect(try changes(.ready, Array(all.dropFirst())) == ["removed weaker "])
  }

  @Test("what is a draft or dropped promises nothing, and what is agreed promises more than before")
  func status() throws {
    let draft = Self.story.replacing("status: ready", with: "status: draft")
    #expect(try changes("status: draft", "status: ready", in: draft) == ["strengthened status stronger"])
    #expect(try changes("status: draft", "status: dropped", in: draft) == ["changed status none"])
    let id = try #require(ID<Intent>("in-k3f9ab2x"))
    func intent(_ status: IntentStatus) -> Plan {
      Plan(intents: [Intent(id: id, title: "Mute", file: "i.md", status: status)])
    }
    let told = PlanComparison.changes(from: intent(.achieved), to: intent(.dropped))
    #expect(told.map(\.kind) == [.weakened])
    #expect(PlanComparison.changes(from: intent(.active), to: intent(.achieved)).map(\.effect) == [.none])
    let decided = try #require(ID<Decision>("de-5t0w9xhv"))
    func decision(_ status: DecisionStatus) -> Plan {
      Plan(decisions: [Decision(id: decided, title: "One switch", file: "d.md", status: status)])
    }
    #expect(PlanComparison.changes(from: decision(.accepted), to: decision(.proposed)).map(\.effect) == [.weaker])
    let replaced = PlanComparison.changes(from: decision(.accepted), to: decision(.superseded))
    #expect(replaced.map(\.kind).contains(.superseded))
  }

  @Test("a policy that lets more pass is weaker, whatever the order of its rules")
  func policy() {
    var old = Policy()
    old.push = [PushRule(refs: [Glob("main")], block: [.unmet, .unlinked]), PushRule(refs: [Glob("*")], block: [])]
    var new = old
    new.push.insert(PushRule(refs: [Glob("*")], block: [.unlinked]), at: 0)
    new.commits.require = .none
    let found = PlanComparison.changes(from: Plan(policy: old), to: Plan(policy: new))
    #expect(
      found.map { "\($0.field) \($0.effect.rawValue)" }
        == ["commits.require weaker", "push.* stronger", "push.main weaker"]
        || found.map { "\($0.field) \($0.effect.rawValue)" }
          == ["commits.require weaker", "push.main weaker", "push.* stronger"]
    )
  }

  @Test(
    "a rule for a pattern that goes is told for what the pattern matches",
    arguments: ["release/*", "release/**", "v?", "v[0-9].*", "*"])
  func pattern(_ pattern: String) {
    var old = Policy()
    old.push = [
      PushRule(refs: [Glob("main"), Glob(pattern)], block: [.unmet, .unlinked]), PushRule(refs: [Glob("*")], block: []),
    ]
    var new = old
    new.push[0].refs = [Glob("main")]
    let found = PlanComparison.changes(from: Plan(policy: old), to: Plan(policy: new))
    #expect(found.map { "\($0.field) \($0.effect.rawValue)" } == ["push.\(pattern) weaker"])
    #expect(PlanComparison.changes(from: Plan(policy: new), to: Plan(policy: old)).map(\.effect) == [.stronger])
  }

  @Test("what somebody is said to have said cannot become other words unseen, and more of it is no change of that")
  func words() throws {
    func source(_ lines: [(String, String)]) throws -> Plan {
      let statements = lines.map { Statement(turn: 1, speaker: $0.0, text: $0.1) }
      let id = try #require(ID<Source>("so-7h3q2dkm"))
      return Plan(sources: [
        Source(
          id: id, title: "Names", file: "s.yml", format: .mail, revisions: [], statements: StatementList(statements))
      ])
    }
    let before = try source([("Cleo", "Keep no names longer than a day."), ("Dora", "Nor ours.")])
    let after = try source([("Cleo", "Keep no names longer than a year."), ("Eve", "Nor ours."), ("Eve", "Thanks.")])
    let found = PlanComparison.changes(from: before, to: after)
    #expect(found.map(\.field) == ["statements", "L1", "L2 speaker"])
    #expect(found.map(\.effect) == [.none, .weaker, .weaker])
    #expect(found[1].before == "Keep no names longer than a day." && found[2].after == "Eve")
  }

  @Test("the steps of a scenario promise as much as prose does")
  func scenario() throws {
    let steps = "```gherkin\nGiven a muted account\nThen no mail is sent\nAnd it answers within 2 seconds\n```\n"
    let text = Self.story.replacing("No email is sent within 2 seconds.\n", with: steps)
    for (old, new) in [("Then no mail", "Then a mail"), ("within 2 s", "within 60 s")] {
      #expect(try changes(old, new, in: text) == ["weakened AC1 weaker"])
    }
  }

  @Test("what was to be carried and is chatter or internal later, or no longer internal, is to be looked at")
  func ledger() throws {
    func plan(_ chatter: [LedgerEntry], _ own: [Int], _ role: Person.Role? = nil, lines: Int = 2) throws -> Plan {
      let id = try #require(ID<Source>("so-7h3q2dkm"))
      var source = Source(
        id: id, title: "Names", file: "s.yml", format: .mail, revisions: [], people: [Person(name: "Kim", role: role)],
        statements: StatementList((0..<lines).map { Statement(turn: 1, speaker: "Kim", text: "\($0)") }))
      source.chatter = chatter
      source.internalLines = own.map { LineRange($0...$0) }
      return Plan(sources: [source])
    }
    func found(_ old: Plan, _ new: Plan) -> [String] {
      PlanComparison.changes(from: old, to: new).map { "\($0.kind.rawValue) \($0.field) \($0.effect.rawValue)" }
    }
    let (plain, thanks) = (try plan([], []), [LedgerEntry(lines: LineRange(1...2), why: "thanks")])
    #expect(try found(plain, plan(thanks, [])) == ["added chatter weaker"])
    #expect(try found(plan(thanks, []), plain) == ["removed chatter none"])
    #expect(try found(plain, plan([], [2])) == ["added internal weaker"])
    #expect(try found(plan([], [2]), plain) == ["removed internal weaker"])
    #expect(try found(plain, plan([], [], .agent)) == ["removed people none", "added people none"])
    let later = [LedgerEntry(lines: LineRange(3...3), why: "thanks")]
    #expect(try found(plain, plan(later, [], lines: 3)) == ["changed statements none", "added chatter none"])
  }

  @Test("a file that cannot be read on one side is not called removed")
  func unreadable() throws {
    let id = try #require(ID<Story>("st-9c4t8wq2"))
    let old = Plan(stories: [Story(id: id, title: "Mute", file: "a.md")])
    var new = Plan()
    new.unreadable = [id.any]
    #expect(PlanComparison.changes(from: old, to: new).map(\.kind) == [.unreadable])
  }
}
