import Git
import PlanModel
import Verification
import Workflow

/// One sample or more of all that verification has to say, for the file of all messages.
enum VerificationSamples {
  static let checks: [Condition.Check] = [
    .changed(Glob("src/**")), .unchanged(Glob("api/**")), .exists(Glob("docs/mute.md")), .missing(Glob("*.orig")),
    .contains(Glob("src/**"), .text("muted")), .lacks(Glob("src/**"), .regex("TODO|FIXME")),
    .adds(Glob("src/**"), .regex("mute\\(")), .removes(Glob("src/**"), .text("legacy")),
    .symbol(name: "UserSettings", in: Glob("src/**"), .changed), .test("notifications *muted*"),
    .coverage(of: Glob("src/**"), atLeast: 80), .run("make lint"), .signOff(role: "support"),
    .judge("Is the page clear?"),
  ]

  static let facts: [(outcome: Evidence.Outcome, check: Condition.Check, fact: ConditionFact)] = [
    (.holds, checks[0], .files(["src/mute.swift"], count: 1)),
    (.fails, checks[1], .files(["api/a.swift", "api/b.swift"], count: 7)),
    (.holds, checks[4], .line(path: "src/mute.swift", number: 12, text: "if muted { return }")),
    (.fails, .changed(Glob("src/a.py, src/b.py")), .noFile), (.fails, checks[2], .noFile),
    (.holds, checks[3], .noFile), (.fails, checks[4], .noMatch(searched: 1)),
    (.holds, checks[5], .noMatch(searched: 214)),
    (.missing, checks[4], .filesTooLarge(["src/data.json"], count: 1, limit: 4_194_304)),
    (.missing, checks[4], .filesTooLarge(["src/a.json", "src/b.json"], count: 5, limit: 4_194_304)),
    (.holds, checks[9], .tests(passed: 3, failed: 0, skipped: 1, named: [])),
    (.missing, checks[9], .tests(passed: 0, failed: 0, skipped: 2, named: [])),
    (.fails, checks[9], .tests(passed: 2, failed: 1, skipped: 0, named: ["MuteTests.notifications muted"])),
    (.missing, checks[9], .noTest(looked: 214)), (.missing, checks[9], .noTest(looked: 1)),
    (.missing, checks[9], .noTest(looked: 2, nearest: "MailTests.muted")),
    (.missing, checks[9], .noTest(looked: 0)), (.missing, checks[9], .noResults),
    (.holds, checks[10], .coverage(covered: 9, measured: 10, missed: ["src/mute.swift:12"], unmeasured: [])),
    (
      .fails, checks[10],
      .coverage(covered: 2, measured: 3, missed: ["src/mute.swift:12"], unmeasured: ["src/new.swift"])
    ),
    (.fails, checks[10], .coverage(covered: 1, measured: 9, missed: ["a.c:1", "a.c:2"], unmeasured: [])),
    (.fails, checks[10], .coverage(covered: 7_999, measured: 10_000, missed: [], unmeasured: [])),
    (.missing, checks[10], .noCoverage), (.missing, checks[10], .noAddedLine),
    (.missing, checks[10], .notMeasured(["src/a.swift"], count: 3)),
    (.missing, checks[10], .noMeasuredLine(added: 1)),
    (.stale, checks[9], .resultsOfOtherContent(commit: "")),
    (.stale, checks[9], .resultsOfOtherContent(commit: "83a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3")),
    (.missing, checks[12], .noSignOff(role: "support")), (.missing, checks[12], .noOneInRole("support")),
    (.missing, checks[6], .badPattern("missing closing parenthesis", offset: 6)),
    (.missing, checks[5], .patternTooCostly(path: "src/data.json")), (.missing, checks[13], .undecidable),
    (.holds, checks[11], .ran(status: 0, lastLine: nil)), (.fails, checks[11], .ran(status: 2, lastLine: "1 warning")),
    (.fails, checks[11], .ran(status: 2, lastLine: nil)), (.fails, checks[11], .ranTooLong),
    (.fails, checks[11], .printedTooMuch), (.missing, checks[11], .notRun), (.missing, checks[11], .notTrusted),
    (.holds, checks[8], .symbol(path: "src/settings.swift", line: 12)),
    (.fails, goneCheck, .symbol(path: "src/settings.swift", line: 12)), (.holds, goneCheck, .noSymbol(searched: 3)),
    (.fails, checks[8], .noSymbol(searched: 1)),
    (.fails, checks[8], .symbolUnchanged(path: "src/settings.swift", line: 12)),
    (.missing, checks[8], .unreadableSymbols(["src/a.py"], count: 1)),
    (.missing, checks[8], .unreadableSymbols(["src/a.py", "src/b.py"], count: 9)),
    (.fails, checks[0], .noCommits), (.missing, checks[0], .commitsBeyondBorder),
  ]

  static func signOffs(_ facts: Facts) -> [(outcome: Evidence.Outcome, signOff: SignOff, fact: SignOffFact)] {
    [
      (.holds, facts.signOff(.accepted), .counts),
      (.fails, facts.signOff(.rejected, reason: "the digest still comes"), .counts),
      (.holds, facts.signOff(.waived, reason: "fixed by the next release", expires: "2026-12-31"), .counts),
      (.stale, facts.signOff(.accepted), .otherWording), (.missing, facts.signOff(.accepted), .notInRole),
      (.stale, facts.signOff(.waived, reason: "for now", expires: "2026-01-31"), .expired),
      (.missing, facts.signOff(.waived), .noReason),
    ]
  }

  private static let goneCheck = Condition.Check.symbol(name: "legacy", in: Glob("src/**"), .gone)

  static func evidence(_ facts: Facts) -> [Evidence] {
    [Evidence(.holds, .condition(checks[2], .files(["docs/mute.md"], count: 1)), heldBefore: true)]
      + Self.facts.map { Evidence($0.outcome, .condition($0.check, $0.fact)) } + [Evidence(.missing, .noConditions)]
      + signOffs(facts).map { Evidence($0.outcome, .signOff($0.signOff, $0.fact)) }
  }

  static func links(_ facts: Facts) -> [InvalidLink.Problem] {
    [
      .malformed("the mute one"), .unknownStory(facts.story, nearest: facts.otherStory),
      .unknownStory(facts.story, nearest: nil), .closedStory(facts.story, .draft), .closedStory(facts.story, .shipped),
      .closedStory(facts.story, .dropped), .unknownCriterion(facts.criterion),
    ]
  }

  static let missed: [MissedTrailer] = [
    .inTitle(line: 1), .belowDivider(line: 7, divider: 5), .notInLastParagraph(line: 3), .amongProse(line: 3, prose: 4),
    .indented(line: 3),
  ]

  static let exemptions: [Exemption] =
    [.notRequired, .beforePlan, .author(Glob("*\\[bot\\]*")), .paths(count: 1), .paths(count: 3)]
    + CommitRules.ExemptKind.allCases.map(Exemption.kind)

  static func problems(_ facts: Facts) -> [PushProblem] {
    let finding = Finding(.file(.conflictMarker), path: facts.path, line: 9)
    let links = links(facts).map {
      PushProblem.invalidLink(InvalidLink(commit: facts.commit, subject: "Mute mails", problem: $0))
    }
    let verdicts = [Verdict.unmet, .stale, .unproven].map {
      PushProblem.verdict($0, story: facts.story, title: "Mute mails", criteria: [CriterionID(1), CriterionID(2)])
    }
    let settings = [
      WeakenedSetting(field: "push.main", before: "blocks unlinked, unmet", after: "blocks nothing"),
      WeakenedSetting(field: "commits.exempt.authors", after: "*@example.com"),
      WeakenedSetting(field: "review", before: "settings: all changes, by leads, error"),
      WeakenedSetting(field: "item"),
    ].map(PushProblem.weakened)
    return [
      .unlinked(facts.commit, subject: "Mute mails", declines: false),
      .unlinked(facts.commit, subject: "Mute mails", declines: true), .finding(finding),
    ] + settings + links + verdicts + [
      .verdict(.unmet, story: facts.story, title: "Mute mails", criteria: [CriterionID(1)]),
      .verdict(.unproven, story: facts.story, title: "Mute mails", criteria: []),
    ]
  }

  static let hooks: [HooksOutcome.State] = [
    .installed, .unchanged, .updated, .chained("pre-push.before-handoff", runs: true),
    .chained("pre-push.before-handoff", runs: false), .edited, .removed, .restored, .absent,
    .foreign, .called, .uncalled,
  ]
}
