import CodeIndex
import Git
import Grounding
import PlanFiles
import PlanModel
import Verification

extension Workspace {
  /// So many past commits of the targets' files are asked for their stories, the newest ones.
  private static var mostCommits: Int { 200 }

  /// Names the stories that live in the code: those that name it, and those whose commits changed it.
  func addReasons(to outcome: inout ImpactOutcome, _ snapshot: Snapshot) throws(Failure) {
    guard let plan = try planIfAny() else {
      outcome.hasPlan = false
      return
    }
    let places = outcome.dependents.targets
    let paths = Set(places.map { $0.path })
    let commits = try storyCommits(of: paths, snapshot)
    var reasons: [CodeReason] = []
    for story in plan.stories where story.id != outcome.story?.id {
      let anchor = Self.match(story, places) ?? Self.matchConditions(story, places, snapshot)
      let own = commits[story.id] ?? []
      guard anchor != nil || !own.isEmpty else { continue }
      var reason = CodeReason(story: story, anchor: anchor, commits: own)
      reason.intent = plan.intents.first { $0.id == story.intent }
      reason.quote = try citedWords(of: story).first?.words.first
      reasons.append(reason)
    }
    outcome.reasons = reasons.sorted { one, other in
      let (left, right) = (one.rank, other.rank)
      return left == right
        ? one.story.id.description < other.story.id.description : left.lexicographicallyPrecedes(right)
    }
  }

  /// The plan, where there is one that can be read from here.
  private func planIfAny() throws(Failure) -> Plan? {
    do throws(Failure) {
      return try snapshot().plan
    } catch {
      switch error.reason {
      case .noPlan, .planNotCheckedOut, .bareRepository: return nil
      default: throw error
      }
    }
  }

  private static func match(_ story: Story, _ places: [CodePlace]) -> CodeReason.Match? {
    var found: CodeReason.Match?
    for anchor in story.anchors {
      let glob = Glob(anchor.path)
      for place in places where place.path == anchor.path || glob.matches(place.path) {
        guard let name = anchor.symbol.flatMap(SymbolName.init), let own = place.symbol.flatMap(SymbolName.init) else {
          found = found ?? .file
          continue
        }
        if name.name == own.name { return .symbol }
        found = found ?? .file
      }
    }
    return found
  }

  /// Whether a criterion's condition is about one of the files; a glob for many, such as `src/**`, is about none of them.
  private static func matchConditions(
    _ story: Story, _ places: [CodePlace], _ snapshot: Snapshot
  ) -> CodeReason.Match? {
    for glob in Set(story.criteria.flatMap(\.conditions).compactMap(\.glob))
    where places.contains(where: { glob.matches($0.path) }) {
      let meant = snapshot.files.lazy.filter { glob.matches($0.path) }.prefix(mostMeant + 1).count
      if meant <= mostMeant { return .condition }
    }
    return nil
  }

  /// What a glob means that more files fit is no single one of them.
  private static var mostMeant: Int { 20 }

  /// By story, the commits that changed some files, newest first: by trailers and by notes.
  private func storyCommits(of paths: Set<String>, _ snapshot: Snapshot) throws(Failure) -> [ID<Story>: [ObjectID]] {
    let past = try failing(Failure.Reason.index) { () throws(CodeIndexError) in try snapshot.history }
    guard let history = past else { return [:] }
    var numbers: Set<Int> = []
    for path in paths.sorted().prefix(50) {
      numbers.formUnion(
        try failing(Failure.Reason.index) { () throws(CodeIndexError) in try history.commits(changing: path) })
    }
    let ids = numbers.sorted(by: >).prefix(Self.mostCommits).map(history.id)
    guard !ids.isEmpty else { return [:] }
    let key = (try? policyTrailer()) ?? Policy().trailer
    return try git { () throws(GitError) in
      var found: [ID<Story>: [ObjectID]] = [:]
      let notes = try repository.notes(on: ids, ref: CommitRecord.ref)
      for id in ids {
        let claims = LinkClaims(message: try repository.commit(id).message, key: key)
        let linked = notes[id].map { CommitRecord($0).links } ?? []
        for story in Set(claims.stories + linked) { found[story, default: []].append(id) }
      }
      return found
    }
  }

  private func policyTrailer() throws(Failure) -> String {
    var findings: [Finding] = []
    return try plan().policy(&findings).trailer
  }
}

extension Condition {
  /// The files that it asks something of.
  fileprivate var glob: Glob? {
    switch check {
    case .changed(let glob), .unchanged(let glob), .exists(let glob), .missing(let glob): glob
    case .contains(let glob, _), .lacks(let glob, _), .adds(let glob, _), .removes(let glob, _): glob
    case .symbol(_, let glob, _), .coverage(let glob, _): glob
    case .test, .run, .signOff, .judge: nil
    }
  }
}

extension CodeReason {
  /// Those that name the very place first, then those that name the file, then those that did most there.
  fileprivate var rank: [Int] { [anchor == .symbol ? 0 : anchor != nil ? 1 : 2, -commits.count] }
}
