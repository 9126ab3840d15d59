import CodeIndex
import FileSystem
import Git
import Grounding
import Intake
import PlanFiles
import PlanModel
import Verification
import Workflow

/// One failure or more for every reason, for the file of all messages.
enum FailureSamples {
  static func reasons(_ facts: Facts) -> [Failure.Reason] {
    let broken = Finding(.file(.conflictMarker), path: facts.path, line: 9)
    return [
      .git(.unknownRevision("feature")), .file(.notFound(path: "mail.eml")),
      .tree(.unusable(.symbolicLink, path: facts.path)), .index(.damaged), .intake(.empty, input: "mail.eml"),
      .edit(.notOneLine(field: "code", line: 8), path: facts.path),
      .edit(.unsafeBody(line: 40), path: facts.path),
      .unknownQuestion(facts.question, known: [QuestionID(2), QuestionID(3)]),
      .unknownQuestion(facts.question, known: []),
      .answeredBefore(facts.question, "Per device or per account? Per account."), .askedBefore(facts.question),
      .blockedStory(facts.story, [facts.openQuestions[0]]), .blockedStory(facts.story, facts.openQuestions),
      .supersededDecision(facts.decision, by: facts.otherDecision), .supersededDecision(facts.decision, by: nil),
      .condition(.unknownKeyword("tested", nearest: nil), text: "tested: digest"), .noPlan, .bareRepository,
      .planNotCheckedOut, .noCommits, .uncommittedChanges(["src/notify.sh", "src/log.sh"]),
      .unknownItem("st-9c4", kind: .story, nearest: facts.story.any), .unknownItem("mute", kind: nil, nearest: nil),
      .ambiguousItem("st-9c4t8wq", [facts.story.any, facts.otherStory.any]), .brokenFile(broken),
      .unknownCode("UserSetings", commit: facts.commit, near: ["UserSettings", "user_settings"]),
      .unknownCode("src/gone.py", commit: facts.commit, near: []),
      .ambiguousCode(
        "mute",
        [
          CodePlace(path: "src/settings.py", symbol: "UserSettings.mute", kind: "member", lines: 5...7),
          CodePlace(path: "src/mixer.py", symbol: "mute", kind: "function", lines: 1...4),
        ]),
      .codeFolder("src", files: 12, code: ["src/settings.py", "src/mixer.py"]),
      .codeFolder("art", files: 1, code: []), .unknownStatements(facts.citation, count: 11),
      .hiddenCharacter(field: "question", HiddenCharacter(scalar: 0x202e, offset: 5)),
      .tooLong(field: "question", count: 84_000, limit: 2000), .outsideWorkTree("../../etc/passwd"),
      .unknownField("onwer"), .invalidValue(field: "expiry", value: "soon", expected: "a day, as 2026-12-31"),
      .unknownCriterion(facts.criterion, known: [CriterionID(1), CriterionID(2)]),
      .doubled("st-9c4t8wq2/AC3", path: ".handoff/stories/st-9c4t8wq2-mute.md", lines: [14, 34]),
      .unknownCriterion(facts.criterion, known: []), .storyTakesNoWork(facts.story, .draft),
      .storyTakesNoWork(facts.story, .shipped),
      .notInRole(address: "sam@example.com", role: "product", members: ["dana@example.com"]),
      .notInRole(address: "sam@example.com", role: "product", members: []), .noIdentity,
      .roleNotAsked(facts.criterion, role: "product", asked: ["support", "legal"]),
      .importing(.nothingRecognised(path: "notes")), .importing(.tooMuch(path: "all")),
      .importing(.severalTools(path: ".", ["backlog": 120, "gherkin": 4])),
      .importing(.nothingOfTool("Backlog.md", path: "notes")),
      .place(.foreignHook(path: "/home/sam/shop/.git/hooks/pre-push")),
      .place(.foreignFolder(path: "/home/sam/public")), .place(.nothingToMerge(path: "nosuch")),
      .place(.notInConflict(path: ".handoff/handoff.yml")),
      .place(.removedOnOneSide(path: ".handoff/stories/st-9c4t8wq2-a.md")),
      .place(.cannotListen(port: 80, reason: "Permission denied")),
      .place(.cannotListen(port: 0, reason: "Too many open files")),
      .place(.hooksElsewhere(path: "/home/sam/.config/git/hooks")),
      .place(.huskyHooks(path: "/home/sam/shop/.husky/_")),
      .editorFailed("vi", status: 1), .unchangedTemplate,
      .attachmentTooLarge("page.png", bytes: 7_340_032, limit: 5_242_880), .command(.noStateHome),
      .command(.trustInWorkTree(path: "/home/sam/.local/state/git-handoff")),
      .command(.trustNeedsTerminal), .command(.notStarted(command: "make lint", code: 2)),
      .command(.interrupted(command: "make lint")), .engine(.notConfigured), .engine(.notStarted(code: 2)),
      .engine(.notFound(complaint: "sh: 1: draft: not found")),
      .engine(.timedOut(seconds: 120)), .engine(.tooMuchOutput(limit: 1 << 20)),
      .engine(.failed(status: 1, complaint: "no key")), .engine(.failed(status: 1, complaint: "")),
      .engine(
        .refused(
          rounds: 3,
          [
            .init(.noQuote, at: "/intents/0/stories/1/title"),
            .init(.notVerbatim(facts.citation), at: "/intents/0/problem/0"),
          ])),
      .results(ResultsError(.empty, origin: "results.xml")),
      .results(ResultsError(.noReport, origin: "build/reports", line: 0)),
      .redactionTooCostly(kind: "customer-number"), .manyConversations(1_204, input: "issues.json"),
      .statementLine("standard input", 3, .notJSON(column: 17)), .statementLine("standard input", 4, .noObject),
      .statementLine("standard input", 5, .missing("text")),
    ]
  }

  static func hints(_ facts: Facts) -> [Failure.Hint] {
    [.run("git handoff init"), .open(path: facts.path, line: 12), .didYouMean("support")]
  }

  static func git(_ facts: Facts) -> [GitError] {
    [
      .noRepository(directory: "/home/sam/notes"), .brokenGitFile(path: "/home/sam/shop/.git"),
      .notOwned(
        gitDirectory: "/srv/shop/.git",
        advice: "detected dubious ownership in repository at '/srv/shop'"),
      .unknownRevision("feature"), .missingObject(facts.commit), .wrongKind(facts.commit, expected: .commit),
      .objectTooLarge(facts.commit, bytes: 209_715_200, limit: 67_108_864), .tooManyFiles(limit: 1_000_000),
      .treeTooDeep(limit: 1_000), .invalidReferenceName("a..b"),
      .file(.permission(path: ".git/HEAD", operation: .read)),
      .libraryNotLoaded("libgit2.so.1.5: cannot open shared object file: No such file or directory"),
      .libgit2(function: "git_odb_read", code: -1, message: "failed to read the pack file"),
      .program(
        arguments: ["switch", "main"], status: 1,
        stderr:
          "error: Your local changes to the following files would be overwritten by checkout:\n\ta.c\n\tb.c\nPlease commit"
      ),
      .program(
        arguments: ["switch", "main"], status: 128,
        stderr: "fatal: 'main' is already checked out at '/home/ines/shop-fix'\n"),
      .program(
        arguments: ["notes", "remove"], status: 128,
        stderr: "Removing note for object 1b\nfatal: cannot lock ref 'refs/notes/handoff'\n\nAnother git process\n"),
      .program(arguments: ["switch", "main"], status: 128, stderr: ""), .programNotFound,
      .programNotStarted(arguments: ["rev-list"], code: 11), .timedOut(arguments: ["rev-list"], seconds: 60),
      .outputTooLarge(arguments: ["cat-file"], limit: 67_108_864), .unexpectedOutput(arguments: ["ls-files"]),
    ] + unsupported.map(GitError.unsupportedRepository)
  }

  static func index(_ facts: Facts) -> [CodeIndexError] {
    [
      .git(.missingObject(facts.commit)), .file(.locked(path: ".git/handoff/index.lock", holder: 4242)), .damaged,
      .storage(code: 13, message: "database or disk is full"),
    ]
  }

  static let unsupported: [GitError.Unsupported] = [
    .objectFormat("sha256"), .referenceStorage("reftable"), .other("unsupported extension name extensions.newthing"),
  ]

  static let files: [FileError] =
    [
      .notFound(path: "mail.eml"), .notRegular(path: "mails", kind: .directory),
      .notRegular(path: "/dev/tty", kind: .other), .notDirectory(path: "mail.eml", kind: .file),
      .symbolicLink(path: ".handoff"), .tooLarge(path: "export.mbox", bytes: 104_857_600, limit: 67_108_864),
      .permission(path: "mail.eml", operation: .open), .readOnlyFileSystem(path: ".handoff"),
      .noSpace(path: ".handoff/handoff.yml"), .alreadyExists(path: ".handoff/handoff.yml"),
      .changedMeanwhile(path: ".handoff/handoff.yml"), .locked(path: ".git/handoff/lock", holder: 4242),
      .locked(path: ".git/handoff/lock", holder: nil), .invalidPath("../outside"),
      .damagedJournal(path: ".git/handoff/journal.damaged"),
    ] + operations.map { .system(path: "plan.md", operation: $0, code: 5) }

  static let operations: [FileOperation] = [
    .open, .read, .write, .list, .inspect, .createFolder, .rename, .remove, .changeMode, .flush, .lock, .resolve,
  ]

  static let intake: [IntakeError] =
    [
      .empty, .notText(offset: 17), .tooLarge(bytes: 104_857_600, limit: 67_108_864), .tooManyLines(limit: 1_000_000),
      .tooManyParts(limit: 1_000, offset: 90_210), .nothingSaid, .tooManyMessages(limit: 200_000, offset: 90_210),
      .unknownEncoding(offset: 4),
      .otherFormat(.zip), .severalConversations(12), .unexpectedShape(.slack), .programMissing(.pdftotext),
      .programFailed(.pdftotext), .malformed(.table, .openQuote, line: 12, column: 7),
    ]
    + Flaw.allCases.map { .malformed(.json, $0, line: 3, column: 14) }
    + ArchiveFlaw.allCases.map { .brokenArchive($0, offset: 1_024) }

  static let results: [ResultsError.Problem] = [
    .empty, .tooLarge(bytes: 104_857_600, limit: 67_108_864), .tooManyCases(limit: 1_000_000), .tooDeep(limit: 100),
    .tooManyAttributes(limit: 1_000),
    .truncated(open: "testcase"), .truncated(open: nil), .mismatchedTag(expected: "testcase", found: "testsuite"),
    .unknownEntity("lol"), .declarations, .unknownEncoding("EBCDIC"), .malformed(expected: "a name"),
    .unknownRoot("html"), .notJSON, .tooManyValues(limit: 8_000_000), .badLine(expected: "1..<number>"),
    .planMismatch(planned: 3, found: 2), .planMismatch(planned: 2, found: 1), .noPlan, .bailedOut("no database"),
    .bailedOut(""), .unknownFormat, .noReport, .tooManyFiles(limit: 10_000),
  ]
}
