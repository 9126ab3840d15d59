import CodeIndex

/// The words of a question in the messages of past commits.
struct MessageTable {
  struct Posting {
    let commit: Int
    /// Words of the subject count once, those of the body half.
    let weight: Double
  }

  /// By term; only ancestors that changed a few files.
  private(set) var postings: [[Posting]] = []
  /// By commit of the history: whether its subject says that something was wrong.
  private(set) var fixes: [Bool]
  private let history: History
  private let meanLength: Double
  private let count: Int

  /// How many of the best are looked at.
  private static let most = 150

  private static let mending = [
    "fix", "fixe", "hotfix", "bugfix", "bug", "regression", "regress", "correct", "handl", "handle", "crash", "crashe",
    "error",
  ]

  init(_ query: Query, _ history: History, _ past: PastFiles) throws(CodeIndexError) {
    self.history = history
    fixes = [Bool](repeating: false, count: history.commits.count)
    let sum = past.commits.reduce(0) { $0 + Self.length(history.commits[$1]) }
    count = past.commits.count
    meanLength = max(1, sum / Double(max(1, count)))
    postings = Array(repeating: [], count: query.terms.count)
    let asked = query.terms.indices.filter { query.weights[$0] > 0 }
    for (term, found) in zip(asked, try history.postings(ofWords: asked.map { query.terms[$0] })) {
      postings[term] = found.compactMap { posting in
        guard past.hasFiles(posting.commit) else { return nil }
        return Posting(commit: posting.commit, weight: Double(posting.subject) + 0.5 * Double(posting.body))
      }
    }
    for postings in try history.postings(ofWords: Self.mending) {
      for posting in postings where posting.subject > 0 { fixes[posting.commit] = true }
    }
  }

  private static func length(_ commit: PastCommit) -> Double {
    Double(commit.subjectLength) + 0.5 * Double(commit.bodyLength)
  }

  func length(_ commit: Int) -> Double { Self.length(history.commits[commit]) }

  /// A score that at least `count` of them reach, where there are so many, and not many more.
  private static func least(_ scores: [Double], _ count: Int) -> Double {
    guard scores.count > 2 * count, let most = scores.max(), most > 0 else { return -.infinity }
    var counts = [Int](repeating: 0, count: 257)
    for score in scores { counts[max(0, Int(256 * score / most))] += 1 }
    var reached = 0
    for step in counts.indices.reversed() {
      reached += counts[step]
      // One step lower: the quotient was rounded.
      if reached >= count { return most * Double(step - 1) / 256 }
    }
    return -.infinity
  }

  /// The commits that fit weights of the terms best, by BM25.
  func best(_ weights: [Double]) -> [SimilarCommit] {
    var scores = [Double](repeating: 0, count: history.commits.count)
    var touched: [Int] = []
    for (term, postings) in postings.enumerated() where weights[term] > 0 {
      let weight = weights[term] * Logarithm.rarity(postings.count, of: count)
      for posting in postings {
        let norm = 1.2 * (0.5 + 0.5 * length(posting.commit) / meanLength)
        if scores[posting.commit] == 0 { touched.append(posting.commit) }
        scores[posting.commit] += weight * posting.weight * 2.2 / (posting.weight + norm)
      }
    }
    // Most are far below the best ones, and need not be sorted.
    let least = Self.least(touched.map { scores[$0] }, Self.most)
    let best = touched.filter { scores[$0] >= least }
      .sorted { scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1] }.prefix(Self.most)
    guard let first = best.first else { return [] }
    return best.map { SimilarCommit(commit: $0, score: scores[$0] / scores[first]) }
  }
}
