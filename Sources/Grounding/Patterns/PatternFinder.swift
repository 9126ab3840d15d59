package import CodeIndex
import Git

/// Finds code to do as: a sibling of the files that a text is about, and the commit that brought it, best with its test and
/// its documentation.
package struct PatternFinder {
  private let snapshot: Snapshot
  private let query: Query
  /// By commit of the history: how much its message is like the text, the best 1.
  private let similar: [Int: Double]

  /// This and the weights below were chosen by hand, and not measured.
  private static let leastScore = 0.6
  private static let most = 3
  private static let mostTargets = 5

  package init(_ snapshot: Snapshot, _ query: Query) throws(CodeIndexError) {
    var similar: [SimilarCommit] = []
    if let history = snapshot.history, history.count > 0, !query.isEmpty {
      let past = PastFiles(history, SourceTable(snapshot))
      similar = try MessageTable(query, history, past).best(query.logWeights)
    }
    self.init(snapshot, query, similar)
  }

  init(_ snapshot: Snapshot, _ query: Query, _ similar: [SimilarCommit]) {
    self.snapshot = snapshot
    self.query = query
    self.similar = Dictionary(similar.map { ($0.commit, $0.score) }) { first, _ in first }
  }

  /// The patterns for the files that a text is about, the most like first.
  ///
  /// - Parameter targets: paths with their shares, the surest first.
  package func patterns(for targets: [(path: String, share: Double)]) throws(CodeIndexError) -> [CodePattern] {
    let most = targets.map(\.share).max() ?? 1
    let wanted = targets.prefix(Self.mostTargets).map { PathShape($0.path, weight: $0.share / max(most, 1e-9)) }
    guard !wanted.isEmpty else { return [] }
    let named = Set(targets.map(\.path))
    var found: [(score: Double, pattern: CodePattern, number: Int)] = []
    let past = snapshot.history.map { BroughtFiles($0, snapshot) }
    if let history = snapshot.history, let past {
      for (commit, files) in past.commits where !files.contains(where: { $0.isNew && named.contains($0.path) }) {
        guard let one = best(of: files, past, wanted, besides: named) else { continue }
        let score = score(one.likeness, commit, files, past, history)
        if score >= Self.leastScore { found.append((score, one.pattern, commit)) }
      }
    }
    found.sort { $0.score == $1.score ? $0.number > $1.number : $0.score > $1.score }
    var patterns: [CodePattern] = []
    for one in found where patterns.count < Self.most && !patterns.contains(where: { $0.path == one.pattern.path }) {
      patterns.append(try told(one.pattern, one.number, past))
    }
    return patterns.isEmpty ? siblings(of: wanted, besides: named) : patterns
  }

  /// The file of a commit that is most like a target.
  private func best(
    of files: [BroughtFiles.File], _ past: BroughtFiles, _ wanted: [PathShape], besides named: Set<String>
  ) -> (likeness: Double, pattern: CodePattern)? {
    var best: (likeness: Double, pattern: CodePattern)?
    for file in files where file.isNew && file.role == .code && !named.contains(file.path) {
      let shape = PathShape(file.path, weight: 1)
      for target in wanted {
        guard let (likeness, kind) = target.likeness(to: shape), likeness * target.weight > best?.likeness ?? 0 else {
          continue
        }
        best = (likeness * target.weight, CodePattern(path: file.path, target: target.path, likeness: kind))
      }
    }
    return best
  }

  private func score(
    _ likeness: Double, _ commit: Int, _ files: [BroughtFiles.File], _ past: BroughtFiles, _ history: History
  ) -> Double {
    var score = likeness + 0.6 * (similar[commit] ?? 0)
    if files.contains(where: { $0.role == .test && $0.isNew }) { score += 0.25 }
    if files.contains(where: { $0.role == .documentation }) { score += 0.1 }
    score += 0.15 * Logarithm.decay(seconds: past.age(commit), years: 2)
    // A commit of many new files is the beginning of something, and no example.
    return score - 0.05 * Double(max(0, files.count { $0.isNew && $0.role == .code } - 4))
  }

  /// With what the commit brought, and the words that its message has of the text.
  private func told(
    _ pattern: CodePattern, _ number: Int, _ past: BroughtFiles?
  ) throws(CodeIndexError) -> CodePattern {
    guard let history = snapshot.history, let past else { return pattern }
    var pattern = pattern
    pattern.commit = history.id(of: number)
    pattern.parts = past.files(of: number)
      .map { CodePattern.Part(path: $0.path, role: $0.role, isNew: $0.isNew) }
      .sorted {
        ($0.path == pattern.path ? 0 : 1, $0.role.order, $0.path) < (
          $1.path == pattern.path ? 0 : 1, $1.role.order, $1.path
        )
      }
    var words: [(place: Int, count: Int)] = []
    for (place, term) in query.terms.enumerated() where query.logWeights[place] > 0 {
      let postings = try history.postings(ofWord: term)
      if postings.contains(where: { $0.commit == number }) { words.append((place, postings.count)) }
    }
    // The rarest say most.
    pattern.words = words.sorted { ($0.count, $0.place) < ($1.count, $1.place) }.prefix(3).map {
      query.spellings[$0.place]
    }
    return pattern
  }

  /// Where history tells nothing: the files whose names end like a target's, beside it.
  private func siblings(of wanted: [PathShape], besides named: Set<String>) -> [CodePattern] {
    var best: [(score: Double, pattern: CodePattern)] = []
    for file in snapshot.files where file.isCode && file.traits.isEmpty && !named.contains(file.path) {
      let shape = PathShape(file.path, weight: 1)
      for target in wanted {
        guard let (likeness, kind) = target.likeness(to: shape), case .role = kind else { continue }
        best.append((likeness * target.weight, CodePattern(path: file.path, target: target.path, likeness: kind)))
      }
    }
    best.sort { $0.score == $1.score ? $0.pattern.path < $1.pattern.path : $0.score > $1.score }
    return best.prefix(1).map(\.pattern)
  }
}

extension CodePattern.Role {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
