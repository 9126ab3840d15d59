import PlanModel

/// A condition of the table: how a story states it, and how git is asked.
struct TableCondition: Sendable {
  enum Kind: Sendable { case changed, unchanged, exists, missing, contains, lacks, adds, removes }

  let kind: Kind
  /// As the story has it.
  let glob: String
  var pattern: String?
  var isRegex = false

  /// One line of a `verify` block.
  var text: String {
    guard let pattern else { return "\(kind): \"\(glob)\"" }
    return "\(kind): {in: \"\(glob)\", \(isRegex ? "matches" : "text"): \"\(pattern)\"}"
  }

  /// The same glob in git's own words (gitglossary(7), "pathspec").
  var pathspec: String { glob.contains("/") || glob == "**" ? ":(top,glob)\(glob)" : ":(top,glob)**/\(glob)" }

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
  ]
}
