import PlanModel
import Verification
import Workflow

/// What was typed, and does not fit what is there; in words.
enum InputWording {
  static func unknownItem(_ text: String, _ kind: ItemKind?, _ nearest: ItemID?) -> (String, hint: String?) {
    let meant = kind ?? ItemKind.allCases.first { text.lowercased().hasPrefix($0.rawValue + "-") }
    return (
      "there is no \(kind?.noun ?? "item") '\(text)'",
      nearest.map { "did you mean \($0)?" } ?? "see what there is: git handoff \(list(of: meant))"
    )
  }

  private static func list(of kind: ItemKind?) -> String {
    switch kind {
    case .source: "sources"
    case .intent: "list intents"
    case .epic: "list epics"
    case .decision: "list decisions"
    case .story: "list"
    case nil: "list all"
    }
  }

  static func ambiguous(_ text: String, _ ids: [ItemID]) -> (String, hint: String?) {
    ("'\(text)' could be \(Phrase.list(ids.map(\.description), "or"))", "give more characters of the id")
  }

  static func condition(_ problem: ConditionProblem, _ text: String) -> (String, hint: String?) {
    let words = FindingWording(Finding(.condition(problem), path: ""))
    return ("'\(text)': \(words.message)", words.fix)
  }

  static func unsafeBody(_ path: String, _ line: Int) -> (String, hint: String?) {
    (
      "\(path):\(line): what stands there cannot be added to without changing what else it says",
      "change it there: git handoff edit <id>"
    )
  }

  static func severalLines(_ field: String, _ path: String, _ line: Int) -> (String, hint: String?) {
    (
      "the value of '\(field)' takes several lines (\(path):\(line)), and this command changes a single line",
      "change it there: git handoff edit <id>"
    )
  }

  static func unknownStatements(_ citation: Citation, _ count: Int) -> (String, hint: String?) {
    ("\(citation) does not exist: the source has \(Phrase.count(count, "statement"))", nil)
  }

  static func attachmentTooLarge(_ file: String, _ bytes: Int, _ limit: Int) -> (String, hint: String?) {
    (
      "\(Phrase.quoted(file)) is \(Phrase.size(bytes)); a sign-off may carry files of \(Phrase.size(limit)) at most",
      "keep it elsewhere and name that place in the reason; the limit is attachments.limit of .handoff/handoff.yml"
    )
  }

  static func invalidValue(_ field: String, _ value: String, _ expected: String) -> (String, hint: String?) {
    // A flag is called as it is typed.
    let name = field.hasPrefix("--") ? field : "the \(field)"
    if value.isEmpty { return ("\(name) is empty, and should be \(expected)", nil) }
    return ("\(name) is '\(value)', and should be \(expected)", nil)
  }

  /// What was typed and is not taken, whatever it was meant to say.
  static func refused(_ reason: Failure.Reason) -> (String, hint: String?) {
    switch reason {
    case .hiddenCharacter(let field, let character):
      ("the \(field) has a character that is not seen: \(CharacterWording.words(character))", "write it without that")
    case .tooLong(let field, let count, let limit):
      (
        "the \(field) has \(count) characters, and may have \(limit)",
        "say it in a few sentences, and name where the rest can be read"
      )
    case .outsideWorkTree(let path):
      ("'\(path)' is not inside of the work tree", "what is read has to be in it; name it from its top, as src/main.c")
    default: ("this is not taken", nil)
    }
  }

  static func unknownCriterion(_ reference: CriterionReference, _ known: [CriterionID]) -> (String, hint: String?) {
    (
      "\(reference.story) has no criterion \(reference.criterion)",
      known.isEmpty
        ? "it has no criteria yet: git handoff edit \(reference.story)"
        : "it has \(Phrase.list(known.map(\.description), limit: 12))"
    )
  }

  static func doubled(_ id: String, _ path: String, _ lines: [Int]) -> (String, hint: String?) {
    (
      "\(id) is there \(Phrase.count(lines.count, "time")), on lines \(Phrase.list(lines.map(String.init))) of \(path)",
      "give each an id of its own first: git handoff renumber"
    )
  }

  static func closedStory(_ id: ID<Story>, _ status: StoryStatus) -> (String, hint: String?) {
    (
      PushWording.words(.closedStory(id, status)),
      status == .draft ? "once it is agreed: git handoff set \(id) status ready" : "pick another: git handoff list"
    )
  }

  static func results(_ error: ResultsError) -> (String, hint: String?) {
    let place = error.line > 0 ? ":\(error.line):\(error.column)" : ""
    return ("\(error.origin)\(place): \(ResultsWording.words(error.problem))", ResultsWording.hint(error.problem))
  }

  static func manyConversations(_ count: Int, _ input: String) -> (String, hint: String?) {
    (
      "\(input == "-" ? "the input" : "'\(input)'") holds \(count) conversations; nothing was taken in yet",
      "a source for each: add --each; one source for all: add --one"
    )
  }

  static func redactionTooCostly(_ kind: String) -> (String, hint: String?) {
    (
      "the pattern of '\(kind)' under 'redact' takes too much work on this text; nothing was taken in",
      "make it simpler in .handoff/handoff.yml: no repetition within a repetition"
    )
  }

  static func statementLine(
    _ origin: String, _ line: Int, _ problem: StatementLineProblem
  ) -> (String, hint: String?) {
    let hint = #"each line is an object such as {"id": "1", "text": "I cannot log in"}"#
    return switch problem {
    case .notJSON(let column): ("\(origin), line \(line), column \(column): this is not JSON", hint)
    case .noObject: ("\(origin), line \(line): this is no JSON object", hint)
    case .missing(let name): ("\(origin), line \(line): there is no \"\(name)\"", hint)
    }
  }
}

/// Who may act, and what of theirs is in the way; in words.
enum PeopleWording {
  static func notInRole(_ address: String, _ role: String, _ members: [String]) -> (String, hint: String?) {
    (
      "\(address) is not in the role '\(role)'",
      members.isEmpty
        ? "nobody is: add '\(role): [\(address)]' under 'roles' in .handoff/handoff.yml"
        : "ask \(Phrase.list(members, "or")), or change 'roles' in .handoff/handoff.yml"
    )
  }

  static func roleNotAsked(
    _ criterion: CriterionReference, _ role: String, _ asked: [String]
  ) -> (String, hint: String?) {
    (
      "\(criterion) asks for a sign-off as \(Phrase.list(asked, "and")): one as \(role) would settle nothing",
      "whoever may say so: git handoff accept \(criterion) --role \(asked.first ?? "<role>")"
    )
  }

}
