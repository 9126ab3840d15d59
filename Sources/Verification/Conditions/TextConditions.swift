import Git
import Patterns
import PlanModel

/// `contains` and `lacks`: what the files of the judged tree hold.
///
/// Whole files are searched; see `Pattern` for what a match is. Symbolic links, submodules and binary files (a NUL
/// among the first bytes, as git tells them) hold no text and are passed over. Both conditions need something to look
/// at: `lacks` over a glob that matches no text file is undecided, because a glob with a slip in it must not make a
/// criterion met. What was too large or too costly to search leaves a condition undecided unless a match decides it.
struct TextConditions {
  /// Larger files are passed over, in bytes, and said so.
  static let sizeLimit = 10 << 20
  static let binaryProbe = 8_000

  let tree: any CodeTree

  func contains(_ glob: Glob, _ text: TextPattern) throws -> Observation {
    let search = try search(glob, text)
    if let observation = search.undecided { return observation }
    if let match = search.match { return .holds(match) }
    return .fails(search.matchedFiles == 0 ? .noFile : .noMatch(searched: search.searched))
  }

  func lacks(_ glob: Glob, _ text: TextPattern) throws -> Observation {
    let search = try search(glob, text)
    if let observation = search.undecided { return observation }
    if let match = search.match { return .fails(match) }
    if search.matchedFiles == 0 { return .missing(.noFile) }
    return search.searched == 0 ? .missing(.noMatch(searched: 0)) : .holds(.noMatch(searched: search.searched))
  }

  /// How far a search through the files of a glob came.
  private struct Search {
    var match: ConditionFact?
    var matchedFiles = 0
    var searched = 0
    var tooLarge: [String] = []
    var obstacle: Observation?

    /// What keeps the search from an answer, if it found no match.
    var undecided: Observation? {
      if match != nil { return nil }
      if let obstacle { return obstacle }
      let named = Array(tooLarge.prefix(Observation.namesKept))
      return named.isEmpty ? nil : .missing(.filesTooLarge(named, count: tooLarge.count, limit: sizeLimit))
    }
  }

  private func search(_ glob: Glob, _ text: TextPattern) throws -> Search {
    var search = Search()
    let pattern: Pattern
    do throws(PatternProblem) {
      pattern = try Pattern(text)
    } catch {
      search.obstacle = .badPattern(error)
      return search
    }
    var budget = SearchBudget()
    for file in try tree.files(meantBy: glob) {
      search.matchedFiles += 1
      guard file.kind == .file || file.kind == .executable else { continue }
      guard let contents = try tree.contents(of: file, limit: Self.sizeLimit) else {
        search.tooLarge.append(file.path)
        continue
      }
      if contents.prefix(Self.binaryProbe).contains(0) { continue }
      search.searched += 1
      let text = String(decoding: contents, as: UTF8.self)
      switch pattern.firstMatch(in: text, budget: &budget) {
      case .found(let range):
        search.match = Excerpt(of: text, at: range.lowerBound).fact(path: file.path)
        return search
      case .tooCostly:
        search.obstacle = .missing(.patternTooCostly(path: file.path))
        return search
      case .absent:
        continue
      }
    }
    return search
  }
}
