import PlanFiles
package import PlanModel

/// A finding in words: one sentence, and how to mend it where that can be said.
package struct FindingWording: Hashable, Sendable {
  package var message: String
  package var fix: String?

  init(_ message: String, fix: String? = nil) {
    self.message = message
    self.fix = fix
  }

  package init(_ finding: Finding) {
    self =
      switch finding.problem {
      case .file(let problem): Self.words(problem)
      case .field(let problem): Self.words(problem)
      case .reference(let problem): Self.words(problem)
      case .source(let problem): Self.words(problem)
      case .story(let problem): Self.words(problem)
      case .condition(let problem): Self.words(problem)
      case .privacy(let problem): Self.words(problem)
      case .quality(let problem): Self.words(problem)
      }
  }
}

extension FindingWording {
  /// What most often makes a line no YAML: a sign of YAML in words that stand without quotes.
  private static func quoting(_ words: String) -> String? {
    if words.contains("mapping values are not allowed") {
      return "put a value that holds a colon in quotes: title: \"Fix: the thing\""
    }
    let isOfSign = ["expected alphabetic or numeric", "cannot start any token"].contains { words.contains($0) }
    return isOfSign ? "put a value that begins with *, & or @ in quotes: test: \"*muted*\"" : nil
  }

  fileprivate static func words(_ problem: FileProblem) -> FindingWording {
    switch problem {
    case .notRegular:
      FindingWording("this is not a regular file", fix: "replace it with a file, or remove it")
    case .notFolder:
      FindingWording("this is not a folder, and a plan needs one here", fix: "move it away, and run: git handoff init")
    case .symbolicLink:
      FindingWording("this is a symbolic link, and links in a plan are not followed", fix: "put the file itself here")
    case .tooLarge(let bytes, let limit):
      FindingWording(
        "this file is \(Phrase.size(bytes)); plan files may be \(Phrase.size(limit)) at most",
        fix: "take long material in as a source: git handoff intake <file>")
    case .notUTF8(let offset):
      FindingWording("byte \(offset) is not UTF-8", fix: "save the file as UTF-8")
    case .nulByte: FindingWording("this file has a NUL byte in it, so it is not text", fix: "restore the file from git")
    case .unreadable(let reason): FindingWording("this file cannot be read: \(reason)")
    case .conflictMarker:
      FindingWording("a merge conflict is left in this file", fix: "settle the lines between <<<<<<< and >>>>>>>")
    case .invalidYAML(let words):
      FindingWording(
        "this is not valid YAML: \(words)",
        fix: quoting(words))
    case .noFrontMatter:
      FindingWording("this file has no front matter", fix: "begin it with a line '---', the fields, and '---' again")
    case .unclosedFrontMatter:
      FindingWording("the front matter is never closed", fix: "put a line '---' behind the last field")
    case .newerVersion(let version):
      FindingWording(
        "this file uses version \(version) of the format, and this program knows version \(Policy.newestVersion) at most",
        fix: "install a newer git-handoff")
    case .planRemoved:
      FindingWording("these commits take the plan away", fix: "put it back: git checkout <main> -- .handoff")
    case .changedAct:
      FindingWording(
        "a sign-off or attachment that was recorded is changed or removed",
        fix: "put it back, and record another one in its place")
    case .attachmentMissing(let path):
      FindingWording(
        "this sign-off carries \(path), which is not there", fix: "put the file back: git checkout -- \(path)")
    case .attachmentChanged(let path):
      FindingWording(
        "\(path) is not the file that was attached to this sign-off",
        fix: "put it back, and record another sign-off with the new file")
    case .hiddenCharacter(let character):
      FindingWording("a character that is not seen: \(CharacterWording.words(character))", fix: "take it out")
    case .ignored(let cause, let others):
      FindingWording(
        "git ignores this file\(others == 0 ? "" : " and \(Phrase.count(others, "other")) of the plan"), which will be in "
          + "no commit: '\(cause.pattern)', \(cause.file):\(cause.line)", fix: takingPlanIn)
    case .stray(let expected):
      FindingWording(
        "this does not belong in a plan; expected \(expected)", fix: "rename it, or move it out of .handoff")
    }
  }

  /// The first line is for a pattern of the folder itself: git looks at nothing in one that is ignored (gitignore(5)).
  static let takingPlanIn = "add the lines '!/.handoff/' and '!/.handoff/**' at the end of .gitignore"

  fileprivate static func words(_ problem: FieldProblem) -> FindingWording {
    switch problem {
    case .missing(let field): FindingWording("the field '\(field)' is missing", fix: "add a line '\(field): …'")
    case .missingID(let id, let name):
      FindingWording(
        "the field 'id' is missing",
        fix: "add a line 'id: \(id)'" + (name.map { ", and call the file '\($0)'" } ?? ""))
    case .wrongForm(let field, let value, let expected):
      FindingWording(
        (field.isEmpty ? "this" : "'\(field)'") + (value.isEmpty ? "" : " is '\(value)', and")
          + " should be \(expected)")
    case .notOneOf(let field, let value, let known):
      FindingWording(
        "'\(value)' is not a value that '\(field)' can have",
        fix: nearest(to: value, among: known).map { "did you mean '\($0)'?" }
          ?? "use \(Phrase.list(known, "or", limit: 12))")
    case .duplicateKey(let key): FindingWording("the field '\(key)' is given twice", fix: "keep one of them")
    case .unknownKey(let key, let nearest):
      FindingWording(
        "'\(key)' is not a known field, so it has no effect",
        fix: nearest.map { "did you mean '\($0)'?" } ?? "remove it")
    case .misspeltKey(let key, let nearest):
      FindingWording(
        "'\(key)' means nothing here, and is nearly '\(nearest)'", fix: "write '\(nearest)', or call it otherwise")
    case .misspeltHeading(let title, let nearest):
      FindingWording(
        "a section '\(title)' is not read, and is nearly '\(nearest)'",
        fix: "write '## \(nearest)', or call it otherwise")
    case .unknownRule(let name, let nearest):
      FindingWording(
        "'\(name)' is not a rule whose weight can be set",
        fix: nearest.map { "did you mean '\($0)'?" } ?? "the rules are listed by: git handoff check --rules")
    case .fixedRule(let rule):
      FindingWording(
        "\(rule.rawValue) is always applied, so its weight cannot be set", fix: "remove it from 'rules'")
    case .badPattern(let field, let pattern, let reason, let offset):
      FindingWording("'\(field)' is '\(pattern)', which cannot be used: \(reason), at offset \(offset)")
    case .noAddress(let role, let member):
      FindingWording(
        "'\(member)' is in the role '\(role)' and is no mail address, so that nobody is known by it",
        fix: "write the address that git has for them, as sam@example.com")
    case .nameDiffers(let id):
      FindingWording(
        "the name of this file does not begin with its id, \(id)", fix: "rename it, or give it the id it is named after"
      )
    }
  }

  fileprivate static func words(_ problem: SourceProblem) -> FindingWording {
    switch problem {
    case .originalMissing(let path):
      FindingWording("the original \(path) is missing", fix: "restore it from git: git checkout -- \(path)")
    case .originalChanged(let expected, let found):
      FindingWording(
        "the original was changed after it was taken in: its sha256 is \(found.prefix(12))…, not \(expected.prefix(12))…",
        fix: "restore it from git; a new version is a new source: git handoff intake <file>")
    case .originalConverted(let ends):
      FindingWording(
        "the line ends of the original were converted after it was taken in; it had \(ends.rawValue)",
        fix:
          "add '\(StarterFiles.keepBytes)' to \(StarterFiles.attributesFile), and give the file \(ends.rawValue) again")
    case .badStatementLine(let columns):
      FindingWording(
        "this line has \(Phrase.count(columns, "column")); a statement has 4: turn, time, speaker, text",
        fix: "restore the file from git; statements.tsv is not to be edited")
    case .statementsMissing:
      FindingWording("the source has no statements.tsv", fix: "restore it from git")
    case .inventedStatement(let line):
      FindingWording(
        "the words of statement L\(line) are not in the original at this place",
        fix: "restore the file from git; statements.tsv is not to be edited")
    case .unknownStatement(let citation, let count):
      FindingWording(
        "\(citation) does not exist: the source has \(Phrase.count(count, "statement"))",
        fix: "see what it says: git handoff show \(citation.source)")
    case .malformedCitation(let text):
      FindingWording("\(Phrase.quoted(text)) cites no statement", fix: "write the lines as #L12 or #L12-L14")
    case .inventedQuotation(let citation, let elsewhere):
      FindingWording(
        "the quoted words are not in \(citation)",
        fix: elsewhere.map { "those words are in \($0): cite that instead" }
          ?? "quote the words exactly, as shown by: git handoff show \(citation.source)")
    }
  }

  private static func noCriteria(in title: String, shippedAs origin: String?) -> FindingWording {
    let what = "the story '\(title)' has no acceptance criteria"
    guard let origin else {
      return FindingWording(what, fix: "under '## Acceptance criteria', add '### AC1: …' with what has to be true")
    }
    return FindingWording(
      what + ", and only its origin (\(origin)) says that it was shipped",
      fix: "where that is to be judged here, add '### AC1: …' with what is true now")
  }

  fileprivate static func words(_ problem: StoryProblem) -> FindingWording {
    switch problem {
    case .noCriteria(let title, _): noCriteria(in: title, shippedAs: nil)
    case .shippedElsewhere(let title, let origin): noCriteria(in: title, shippedAs: origin)
    case .duplicateCriterion(let id, let first):
      FindingWording(
        "\(id) is already the criterion of line \(first)",
        fix: "give this one the next free number: git handoff renumber --dry-run")
    case .unnumberedCriterion(let heading, let id):
      FindingWording("the criterion '\(heading)' has no id", fix: "begin its heading with one: '### \(id): …'")
    case .misplacedSection(let title, let level):
      FindingWording(
        "the heading '\(title)' has \(level == 1 ? "one" : level.description) '#', so nothing below it is read as that section",
        fix: "write it as '## \(title)'")
    case .strayCriterion(let id):
      FindingWording(
        "this begins as \(id) would, and is no criterion: nothing is proved by it",
        fix: "write it as '### \(id): …' under '## Acceptance criteria'")
    case .strayConditions:
      FindingWording(
        "this verify block stands under no criterion, so nobody looks at it",
        fix: "put it below a heading '### AC1: …' under '## Acceptance criteria'")
    case .duplicateQuestion(let id, let first):
      FindingWording(
        "\(id) is already the question of line \(first)",
        fix: "give this one the next free number: git handoff renumber --dry-run")
    case .openQuestion(let id, let status):
      FindingWording(
        "\(id) is open, though the story is \(status)", fix: "tick it with its answer, or set the story back to draft")
    case .blockingQuestion(let id, let status):
      FindingWording(
        "\(id) blocks this story and is open, though the story is \(status)",
        fix: "have it answered (git handoff answer), or set the story back to draft")
    case .blockedStories(let id, let stories):
      FindingWording(
        "\(id) blocks the stories of this intent and is open, though work on "
          + "\(Phrase.list(stories.map(\.description), limit: 3)) is agreed",
        fix: "have it answered (git handoff answer), or set \(stories.count == 1 ? "it" : "them") back to draft")
    case .unnumberedQuestion(let words):
      FindingWording(
        "the question \(Phrase.quoted(words)) has no number, so it is not seen as one",
        fix: "begin it with the next free number: '- [ ] Q1: …'")
    case .unreadQuestion(let id):
      FindingWording("\(id) is not seen as a question", fix: "under '## Open questions': '- [ ] \(id) (blocking): …'")
    case .unknownQuestionMark(let id, let mark):
      FindingWording(
        "'(\(mark))' behind \(id) means nothing, so it blocks nothing",
        fix: "write '\(id) (blocking): …', or '\(id): …'")
    case .supersededAnswer(let id, let decision, let successor):
      FindingWording(
        "\(decision) is the answer to \(id), and is superseded",
        fix: successor.map { "see whether \($0) still answers it, and name that" } ?? "name the decision that holds now"
      )
    case .noConditions(let id):
      FindingWording("\(id) names no condition, so only a sign-off can prove it", fix: "add a 'verify' block under it")
    }
  }

  fileprivate static func words(_ problem: ConditionProblem) -> FindingWording {
    switch problem {
    case .misspeltBlock(let word):
      FindingWording("a block \(word.isEmpty ? "without a word" : "'\(word)'") proves nothing", fix: "write ```verify")
    case .unclosedBlock:
      FindingWording("this verify block is not closed, and takes in all below it", fix: "close it with a line ```")
    case .notAList:
      FindingWording("a verify block has to be a list of conditions", fix: "begin each condition with '- '")
    case .unknownKeyword(let keyword, let nearest):
      FindingWording(
        "'\(keyword)' is not a kind of condition",
        fix: nearest.map { "did you mean '\($0)'?" }
          ?? "use \(Phrase.list(Condition.Keyword.allCases.map(\.rawValue), "or", limit: 20))")
    case .wrongForm(let keyword, let expected):
      FindingWording(
        keyword.isEmpty ? "this is not a condition" : "'\(keyword)' cannot be read", fix: "write \(expected)")
    case .badPattern(let pattern, let reason, let offset):
      FindingWording("the regular expression '\(pattern)' cannot be used: \(reason), at offset \(offset)")
    case .unknownRole(let role, let known):
      FindingWording(
        "nobody is listed for the role '\(role)' in handoff.yml",
        fix: nearest(to: role, among: known).map { "did you mean '\($0)'?" } ?? "add it under 'roles'")
    }
  }
}
