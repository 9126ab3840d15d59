import CodeIndex
import Git
import Grounding
import PlanModel

extension Workspace {
  /// Adds the code that a story is about, what refers to it, what tests it, and what could be done as.
  func addCode(
    to outcome: inout BundleOutcome, _ progress: (IndexProgress) -> Void
  ) throws(Failure) {
    let head = outcome.commit.id
    let question = CodeMemory.Question(
      folder: location.commonDirectory, commit: head, text: outcome.story.question,
      readings: outcome.drift.anchors.map(\.reading))
    let isGiven = !outcome.story.anchors.isEmpty
    let near: NearCode
    // In a shallow clone more of the past can come to be reached.
    if let memory = surroundings.code, !repository.isShallow {
      near = try memory.near(question) { () throws(Failure) in try self.near(question, isGiven: isGiven, progress) }
    } else {
      near = try self.near(question, isGiven: isGiven, progress)
    }
    outcome.areProposed = !isGiven && !near.readings.isEmpty
    outcome.targets = try targets(of: near.readings, in: head)
    outcome.dependents = near.dependents
    outcome.patterns = near.patterns
    outcome.tests = near.tests
    outcome.history = near.history
  }

  /// - Parameter isGiven: whether the story names its code; what its words lead to is proposed otherwise.
  private func near(
    _ question: CodeMemory.Question, isGiven: Bool, _ progress: (IndexProgress) -> Void
  ) throws(Failure) -> NearCode {
    let head = question.commit
    let query = Query(Array(question.text.utf8))
    return try reading(head, withHistory: true, progress) { snapshot throws(Failure) in
      var near = NearCode()
      near.readings = isGiven ? question.readings : try proposals(query, in: snapshot, head)
      let paths = near.readings.compactMap { $0.place?.path }
      let patterns = patterns(for: paths.map { ($0, 1) }, query, in: snapshot)
      let targets = try targets(of: near.readings, in: snapshot)
      try failing(Failure.Reason.index) { () throws(CodeIndexError) in
        near.dependents = try DependentsFinder(snapshot).dependents(
          of: targets.targets, files: targets.files, depth: 1)
        near.tests = try Self.covering(near.dependents, Set(paths), snapshot)
      }
      near.patterns = try told(patterns)
      near.history = try history(of: Set(paths), in: snapshot)
      return near
    }
  }

  /// The latest commits that changed some of the files, newest first; git itself would walk all of the past for it.
  private func history(of paths: Set<String>, in snapshot: Snapshot) throws(Failure) -> [PastCommit] {
    let past = try failing(Failure.Reason.index) { () throws(CodeIndexError) in try snapshot.history }
    guard let history = past else { return [] }
    var places: Set<Int> = []
    for path in paths.sorted() {
      places.formUnion(
        try failing(Failure.Reason.index) { () throws(CodeIndexError) in try history.commits(changing: path) })
    }
    let newest = places.sorted { (history.commits[$0].seconds, $0) > (history.commits[$1].seconds, $1) }
    var commits: [PastCommit] = []
    for place in newest.prefix(8) {
      let commit = try git { () throws(GitError) in try repository.commit(history.id(of: place)) }
      let moment = Timestamp(seconds: commit.committer.seconds, offset: commit.committer.offset)
      commits.append(PastCommit(id: commit.id, date: moment.date, subject: commit.subject))
    }
    return commits
  }

  /// The places that a story without anchors is probably about.
  private func proposals(
    _ query: Query, in snapshot: Snapshot, _ head: ObjectID
  ) throws(Failure) -> [AnchorReading] {
    let files = try failing(Failure.Reason.index) { () throws(CodeIndexError) in
      try Grounder(snapshot).files(for: query, limit: Self.mostGrounded)
    }
    let resolver = anchorResolver(snapshot, head)
    var readings: [AnchorReading] = []
    for file in files {
      let symbol = file.symbols.first?.name
      guard let found = try resolver.anchored(file.path, symbol) else { continue }
      var reading = AnchorReading(Anchor(path: file.path, symbol: symbol, line: 1), .same)
      reading.place = found.place
      reading.fingerprint = found.seen
      readings.append(reading)
    }
    return readings
  }

  /// The definitions that anchors name, as they stand now.
  private func targets(of readings: [AnchorReading], in snapshot: Snapshot) throws(Failure) -> ImpactTargets {
    var found = ImpactTargets()
    for reading in readings {
      guard let place = reading.place else { continue }
      guard let name = place.symbol.flatMap(SymbolName.init) else {
        found.files.append(place.path)
        continue
      }
      found.targets += try failing(Failure.Reason.index) { () throws(CodeIndexError) in
        try TargetFinder(snapshot).targets(at: place.path, named: name)
      }
    }
    for path in found.files {
      found.targets += try failing(Failure.Reason.index) { () throws(CodeIndexError) in
        try TargetFinder(snapshot).targets(at: path).filter(\.isSeenOutside)
      }
    }
    return found
  }
}
