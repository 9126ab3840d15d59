package import CodeIndex
import Git

/// Finds code to do as: a sibling of the files that a text is about, and the commit that brought it, best with its test and
/// its documentation.
package struct PatternFinder {
  private let snapshot: Snapshot
  private let query: Query
  /// By commit of the history: how much its message is like the text, the best 1.
  private let similar: [Int: Double]
  private let like: LikePast?

  /// This and the weights below were chosen by past commits of five repositories; Benchmarks/patterns measures them.
  private static let leastScore = 1.4
  private static let most = 3
  private static let mostTargets = 5

  /// - Parameter past: what the past has to do with the text, where that was found already.
  package init(_ snapshot: Snapshot, _ query: Query, _ past: LikePast? = nil) throws(CodeIndexError) {
    self.snapshot = snapshot
    self.query = query
    var past = past
    if past == nil, let history = try snapshot.history {
      past = try LikePast(query, history, SourceTable(snapshot), snapshot)
    }
    like = past
    similar = Dictionary((past?.commits ?? []).map { ($0.commit, $0.score) }) { first, _ in first }
  }

  /// The patterns for the files that a text is about, the most like first.
  ///
  /// - Parameter targets: paths with their shares, the surest first.
  package func patterns(for targets: [(path: String, share: Double)]) throws(CodeIndexError) -> [CodePattern] {
    let most = targets.map(\.share).max() ?? 1
    let wanted = targets.prefix(Self.mostTargets).map { PathShape($0.path, weight: $0.share / max(most, 1e-9)) }
    guard !wanted.isEmpty else { return [] }
    let named = Set(targets.compactMap { snapshot.place(of: $0.path) })
    var found: [(score: Double, pattern: CodePattern, number: Int)] = []
    let past = like.map { BroughtFiles($0.history, $0.paths, snapshot) }
    if let past {
      // The newest first: what was done lately is done so still.
      for commit in past.commits.reversed() {
        let files = past.files(of: commit)
        if files.contains(where: { $0.isNew && named.contains($0.place) }) { continue }
        guard let one = best(of: files, past, wanted, besides: named) else { continue }
        found.append((score(one.likeness, commit, files, newer: found.count), one.pattern, commit))
      }
    }
    found.sort { $0.score == $1.score ? $0.number > $1.number : $0.score > $1.score }
    var patterns: [CodePattern] = []
    for one in found
    where one.score >= Self.leastScore && patterns.count < Self.most
      && !patterns.contains(where: { $0.path == one.pattern.path })
    {
      patterns.append(try told(one.pattern, one.number, past))
    }
    return patterns.isEmpty ? siblings(of: wanted, besides: named) : patterns
  }

  /// The file of a commit that is most like a target.
  private func best(
    of files: [BroughtFiles.File], _ past: BroughtFiles, _ wanted: [PathShape], besides named: Set<Int>
  ) -> (likeness: Double, pattern: CodePattern)? {
    var best: (likeness: Double, pattern: CodePattern)?
    for file in files where file.isNew && file.role == .code && !named.contains(file.place) {
      let shape = PathShape(snapshot.files[file.place].path, weight: 1)
      for target in wanted {
        guard let (likeness, kind) = target.likeness(to: shape), likeness * target.weight > best?.likeness ?? 0 else {
          continue
        }
        best = (likeness * target.weight, CodePattern(path: shape.path, target: target.path, likeness: kind))
      }
    }
    return best
  }

  /// - Parameter newer: how many newer commits brought something like it.
  private func score(
    _ likeness: Double, _ commit: Int, _ files: [BroughtFiles.File], newer: Int
  ) -> Double {
    let isTested = files.contains { $0.role == .test && $0.isNew }
    return likeness + (similar[commit] ?? 0) + 1 / (1 + Double(newer) / 8) + (isTested ? 0.1 : 0)
  }

  /// With what the commit brought, and the words that its message has of the text.
  private func told(
    _ pattern: CodePattern, _ number: Int, _ past: BroughtFiles?
  ) throws(CodeIndexError) -> CodePattern {
    guard let history = like?.history, let past else { return pattern }
    var pattern = pattern
    pattern.commit = history.id(of: number)
    pattern.parts = past.files(of: number)
      .map { CodePattern.Part(path: snapshot.files[$0.place].path, role: $0.role, isNew: $0.isNew) }
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
  private func siblings(of wanted: [PathShape], besides named: Set<Int>) -> [CodePattern] {
    var best: [(score: Double, pattern: CodePattern)] = []
    for (place, file) in snapshot.files.enumerated()
    where file.isCode && file.traits.isEmpty && !named.contains(place) {
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
