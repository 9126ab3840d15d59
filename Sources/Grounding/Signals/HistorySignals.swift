import CodeIndex

/// A past commit whose message has words of the text.
struct SimilarCommit: Sendable {
  /// In the history.
  let commit: Int
  /// As a share of the best one's.
  let score: Double
}

/// What a text has to do with the past of the code.
package struct LikePast: Sendable {
  let history: History
  let paths: PastPaths
  /// The commits whose messages are like the text, the best first.
  let commits: [SimilarCommit]

  init(_ history: History, paths: PastPaths, commits: [SimilarCommit]) {
    self.history = history
    self.paths = paths
    self.commits = commits
  }

  init(_ query: Query, _ history: History, _ sources: SourceTable, _ snapshot: Snapshot) throws(CodeIndexError) {
    self.history = history
    paths = PastPaths(history, sources, snapshot)
    guard history.count > 0, !query.isEmpty else {
      commits = []
      return
    }
    commits = try MessageTable(query, history, PastFiles(history, paths, sources)).best(query.logWeights)
  }
}

/// What the past of sources has to do with a text: all that needs no look at the words of the sources, so that it can be
/// found beside that.
struct Past: Sendable {
  let like: LikePast
  let files: PastFiles
  private(set) var columns: [Column: [Double]] = [:]
  /// Of sources.
  private let count: Int

  init(_ query: Query, _ history: History, _ sources: SourceTable, _ snapshot: Snapshot) throws(CodeIndexError) {
    count = sources.count
    let paths = PastPaths(history, sources, snapshot)
    files = PastFiles(history, paths, sources)
    let messages = try MessageTable(query, history, files)
    like = LikePast(history, paths: paths, commits: messages.best(query.logWeights))
    let (votes, recent) = add(like.commits, .history, .bestCommit)
    columns[.recentHistory] = recent.scaled()
    columns[.rareHistory] = zip(votes, files.changes).map { $0 / (1 + $1).squareRoot() }.scaled()
    _ = add(messages.best(query.title.map(Logarithm.of1plus)), .titleHistory, .titleBestCommit)
    columns[.changes] = files.changes.map(Logarithm.of1plus).scaled()
    columns[.recentChanges] = files.recent.map(Logarithm.of1plus).scaled()
    columns[.noPast] = files.changes.map { $0 > 0 ? 0 : 1 }
    columns[.fixes] = files.fixes(messages.fixes).map(Logarithm.of1plus).scaled()
    addMessages(messages, query)
  }

  /// The votes of commits for what they changed; the second list counts old ones less.
  private mutating func add(
    _ commits: [SimilarCommit], _ column: Column, _ best: Column
  ) -> (votes: [Double], recent: [Double]) {
    var votes = [Double](repeating: 0, count: count)
    var recent = votes
    var most = votes
    for one in commits {
      let changed = files.sources(one.commit)
      guard !changed.isEmpty else { continue }
      let number = Double(changed.count)
      let vote = one.score * one.score * one.score / number.squareRoot()
      let decay = Logarithm.decay(seconds: files.age(one.commit), years: 3)
      let best = one.score / number.squareRoot().squareRoot()
      for source in changed.lazy.map(Int.init) {
        votes[source] += vote
        recent[source] += vote * decay
        most[source] = max(most[source], best)
      }
    }
    columns[column] = votes.scaled()
    columns[best] = most
    return (votes, recent)
  }

  /// All messages of a file's commits as one document.
  private mutating func addMessages(_ messages: MessageTable, _ query: Query) {
    var lengths = [Double](repeating: 0, count: count)
    for commit in files.commits {
      let sources = files.sources(commit)
      guard !sources.isEmpty else { continue }
      let length = messages.length(commit) / Double(files.fileCount(commit)).squareRoot()
      for source in sources { lengths[Int(source)] += length }
    }
    let mean = max(1e-9, lengths.reduce(0, +) / Double(max(1, count)))
    var scores = [Double](repeating: 0, count: count)
    var titled = scores
    var counts = scores
    var touched: [Int] = []
    for (term, postings) in messages.postings.enumerated() where query.weights[term] > 0 && !postings.isEmpty {
      for posting in postings {
        let weight = min(2, posting.weight) / Double(files.fileCount(posting.commit)).squareRoot()
        for source in files.sources(posting.commit).lazy.map(Int.init) {
          if counts[source] == 0 { touched.append(source) }
          counts[source] += weight
        }
      }
      let rarity = Logarithm.rarity(touched.count, of: count)
      for source in touched {
        let share = counts[source] / max(0.1, 0.4 + 0.6 * lengths[source] / mean)
        scores[source] += query.logWeights[term] * rarity * share / (1 + share)
        titled[source] += query.title[term] * rarity * share / (1 + share)
        counts[source] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
    columns[.messages] = scores.scaled()
    columns[.titleMessages] = titled.scaled()
  }
}

extension Ranking {
  /// What the past says: commits with similar messages, how often and how lately files changed, and what together.
  mutating func addHistory(_ past: Past?) throws(CodeIndexError) {
    guard let past else {
      columns[.noPast] = zeros().map { _ in 1 }
      return
    }
    likePast = past.like
    for (column, values) in past.columns { columns[column] = values }
    try addCochange(past.files)
    try addTests(past.files)
  }

  /// What changed together with the best.
  private mutating func addCochange(_ past: PastFiles) throws(CodeIndexError) {
    guard let first = order.first, lexical[first] > 0 else { return }
    var sums = zeros()
    for source in order.prefix(8) {
      let commits = try past.commits(changing: sources.sources[source].path)
      let weight = lexical[source] / lexical[first] / (Double(commits.count) + 3)
      for commit in commits {
        for other in past.sources(commit) where other != source {
          sums[Int(other)] += weight / Double(past.fileCount(commit))
        }
      }
    }
    columns[.cochange] = sums.scaled()
  }

  /// What changed together with the tests that fit the text best.
  private mutating func addTests(_ past: PastFiles) throws(CodeIndexError) {
    var scores = [Double](repeating: 0, count: sources.tests.count)
    for (term, entries) in words.tests.enumerated() {
      let weight = (2 * query.title[term] + query.logWeights[term]) * words.testRarity[term]
      guard weight > 0 else { continue }
      for entry in entries { scores[Int(entry.test)] += weight * entry.saturation }
    }
    let best = scores.order(12)
    guard let first = best.first, scores[first] > 0 else { return }
    var sums = zeros()
    for test in best where scores[test] > 0 {
      let share = scores[test] / scores[first]
      let commits = try past.commits(changing: sources.tests[test].path)
      for commit in commits {
        for source in past.sources(commit) {
          sums[Int(source)] += share * share / Double(past.fileCount(commit)) / (Double(commits.count) + 3)
        }
      }
    }
    columns[.tests] = sums.scaled().map { Logarithm.of1plus(3 * $0) }.scaled()
  }
}
