import CodeIndex

/// Which sources past commits changed. Only commits of a few files count.
struct PastFiles {
  /// The ancestors that changed some file that is kept, older ones first.
  let commits: [Int]
  /// By source: how many commits changed it, and how much that is where a year counts `1/e`.
  let changes: [Double]
  let recent: [Double]
  private let history: History
  /// By path of the history.
  private let places: [Int32]
  private let now: Int64

  init(_ history: History, _ table: SourceTable) {
    self.history = history
    let places = history.paths.map { Int32(table.source(at: $0) ?? -1) }
    var commits: [Int] = []
    var now: Int64 = 0
    for (number, commit) in history.commits.enumerated() where history.isAncestor(number) {
      now = max(now, commit.seconds)
      if !history.files(of: number).isEmpty { commits.append(number) }
    }
    var changes = [Double](repeating: 0, count: table.count)
    var recent = changes
    for number in commits {
      let decay = Logarithm.decay(seconds: now - history.commits[number].seconds, years: 1)
      for file in history.files(of: number) where places[Int(file)] >= 0 {
        changes[Int(places[Int(file)])] += 1
        recent[Int(places[Int(file)])] += decay
      }
    }
    self.places = places
    self.commits = commits
    self.changes = changes
    self.recent = recent
    self.now = now
  }

  /// The sources that a commit changed.
  func sources(_ commit: Int) -> [Int] {
    history.files(of: commit).compactMap { places[Int($0)] >= 0 ? Int(places[Int($0)]) : nil }
  }

  func fileCount(_ commit: Int) -> Int { max(1, history.files(of: commit).count) }
  func age(_ commit: Int) -> Int64 { now - history.commits[commit].seconds }

  /// The ancestors that changed what is no source, such as a test.
  func commits(changing path: String) throws(CodeIndexError) -> [Int] { try history.commits(changing: path) }

  /// By source: how much the commits that mended something changed it.
  func fixes(_ mending: Set<Int>) -> [Double] {
    var sums = [Double](repeating: 0, count: changes.count)
    for commit in mending.sorted() {
      let decay = Logarithm.decay(seconds: age(commit), years: 3)
      for source in sources(commit) { sums[source] += decay }
    }
    return sums
  }
}
