import Concurrency
import Git

/// Brings the kept history up to date with one commit: reads the commits that are new, and stores which are its ancestors.
struct HistoryUpdate {
  let index: CodeIndex
  let database: IndexDatabase
  let tip: ObjectID

  /// So many commits are read by one process of git.
  private static let partSize = 1000
  private static let segmentBytes = 24 << 20
  /// Older commits than so many are not read.
  static let most = 100_000
  private static let mostTips = 24
  private static let longestWay = 100

  private struct Part: Sendable {
    let commits: [ObjectID]
    let location: RepositoryLocation
    let environment: [String: String]

    func read() -> Result<[RecordedChange], GitError> {
      Result { () throws(GitError) in
        try Repository(location, environment: environment).recordedChanges(of: commits)
      }
    }
  }

  func run(_ progress: (IndexProgress) -> Void) throws(CodeIndexError) {
    let known = try database.access { try StoredHistory.tips($0) }
    if let (start, since) = try straightWay(from: known) { return try goOn(from: start, since, progress) }
    let repository = index.repository
    let found = try CodeIndexError.git { () throws(GitError) in
      try repository.changes(reachableFrom: tip, notFrom: known.map(\.id), limit: Self.most)
    }
    var stored = try database.access { try StoredHistory($0) }
    let new = found.filter { stored.number(of: $0) == nil }
    if !new.isEmpty { try read(new, &stored, progress) }
    let ancestors = try ancestors(known, stored)
    try database.transaction { try StoredHistory.store(tip, ancestors, keeping: Self.mostTips, $0) }
  }

  /// The known commit to which single parents lead, and the commits since, the oldest first: nothing has to be asked of git.
  private func straightWay(from known: [StoredHistory.Tip]) throws(CodeIndexError) -> (StoredHistory.Tip, [ObjectID])? {
    let tips = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    guard !tips.isEmpty else { return nil }
    return try CodeIndexError.git { () throws(GitError) in
      var way: [ObjectID] = []
      var next = tip
      while way.count < Self.longestWay {
        if let start = tips[next] { return (start, way.reversed()) }
        way.append(next)
        let parents = try index.repository.commit(next).parents
        guard parents.count == 1 else { return nil }
        next = parents[0]
      }
      return nil
    }
  }

  private func goOn(
    from start: StoredHistory.Tip, _ since: [ObjectID], _ progress: (IndexProgress) -> Void
  ) throws(CodeIndexError) {
    var stored = try database.access { try StoredHistory($0) }
    let new = since.filter { stored.number(of: $0) == nil }
    if !new.isEmpty { try read(new, &stored, progress) }
    let ancestors = start.ancestors.union(since.compactMap { stored.number(of: $0) })
    try database.transaction { try StoredHistory.store(tip, ancestors, keeping: Self.mostTips, $0) }
  }

  /// The numbers of all ancestors that are kept: those of a known one, and what came since; else all are asked for.
  private func ancestors(_ known: [StoredHistory.Tip], _ stored: StoredHistory) throws(CodeIndexError) -> NumberSet {
    try CodeIndexError.git { () throws(GitError) in
      for one in known.prefix(3) where try index.repository.kind(of: one.id) == .commit {
        guard try index.repository.isAncestor(one.id, of: tip) else { continue }
        let since = try index.repository.changes(reachableFrom: tip, notFrom: [one.id], limit: Self.most)
        return one.ancestors.union(since.compactMap { stored.number(of: $0) })
      }
      let all = try index.repository.changes(reachableFrom: tip, notFrom: [], limit: .max >> 32)
      return NumberSet(all.compactMap { stored.number(of: $0) })
    }
  }

  private func read(
    _ commits: [ObjectID], _ stored: inout StoredHistory, _ progress: (IndexProgress) -> Void
  ) throws(CodeIndexError) {
    let parts = stride(from: 0, to: commits.count, by: Self.partSize).map { start in
      Part(
        commits: Array(commits[start..<min(commits.count, start + Self.partSize)]),
        location: index.repository.location, environment: index.environment)
    }
    var chunk = HistoryChunk()
    var words = CommitWords()
    var writer = SegmentWriter()
    var done = 0
    let total = commits.count
    progress(.history(done: 0, of: total))
    let take: (Result<[RecordedChange], GitError>) throws(CodeIndexError) -> Void = { result throws(CodeIndexError) in
      let changes = try CodeIndexError.git { () throws(GitError) in try result.get() }
      for change in changes { stored.add(change, to: &chunk, &words) }
      writer.add(words.runs())
      words = CommitWords()
      done += changes.count
      progress(.history(done: done, of: total))
      if writer.bytes > Self.segmentBytes { try write(&chunk, &writer) }
    }
    try concurrently(parts: parts, { $0.read() }, take: take)
    try write(&chunk, &writer)
    try mergeSegments()
  }

  private func write(_ chunk: inout HistoryChunk, _ writer: inout SegmentWriter) throws(CodeIndexError) {
    guard chunk.count > 0 else { return }
    try database.transaction { database in
      let number = (try Query(database, "SELECT count(*) FROM history").number() ?? 0) + 1
      try Query(database, "INSERT INTO history (number, data) VALUES (?, ?)")
        .run([.number(number), .bytes(chunk.bytes.bound(to: .chunk(number)))])
      try writer.write(.history, to: database)
    }
    chunk = HistoryChunk()
  }

  private func mergeSegments() throws(CodeIndexError) {
    let merged = SegmentMerge.candidates(among: try database.access { try Segment.all(.history, $0) })
    guard !merged.isEmpty else { return }
    try database.transaction { try SegmentMerge.run(merged, $0) }
  }
}
