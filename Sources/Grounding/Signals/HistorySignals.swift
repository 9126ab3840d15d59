import CodeIndex

/// A past commit whose message has words of the text.
struct SimilarCommit {
  /// In the history.
  let commit: Int
  /// As a share of the best one's.
  let score: Double
}

/// What a text has to do with the past of the code.
package struct LikePast {
  let paths: PastPaths
  /// The commits whose messages are like the text, the best first.
  let commits: [SimilarCommit]

  init(paths: PastPaths, commits: [SimilarCommit]) {
    self.paths = paths
    self.commits = commits
  }

  init(_ query: Query, _ history: History, _ sources: SourceTable, _ snapshot: Snapshot) throws(CodeIndexError) {
    paths = PastPaths(history, snapshot)
    guard history.count > 0, !query.isEmpty else {
      commits = []
      return
    }
    commits = try MessageTable(query, history, PastFiles(history, paths, sources)).best(query.logWeights)
  }
}

extension Ranking {
  /// What the past says: commits with similar messages, and how often and how lately files changed.
  mutating func addHistory() throws(CodeIndexError) {
    guard let history = snapshot.history, history.count > 0 else {
      columns[.noPast] = zeros().map { _ in 1 }
      return
    }
    let paths = PastPaths(history, snapshot)
    let past = PastFiles(history, paths, sources)
    let messages = try MessageTable(query, history, past)
    let similar = messages.best(query.logWeights)
    likePast = LikePast(paths: paths, commits: similar)
    let (votes, recent) = add(similar, past, .history, .bestCommit)
    columns[.recentHistory] = recent.scaled()
    columns[.rareHistory] =
      zip(votes, past.changes).map { $0 / (1 + $1).squareRoot() }.scaled()
    _ = add(messages.best(query.title.map(Logarithm.of1plus)), past, .titleHistory, .titleBestCommit)
    columns[.changes] = past.changes.map(Logarithm.of1plus).scaled()
    columns[.recentChanges] = past.recent.map(Logarithm.of1plus).scaled()
    columns[.noPast] = past.changes.map { $0 > 0 ? 0 : 1 }
    columns[.fixes] = past.fixes(messages.fixes).map(Logarithm.of1plus).scaled()
    addMessages(messages, past)
    try addCochange(past)
    try addTests(past)
  }

  /// The votes of commits for what they changed; the second list counts old ones less.
  private mutating func add(
    _ commits: [SimilarCommit], _ past: PastFiles, _ column: Column, _ best: Column
  ) -> (votes: [Double], recent: [Double]) {
    var votes = zeros()
    var recent = zeros()
    var most = zeros()
    for one in commits {
      let changed = past.sources(one.commit)
      guard !changed.isEmpty else { continue }
      let number = Double(changed.count)
      let vote = one.score * one.score * one.score / number.squareRoot()
      let decay = Logarithm.decay(seconds: past.age(one.commit), years: 3)
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
  private mutating func addMessages(_ messages: MessageTable, _ past: PastFiles) {
    var lengths = zeros()
    for commit in past.commits {
      let sources = past.sources(commit)
      guard !sources.isEmpty else { continue }
      let length = messages.length(commit) / Double(past.fileCount(commit)).squareRoot()
      for source in sources { lengths[Int(source)] += length }
    }
    let mean = max(1e-9, lengths.reduce(0, +) / Double(max(1, count)))
    var scores = zeros()
    var titled = zeros()
    var counts = zeros()
    var touched: [Int] = []
    for (term, postings) in messages.postings.enumerated() where query.weights[term] > 0 && !postings.isEmpty {
      for posting in postings {
        let weight = min(2, posting.weight) / Double(past.fileCount(posting.commit)).squareRoot()
        for source in past.sources(posting.commit).lazy.map(Int.init) {
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

  /// What changed together with the best.
  private mutating func addCochange(_ past: PastFiles) throws(CodeIndexError) {
    guard let history = snapshot.history, let first = order.first, lexical[first] > 0 else { return }
    var sums = zeros()
    for source in order.prefix(8) {
      let commits = try history.commits(changing: sources.sources[source].path)
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
