import PlanModel

/// A condition of the table: how a story states it, and how git is asked.
struct TableCondition: Sendable {
  enum Kind: Sendable {
    case changed, unchanged, exists, missing, contains, lacks, adds, removes
    case symbol, symbolGone, symbolChanged, test, coverage, run
  }

  let kind: Kind
  /// As the story has it; for a test or a command, empty.
  var glob = ""
  /// What is looked for: words, a symbol, a test, a percentage, a command.
  var pattern: String?
  var isRegex = false

  /// One line of a `verify` block.
  var text: String {
    guard let pattern else { return "\(kind): \"\(glob)\"" }
    switch kind {
    case .symbol: return "symbol: {name: \(pattern), in: \"\(glob)\"}"
    case .symbolGone: return "symbol: {name: \(pattern), in: \"\(glob)\", gone: true}"
    case .symbolChanged: return "symbol: {name: \(pattern), in: \"\(glob)\", changed: true}"
    case .test: return "test: \"\(pattern)\""
    case .coverage: return "coverage: {of: \"\(glob)\", at-least: \(pattern)%}"
    case .run: return "run: \"\(pattern)\""
    default: break
    }
    return "\(kind): {in: \"\(glob)\", \(isRegex ? "matches" : "text"): \"\(pattern)\"}"
  }

  /// What it means in git's own words: a file of the plan is meant by its name alone.
  var pathspecs: [String] { [pathspec, ":(exclude,top).handoff"] }

  /// The same glob in git's own words (gitglossary(7), "pathspec").
  var pathspec: String { glob.contains("/") || glob == "**" ? ":(top,glob)\(glob)" : ":(top,glob)**/\(glob)" }

  /// Whether it is about what the story's commits change.
  var isAboutChanges: Bool {
    [.changed, .unchanged, .adds, .removes, .symbolChanged, .coverage].contains(kind)
  }

  /// Whether it holds from the beginning, and is there to go on holding.
  var isGuard: Bool { kind == .unchanged || kind == .lacks }

  static let all: [TableCondition] = [
    .init(kind: .changed, glob: "src/**"), .init(kind: .changed, glob: "lib/**"), .init(kind: .changed, glob: "*.txt"),
    .init(kind: .changed, glob: "docs/guide.md"), .init(kind: .unchanged, glob: "src/**"),
    .init(kind: .unchanged, glob: "lib/**"), .init(kind: .unchanged, glob: "docs/guide.md"),
    .init(kind: .exists, glob: "src/new.txt"), .init(kind: .exists, glob: "src/old.txt"),
    .init(kind: .exists, glob: "lib/sub"), .init(kind: .missing, glob: "src/old.txt"),
    .init(kind: .missing, glob: "src/new.txt"), .init(kind: .contains, glob: "src/**", pattern: "muted"),
    .init(kind: .contains, glob: "**", pattern: "legacy"),
    .init(kind: .contains, glob: "src/*.txt", pattern: "^mut.d$", isRegex: true),
    .init(kind: .lacks, glob: "src/**", pattern: "muted"), .init(kind: .lacks, glob: "lib/**", pattern: "legacy"),
    .init(kind: .adds, glob: "src/**", pattern: "muted"), .init(kind: .adds, glob: "lib/**", pattern: "muted"),
    .init(kind: .adds, glob: "**", pattern: "^m[a-z]+d$", isRegex: true),
    .init(kind: .removes, glob: "src/**", pattern: "legacy"), .init(kind: .removes, glob: "lib/**", pattern: "legacy"),
    .init(kind: .symbol, glob: "src/**", pattern: "mute"), .init(kind: .symbol, glob: "src/**", pattern: "fresh"),
    .init(kind: .symbolGone, glob: "src/**", pattern: "mute"),
    .init(kind: .symbolChanged, glob: "src/**", pattern: "mute"),
    .init(kind: .symbolChanged, glob: "**", pattern: "mute"), .init(kind: .test, pattern: "has muted"),
    .init(kind: .test, pattern: "has *"), .init(kind: .test, pattern: "new file"),
    .init(kind: .coverage, glob: "src/**", pattern: "60"), .init(kind: .coverage, glob: "lib/**", pattern: "50"),
    .init(kind: .run, pattern: "test -f src/new.txt"), .init(kind: .run, pattern: "! grep -rq muted src"),
  ]
}
