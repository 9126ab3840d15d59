import Git
import PlanFiles
import PlanModel

extension Workspace {
  /// Plan files that are in the work tree and will be in no commit, as git is told to ignore them; one finding for each
  /// pattern that does so.
  func ignoredPlanFiles() throws(Failure) -> [Finding] {
    guard location.workTree != nil else { return [] }
    return try git { () throws(GitError) in
      let files = try repository.ignoredFiles(below: ".handoff").filter(Self.isPlanFile)
      if files.isEmpty { return [] }
      let patterns = Dictionary(grouping: try repository.ignoredFiles(among: files)) { "\($0.source):\($0.line)" }
      return patterns.values.compactMap { ignored in
        ignored.min { $0.path < $1.path }.map { first in
          Finding(.file(.ignored(first.cause, others: ignored.count - 1)), path: first.path)
        }
      }
    }
  }

  /// The first pattern by which git would ignore a plan file that somebody is about to make.
  func ignoredPlan() throws(GitError) -> IgnoringPattern? {
    guard location.workTree != nil else { return nil }
    let folders = ItemKind.allCases.filter { $0 != .source }.map(\.folder)
    let items = folders.map { ".handoff/\($0)/any.md" }
    let source = ["source.yml", "statements.tsv", "original.txt"].map { ".handoff/sources/any/\($0)" }
    return try repository.ignoredFiles(among: [Policy.file, ".handoff/sign-offs/any/any.yml"] + items + source)
      .first?.cause
  }

  /// Whether a path below `.handoff` is one that a plan is read from, and no editor's or desktop's leftover.
  private static func isPlanFile(_ path: String) -> Bool {
    let parts = path.split(separator: "/").dropFirst()
    guard let folder = parts.first, let name = parts.last, parts.allSatisfy({ !$0.hasPrefix(".") }) else {
      return false
    }
    switch folder {
    case "handoff.yml": return true
    case "sources": return parts.count == 3 && !name.hasSuffix("~")
    case "attachments": return parts.count == 3
    case "sign-offs": return name.hasSuffix(".yml")
    default: return ItemKind.allCases.contains { $0.folder == folder } && name.hasSuffix(".md")
    }
  }
}

extension IgnoredFile {
  fileprivate var cause: IgnoringPattern { IgnoringPattern(pattern: pattern, file: source, line: line) }
}
