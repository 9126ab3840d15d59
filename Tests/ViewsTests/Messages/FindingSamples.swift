import PlanModel

/// One finding or more of every kind, for the file of all messages.
enum FindingSamples {
  static let files: [FileProblem] = [
    .notRegular, .notFolder, .symbolicLink, .tooLarge(bytes: 3_145_728, limit: 1_048_576), .notUTF8(offset: 118),
    .nulByte,
    .unreadable(reason: "permission denied"), .conflictMarker, .invalidYAML("a key must be a word"), .noFrontMatter,
    .unclosedFrontMatter, .newerVersion(7), .stray(expected: "a file ending in .md"),
    .hiddenCharacter(HiddenCharacter(scalar: 0x202e, offset: 5)),
    .hiddenCharacter(HiddenCharacter(scalar: 0xe0041, offset: 5)),
    .hiddenCharacter(HiddenCharacter(scalar: 0x2028, offset: 5)),
    .hiddenCharacter(HiddenCharacter(scalar: 0xfeff, offset: 5)),
    .hiddenCharacter(HiddenCharacter(scalar: 0x7, offset: 5)),
    .ignored(IgnoringPattern(pattern: "*.md", file: ".gitignore", line: 3), others: 0),
    .ignored(IgnoringPattern(pattern: ".handoff", file: "/home/ada/.config/git/ignore", line: 1), others: 12),
    .planRemoved, .changedAct, .attachmentMissing(".handoff/attachments/st-9c4t8wq2/4f4f4f4f4f4f-page.png"),
    .attachmentChanged(".handoff/attachments/st-9c4t8wq2/4f4f4f4f4f4f-page.png"),
  ]

  static let fields: [FieldProblem] =
    plainFields
    + [nil, "st-9c4t8wq2-new-idea.md"].compactMap { name in
      ItemID("st-9c4t8wq2").map { FieldProblem.missingID($0, name: name) }
    }

  private static let plainFields: [FieldProblem] = [
    .missing("title"),
    .wrongForm(field: "received", value: "last week", expected: "a date, as 2026-05-04"),
    .wrongForm(field: "depends-on", value: "", expected: "a list"),
    .wrongForm(field: "", value: "", expected: "a map of fields"),
    .notOneOf(field: "status", value: "redy", known: ["draft", "ready", "active"]),
    .notOneOf(field: "status", value: "finished", known: ["draft", "ready", "active"]), .duplicateKey("status"),
    .unknownKey("redakt", nearest: "redact"), .unknownKey("colour", nearest: nil), .nameDiffers(id: "st-9c4t8wq2"),
    .noAddress(role: "support", member: "Sam"),
    .misspeltKey("depends_on", nearest: "depends-on"),
    .misspeltHeading("Acceptence criteria", nearest: "Acceptance criteria"),
    .notOneOf(field: "redact", value: "emial", known: SensitiveKind.allCases.map(\.rawValue)),
    .unknownRule("vague-word", nearest: "vague-words"), .unknownRule("style", nearest: nil),
    .fixedRule(.unknownReference),
    .badPattern(field: "pattern", pattern: "CN-(", reason: "missing closing parenthesis", offset: 4),
  ]

  static func references(_ facts: Facts) -> [ReferenceProblem] {
    [
      .duplicate(facts.story.any, other: ".handoff/stories/st-9c4t8wq2-mute.md"),
      .unknown(facts.story.any, nearest: facts.otherStory.any), .unknown(facts.epic.any, nearest: nil),
      .unknownCriterion(facts.criterion), .wrongKind(facts.intent.any, expected: .story),
      .dependencyCycle([facts.story, facts.otherStory, facts.story]),
      .supersessionCycle([facts.decision, facts.otherDecision, facts.decision]),
      .supersessionDisagrees(old: facts.decision, new: facts.otherDecision),
      .rivalSuccessor(old: facts.decision, other: facts.otherDecision),
      .epicDisagrees(story: facts.story, epic: facts.epic, storySays: facts.otherEpic),
      .epicDisagrees(story: facts.story, epic: facts.epic, storySays: nil),
    ]
  }

  static func sources(_ facts: Facts) -> [SourceProblem] {
    let original = ".handoff/sources/so-7h3q2dkm-support/original.eml"
    return [
      .originalMissing(original),
      .originalConverted(from: .carriageReturnLineFeed), .originalConverted(from: .lineFeed),
      .originalChanged(
        expected: String(repeating: "4f", count: 32), found: String(repeating: "a0", count: 32)),
      .badStatementLine(columns: 3), .badStatementLine(columns: 1), .statementsMissing, .inventedStatement(line: 12),
      .malformedCitation("so-7h3q2dkm#12"), .unknownStatement(facts.citation, statements: 11),
      .unknownStatement(facts.citation, statements: 0),
      .inventedQuotation(facts.citation, elsewhere: facts.elsewhere),
      .inventedQuotation(facts.citation, elsewhere: nil),
    ]
  }

  static func stories(_ facts: Facts) -> [StoryProblem] {
    [
      .blockingQuestion(QuestionID(1), status: "ready"), .blockedStories(QuestionID(1), [facts.story]),
      .blockedStories(QuestionID(1), [facts.story, facts.otherStory]), .unnumberedQuestion("Which: a or b?"),
      .unreadQuestion(QuestionID(5)), .unknownQuestionMark(QuestionID(1), mark: "urgent"),
      .supersededAnswer(QuestionID(1), facts.decision, by: facts.otherDecision),
      .supersededAnswer(QuestionID(1), facts.decision, by: nil),
    ] + plainStories
  }

  private static let plainStories: [StoryProblem] = [
    .noCriteria(title: "Mute emails", status: .ready), .noCriteria(title: "Mute emails", status: .draft),
    .shippedElsewhere(title: "Mute emails", origin: "backlog:task-12"),
    .duplicateCriterion(CriterionID(2), firstLine: 31),
    .unnumberedCriterion(heading: "Security mails still go out", id: CriterionID(3)),
    .misplacedSection(title: "Constraints", level: 3), .misplacedSection(title: "Acceptance criteria", level: 1),
    .strayCriterion(CriterionID(2)), .strayConditions,
    .duplicateQuestion(QuestionID(1), firstLine: 44), .openQuestion(QuestionID(1), status: "ready"),
    .noConditions(CriterionID(2)),
  ]

  static let conditions: [ConditionProblem] = [
    .notAList, .misspeltBlock("verfy"), .misspeltBlock(""), .unclosedBlock, .unknownKeyword("tset", nearest: "test"),
    .unknownKeyword("prove", nearest: nil),
    .wrongForm(keyword: "adds", expected: "`adds: {in: src/**, matches: …}`"),
    .wrongForm(keyword: "", expected: "one condition, as `changed: src/**`"),
    .badPattern("(mute", reason: "missing closing parenthesis", offset: 5),
    .unknownRole("suport", known: ["product", "support"]), .unknownRole("legal", known: []),
  ]

  static let privacy: [PrivacyProblem] =
    [true, false].flatMap { inSource -> [PrivacyProblem] in
      [.secret(beginning: "ghp_", inSource: inSource)]
        + (SensitiveKind.allCases.filter { $0 != .secret }.map(\.rawValue) + ["customer-number"]).map {
          .personalData(kind: $0, beginning: "4111", inSource: inSource)
        }
    }

  static func all(_ facts: Facts) -> [(title: String, problems: [Problem])] {
    [
      ("files", files.map(Problem.file)), ("fields", fields.map(Problem.field)),
      ("references", references(facts).map(Problem.reference)), ("sources", sources(facts).map(Problem.source)),
      ("stories", stories(facts).map(Problem.story)), ("conditions", conditions.map(Problem.condition)),
      ("privacy", privacy.map(Problem.privacy)), ("quality", QualitySamples.all(facts).map(Problem.quality)),
    ]
  }
}
