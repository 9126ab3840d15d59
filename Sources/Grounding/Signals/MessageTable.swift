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
    for (term, word) in query.terms.enumerated() {
      guard query.weights[term] > 0 else {
        postings.append([])
        continue
      }
      postings.append(
        try history.postings(ofWord: word).compactMap { posting in
          guard past.hasFiles(posting.commit) else { return nil }
          return Posting(commit: posting.commit, weight: Double(posting.subject) + 0.5 * Double(posting.body))
        })
    }
    for word in Self.mending {
      for posting in try history.postings(ofWord: word) where posting.subject > 0 { fixes[posting.commit] = true }
    }
  }

  private static func length(_ commit: PastCommit) -> Double {
    Double(commit.subjectLength) + 0.5 * Double(commit.bodyLength)
  }

  func length(_ commit: Int) -> Double { Self.length(history.commits[commit]) }

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
    let best = touched.sorted { scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1] }.prefix(Self.most)
    guard let first = best.first else { return [] }
    return best.map { SimilarCommit(commit: $0, score: scores[$0] / scores[first]) }
  }
}
