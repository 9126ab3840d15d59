import CodeIndex

/// Where the paths of the past stand in the snapshot.
struct PastPaths: Sendable {
  /// By path of the history: its place among the files of the snapshot; -1 for what is there no longer.
  let files: [Int32]
  /// The same, where a source that was moved since is what it is now.
  let now: [Int32]

  init(_ history: History, _ table: SourceTable, _ snapshot: Snapshot) {
    let known = TermTable(snapshot.files.map(\.path))
    let files = history.paths.map { Int32(known.known($0) ?? -1) }
    let resolver = PathResolver(table)
    self.files = files
    now = zip(history.paths, files).map { path, file in
      guard file < 0, let source = resolver.source(movedFrom: path) else { return file }
      return Int32(known.known(table.sources[source].path) ?? -1)
    }
  }
}

/// Which sources past commits changed, those that were moved since among them. Only commits of a few files count.
struct PastFiles: Sendable {
  /// The ancestors that changed some file that is kept, older ones first.
  let commits: [Int]
  /// By source: how many commits changed it, and how much that is where a year counts `1/e`.
  let changes: [Double]
  let recent: [Double]
  private let history: History
  /// By commit of the history, where its sources begin in `sources`; one more behind the last.
  private let starts: [Int32]
  private let sources: [Int32]
  private let now: Int64

  init(_ history: History, _ paths: PastPaths, _ table: SourceTable) {
    self.history = history
    let places = paths.now.map { $0 < 0 ? -1 : max(-1, table.places[Int($0)]) }
    var commits: [Int] = []
    var starts: [Int32] = []
    var sources: [Int32] = []
    var now: Int64 = 0
    starts.reserveCapacity(history.commits.count + 1)
    for (number, commit) in history.commits.enumerated() {
      starts.append(Int32(sources.count))
      guard history.isAncestor(number) else { continue }
      now = max(now, commit.seconds)
      let files = history.files(of: number)
      guard !files.isEmpty else { continue }
      commits.append(number)
      // A commit that moves a file changes both of its paths.
      for place in files.lazy.map({ places[Int($0)] })
      where place >= 0 && !sources[Int(starts[number])...].contains(place) {
        sources.append(place)
      }
    }
    starts.append(Int32(sources.count))
    var changes = [Double](repeating: 0, count: table.count)
    var recent = changes
    for number in commits where starts[number] < starts[number + 1] {
      let decay = Logarithm.decay(seconds: now - history.commits[number].seconds, years: 1)
      for place in starts[number]..<starts[number + 1] {
        changes[Int(sources[Int(place)])] += 1
        recent[Int(sources[Int(place)])] += decay
      }
    }
    self.starts = starts
    self.sources = sources
    self.commits = commits
    self.changes = changes
    self.recent = recent
    self.now = now
  }

  /// Whether a commit changed anything that counts.
  func hasFiles(_ commit: Int) -> Bool { (1...PastCommit.mostFiles).contains(history.commits[commit].fileCount) }

  /// The sources that a commit changed.
  func sources(_ commit: Int) -> ArraySlice<Int32> { sources[Int(starts[commit])..<Int(starts[commit + 1])] }

  /// How many files it changed, sources and others.
  func fileCount(_ commit: Int) -> Int { max(1, history.commits[commit].fileCount) }
  func age(_ commit: Int) -> Int64 { now - history.commits[commit].seconds }

  /// The ancestors that changed a file, which need be no source.
  func commits(changing path: String) throws(CodeIndexError) -> [Int] { try history.commits(changing: path) }

  /// By source: how much the commits that mended something changed it.
  func fixes(_ mending: [Bool]) -> [Double] {
    var sums = [Double](repeating: 0, count: changes.count)
    for commit in commits where mending[commit] {
      let sources = sources(commit)
      guard !sources.isEmpty else { continue }
      let decay = Logarithm.decay(seconds: age(commit), years: 3)
      for source in sources { sums[Int(source)] += decay }
    }
    return sums
  }
}
