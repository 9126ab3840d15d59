/// What stands under a heading of a brief.
enum BriefPart: CaseIterable {
  case problem, outcome, goals, requirements, stories, criteria, constraints, outOfScope, questions, rationale

  /// The words by which product people name the parts of a brief, in lower case.
  private var headings: [String] {
    switch self {
    case .problem:
      [
        "problem", "problem statement", "the problem", "pain points", "pain point", "challenge", "challenges",
        "user pain", "why", "motivation", "current behavior", "current behaviour", "actual behavior",
        "actual behaviour",
        "observed behavior", "actual result", "actual results", "bug description", "describe the bug",
        "steps to reproduce",
        "reproduction", "reproduction steps", "how to reproduce", "to reproduce", "what happened", "what happens",
        "what went wrong", "what is the problem", "is your feature request related to a problem",
        "is your feature request related to a problem? please describe", "current situation",
      ]
    case .outcome:
      [
        "outcome", "outcomes", "desired outcome", "expected outcome", "success metrics", "success criteria", "vision",
        "benefits", "benefit", "expected results", "definition of success", "key results",
      ]
    case .goals: ["goal", "goals", "objective", "objectives", "aims", "purpose", "goals and objectives"]
    case .requirements:
      [
        "requirement", "requirements", "functional requirements", "features", "feature list", "scope", "in scope",
        "what changes", "proposed solution", "solution", "key features", "must have", "must haves", "should have",
        "nice to have", "deliverables", "use cases", "user requirements", "capabilities", "proposal",
        "describe the solution you'd like",
        "suggested solution", "proposed change", "proposed changes", "feature request", "desired behavior",
        "desired behaviour", "what would you like",
      ]
    case .stories: ["user story", "user stories", "stories"]
    case .criteria:
      [
        "acceptance criteria", "acceptance criterion", "criteria", "definition of done", "scenarios",
        "acceptance tests", "expected behavior", "expected behaviour", "expected result", "expected",
        "what did you expect to happen", "what you expected to happen", "what did you expect",
      ]
    case .constraints:
      [
        "constraint", "constraints", "non-functional requirements", "nonfunctional requirements", "limitations",
        "technical requirements", "quality requirements", "security", "performance", "compliance", "budget",
        "technical constraints", "assumptions and constraints", "nfrs",
      ]
    case .outOfScope:
      [
        "non-goals", "non goals", "nongoals", "out of scope", "not in scope", "exclusions", "won't have",
        "what we will not do",
      ]
    case .questions: ["open questions", "questions", "open issues", "unresolved questions", "to be clarified", "tbd"]
    case .rationale:
      [
        "background", "context", "introduction", "overview", "rationale", "summary", "decisions",
        "decision", "notes", "risks", "assumptions", "dependencies", "stakeholders", "timeline", "users", "personas",
        "target users", "audience", "research", "alternatives", "references", "glossary", "appendix", "milestones",
        "executive summary", "description", "about", "impact", "additional context", "additional information",
        "environment",
        "version", "versions", "your environment", "system information", "logs", "screenshots", "possible solution",
        "describe alternatives you've considered", "workaround",
      ]
    }
  }

  private static let parts: [String: BriefPart] = {
    var parts: [String: BriefPart] = [:]
    for part in allCases {
      for heading in part.headings { parts[heading] = part }
    }
    return parts
  }()

  /// The part that a heading begins; numbers before it and a colon behind it do not matter.
  init?(heading text: String) {
    var words = text.lowercased()[...]
    while let first = words.first, first == "#" || first == "." || first == ")" || first == " " || first.isNumber {
      words = words.dropFirst()
    }
    while let last = words.last, last == ":" || last == " " || last == "*" || last == "?" || last == "." {
      words = words.dropLast()
    }
    guard let part = Self.parts[String(words)] else { return nil }
    self = part
  }

  /// Whether a statement is short, and ends as a heading does.
  static func looksLikeHeading(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, first.isUppercase || first.isNumber else { return false }
    return text.utf8.count <= 60 && !".!?;,".contains(last) && text.split(separator: " ").count <= 8
  }
}
