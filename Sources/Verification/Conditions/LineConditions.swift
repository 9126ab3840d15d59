import Git
import Patterns
import PlanModel

/// `adds` and `removes`: the lines that the story's commits add and remove.
///
/// The commits are taken as one diff: a line that one of them adds and a later one removes was not added by the story,
/// and one that a later commit brings back was not removed. Each line is searched by itself. A renamed file is one file:
/// a glob that matches any of its paths means it. Binary files have no lines.
struct LineConditions {
  let subject: any Subject
  let commits: [StoryCommit]

  func holds(_ side: StoryDiff.Side, _ glob: Glob, _ text: TextPattern) throws -> Observation {
    if commits.isEmpty { return .missing(.noCommits) }
    let pattern: Pattern
    do throws(PatternProblem) { pattern = try Pattern(text) } catch { return .badPattern(error) }
    let histories = FileHistory.all(in: commits).filter { $0.paths.contains { glob.means($0) } }
    var budget = SearchBudget()
    for history in histories {
      var lines = NetLines(pattern: pattern)
      for (change, isMerge) in history.changes where try mayTouch(text, in: change) {
        let wasSearched = lines.apply(try subject.lines(of: change), path: change.path, isMerge, &budget)
        if !wasSearched { return .missing(.patternTooCostly(path: change.path)) }
      }
      if let line = lines.first(side) { return .holds(line) }
    }
    if commits.allSatisfy(\.isOfPlan) { return .missing(.noCommits) }
    return .fails(histories.isEmpty ? .noFile : .noMatch(searched: histories.count))
  }

  /// Whether comparing is worth while: a text that stands in neither version of a file is on no line that differs.
  private func mayTouch(_ text: TextPattern, in change: FileChange) throws -> Bool {
    // Bytes that are no UTF-8 are read as U+FFFD, which may be looked for.
    guard case .text(let words) = text, !words.unicodeScalars.contains("\u{FFFD}") else { return true }
    return try subject.mayTouch(Array(words.utf8), in: change)
  }
}

/// One file through the story's commits, whatever it is called in each.
struct FileHistory {
  var paths: Set<String> = []
  var changes: [(change: FileChange, isMerge: Bool)] = []

  /// The files that `commits` touch, in the order of their first change.
  static func all(in commits: [StoryCommit]) -> [FileHistory] {
    var histories: [FileHistory] = []
    var indexByPath: [String: Int] = [:]
    for commit in commits {
      for change in commit.changes {
        // A merge tells of a rename again that a merged commit had made.
        let known = indexByPath[change.oldPath ?? change.path] ?? (commit.isMerge ? indexByPath[change.path] : nil)
        let index = known ?? histories.endIndex
        if index == histories.endIndex { histories.append(FileHistory()) }
        if let oldPath = change.oldPath { indexByPath[oldPath] = nil }
        indexByPath[change.path] = index
        histories[index].paths.formUnion(change.paths)
        histories[index].changes.append((change, commit.isMerge))
      }
    }
    return histories
  }
}
