import CodeIndex
import Git
import PlanFiles
import PlanModel
import Verification

/// Judges one range: reads the links of its commits, and the stories that they name.
struct RangeJudge {
  private let workspace: Workspace
  private let repository: Repository
  private let range: VerifiedRange
  private let rulebook: Rulebook
  private let commits: [LinkedCommit]
  private let memory: RangeMemory
  private let isWhole: Bool
  /// The commits of each story that no later one takes back, oldest first.
  private let commitsByStory: [ID<Story>: [ObjectID]]
  /// The commits of stories that later ones take back.
  private let ownReverts: [ID<Story>: [Reverted]]
  /// Stories that are judged also when no commit is linked to them.
  private let alwaysJudged: Set<ID<Story>>
  /// The stories that are linked, in the order of their first commits, and behind them those that are judged always.
  private let judgedStories: [Story]

  var policy: Policy { rulebook.policy }
  var hasPlan: Bool { rulebook.hasPlan }

  /// - Parameters:
  ///   - ids: the commits of the range, oldest first: all that its tip can reach and some others cannot.
  ///   - extraMessages: messages that count beside a commit's own.
  ///   - isWhole: whether no other commit can belong to the stories; then `ids` may be any.
  ///   - reverted: commits that are known to be taken back, and by which.
  ///   - known: the rules of the range, where they have been read.
  ///   - memory: what other ranges have read.
  init(
    _ workspace: Workspace, _ range: VerifiedRange, commits ids: [ObjectID], extraMessages: [ObjectID: String] = [:],
    alwaysJudging stories: [ID<Story>] = [], isWhole: Bool = false,
    reverted: [ObjectID: ObjectID] = [:], rulebook known: Rulebook? = nil, memory: RangeMemory
  ) throws(Failure) {
    alwaysJudged = Set(stories)
    self.isWhole = isWhole
    self.workspace = workspace
    self.range = range
    repository = workspace.repository
    self.memory = memory
    let repository = workspace.repository
    let rulebook = if let known { known } else { try workspace.rulebook(of: range) }
    self.rulebook = rulebook
    let notes = try workspace.git { () throws(GitError) in try memory.notebook.records(on: ids) }
    var commits: [LinkedCommit] = []
    for commit in try workspace.git({ () throws(GitError) in try Self.read(ids, notes, in: repository) }) {
      let texts = [commit.message, extraMessages[commit.id]].compactMap(\.self)
      let links = notes[commit.id]?.links ?? []
      var linked = try Self.link(commit, messages: texts, noted: links, rulebook, workspace, isNew: stories.isEmpty)
      linked.doubt = try workspace.git { () throws(GitError) in
        try ExemptionDoubt(linked, after: commits[...], in: repository)
      }
      commits.append(linked)
    }
    self.commits = commits
    let reverts = try workspace.git { () throws(GitError) in
      try Reverts(among: commits.map(\.commit), in: workspace.repository)
    }
    let takenBack = reverted.merging(reverts.reverting) { known, _ in known }
    (commitsByStory, ownReverts) = Self.work(of: commits, takenBack)
    var seen: Set<ID<Story>> = []
    judgedStories = try workspace.tree { () throws(PlanTreeError) in
      var judged: [Story] = []
      for id in commits.flatMap(\.stories) + stories where seen.insert(id).inserted {
        if let story = try rulebook.entry(id).judging { judged.append(story) }
      }
      return judged
    }
    memory.expect(stories: judgedStories.count)
  }

  /// Everything that is known of the range, judged by the rule for `ref`.
  ///
  /// - Parameter onlyVerdicts: leaves out what no verdict rests on (`VerifyOptions`).
  func outcome(
    ref: String, results: KnownResults, signOffs local: [SignOff] = [], onlyVerdicts: Bool = false
  ) throws(Failure) -> VerifyOutcome {
    let subject = try workspace.git { () throws(GitError) in
      try RangeSubject(
        tip: range.tip, commits: commitsByStory, isWhole: isWhole || isIncomplete, in: repository, memory)
    }
    let signOffs = rulebook.signOffs()
    let known = Set(signOffs.map(\.file))
    var records = Records(
      results: results.tests, coverage: results.coverage, shares: results.shares,
      runs: results.runs, signOffs: signOffs + local.filter { !known.contains($0.file) }, roles: Roles(policy.roles),
      today: workspace.surroundings.clock().date, wordingFingerprint: Fingerprint.wording)
    records.commits = results.commits
    var reports: [StoryReport] = []
    for story in judgedStories {
      var report = try report(on: story, subject, records, reverted: ownReverts[story.id])
      var count = 1
      while count == 1 ? report.lacksResults : report.knowsNoResults, count <= Workspace.mostRecords,
        let more = try workspace.records(records, andElsewhereOf: story.id, newest: count, at: range.tip, memory)
      {
        report = try self.report(on: story, subject, more, reverted: ownReverts[story.id])
        count *= Workspace.moreRecords
      }
      reports.append(report)
    }
    return try outcome(ref: ref, reports, subject, onlyVerdicts: onlyVerdicts)
  }

  private func report(
    on story: Story, _ subject: RangeSubject, _ records: Records, reverted: [Reverted]?
  ) throws(Failure) -> StoryReport {
    var report = try workspace.judging { try Verifier(subject, records: records).report(on: story) }
    if let reverted { report.reverted = reverted }
    return isWhole || !report.missesChanges ? report : try reportOnAllCommits(of: story, records, else: report)
  }

  /// A story that was pushed in parts: what these commits do not change, earlier ones may have.
  ///
  /// The whole history is searched, so only where the commits at hand do not suffice.
  private func reportOnAllCommits(
    of story: Story, _ records: Records, else report: StoryReport
  ) throws(Failure) -> StoryReport {
    let own = commitsByStory[story.id] ?? []
    let linked = try workspace.linkedCommits(
      of: story.id, at: range.tip, key: policy.trailer, after: { commits.map(\.commit) }, memory)
    let known = Set(linked.commits)
    let all = linked.work + own.filter { !known.contains($0) }
    if all == own { return report }
    let subject = try workspace.git { () throws(GitError) in
      try RangeSubject(tip: range.tip, commits: [story.id: all], isWhole: true, in: repository, memory)
    }
    var whole = try workspace.judging { try Verifier(subject, records: records).report(on: story) }
    whole.reverted = linked.commits.compactMap { id in linked.reverted[id].map { Reverted(commit: id, by: $0) } }
    return whole
  }

  private func outcome(
    ref: String, _ reports: [StoryReport], _ subject: RangeSubject, onlyVerdicts: Bool
  ) throws(Failure) -> VerifyOutcome {
    let planFiles = onlyVerdicts ? [] : rulebook.changedFiles()
    var idle: [ID<Story>] = []
    for report in reports where try isIdle(report, subject) { idle.append(report.id) }
    let pushed = PushedRef(
      name: ref, stories: reports.filter { !idle.contains($0.id) },
      unlinked: commits.filter(\.isUnlinked).map(\.commit),
      declining: Set(commits.filter(\.declines).map(\.commit.id)),
      invalidLinks: commits.flatMap { linked in
        linked.invalid.map { InvalidLink(commit: linked.commit.id, subject: linked.commit.subject, problem: $0) }
      }, findings: planFiles.isEmpty ? [] : try rulebook.introducedErrors() + changedActs(),
      weakenedSettings: rulebook.weakenedSettings)
    var outcome = VerifyOutcome(
      range: range, tree: subject.tree, commits: commits, stories: reports, idle: idle,
      termChanges: onlyVerdicts ? [] : try termChanges(idle, in: planFiles),
      hasChangedPolicy: rulebook.hasChangedPolicy,
      ungrounded: onlyVerdicts ? [] : try ungrounded(judgedStories, subject), isIncomplete: isIncomplete,
      judgement: PushJudgement(of: pushed, by: policy.rule(forRef: ref)),
      testPatterns: judgedStories.flatMap(\.testPatterns))
    if !onlyVerdicts { outcome.removedTests = try removedTests(subject) }
    return outcome
  }

  /// Whether the range only plans the story: to publish what is planned is not to say that it is done. Work that the range
  /// itself says to take back is judged: it is said by a message alone.
  private func isIdle(_ report: StoryReport, _ subject: RangeSubject) throws(Failure) -> Bool {
    if alwaysJudged.contains(report.id) { return false }
    for reverted in ownReverts[report.id] ?? [] {
      let changes = try workspace.git { () throws(GitError) in try repository.changes(of: reverted.commit) }
      if !changes.allSatisfy(\.isOfPlan) { return false }
    }
    return try workspace.judging { try subject.commits(of: report.id) }.allSatisfy(\.isOfPlan)
  }

  /// At its border a shallow clone shows commits without parents; without a base, the rules may lie behind it.
  private var isIncomplete: Bool {
    repository.isShallow && (range.base == nil || commits.contains { $0.commit.parents.isEmpty })
  }

  // MARK: Stories

  /// The commands that the criteria of the judged stories ask to be run.
  var commands: [String] { judgedStories.flatMap(\.commands) }

  /// The judged stories that ask for an opinion.
  var storiesWithQuestions: [Story] { judgedStories.filter { !OpinionQuestion.all(of: $0).isEmpty } }

  /// What the commits that a report is about come to.
  func diff(of report: StoryReport) throws(Failure) -> StoryDiff {
    let subject = try workspace.git { () throws(GitError) in
      try RangeSubject(tip: range.tip, commits: [report.id: report.commits], isWhole: false, in: repository, memory)
    }
    return try workspace.judging { try StoryDiff(of: subject.commits(of: report.id), in: subject) }
  }

  private static func work(
    of commits: [LinkedCommit], _ reverted: [ObjectID: ObjectID]
  ) -> (standing: [ID<Story>: [ObjectID]], takenBack: [ID<Story>: [Reverted]]) {
    var work: (standing: [ID<Story>: [ObjectID]], takenBack: [ID<Story>: [Reverted]]) = ([:], [:])
    for linked in commits {
      let id = linked.commit.id
      for story in linked.stories {
        if let other = reverted[id] {
          work.takenBack[story, default: []].append(Reverted(commit: id, by: other))
        } else {
          work.standing[story, default: []].append(id)
        }
      }
    }
    return work
  }

  /// What the range does to the stories that it changes or is judged by.
  private func termChanges(_ idle: [ID<Story>], in planFiles: [String]) throws(Failure) -> [TermChange] {
    let names = Set(planFiles.flatMap { $0.split(separator: "/").map { $0.prefix(ItemID.length) } })
    let judged = Set(judgedStories.map(\.id))
    let working = judged.subtracting(idle)
    var changes: [TermChange] = []
    for id in judged.union(names.compactMap { ID<Story>($0) }).sorted() {
      let change = try entry(id).change(isJudged: working.contains(id), isFirstPlan: rulebook.isFirstPlan)
      if let change { changes.append(TermChange(item: id.any, kind: change)) }
    }
    let sources = Set(names.compactMap { ID<Source>($0) }).sorted().filter(rulebook.hasOtherWords)
    return changes + sources.map { TermChange(item: $0.any, kind: .otherWords) }
  }

  private func entry(_ id: ID<Story>) throws(Failure) -> AgreedStory {
    try workspace.tree { () throws(PlanTreeError) in try rulebook.entry(id) }
  }

  // MARK: Files

  /// Every commit of the range is asked.
  private func changedActs() throws(Failure) -> [Finding] {
    let paths = try workspace.git { () throws(GitError) -> Set<String> in
      if let known = try memory.history?.changedActs(from: range.base, to: range.tip) { return known }
      let known = range.base.map { [$0] } ?? []
      return Set(try repository.changedActs(from: known, to: [range.tip]).values.joined())
    }
    return paths.sorted().map { Finding(.file(.changedAct), path: $0) }
  }

  /// What was moved is still there, by another name.
  private func removedTests(_ subject: RangeSubject) throws(Failure) -> [String] {
    var removed: Set<String> = []
    for story in judgedStories {
      for commit in try workspace.judging({ try subject.commits(of: story.id) }) where !commit.isMerge {
        removed.formUnion(commit.changes.filter { $0.kind == .deleted }.map(\.path).filter(PathTraits.areOfTest))
      }
    }
    return try workspace.git { () throws(GitError) in
      var gone: [String] = []
      for path in removed.sorted() where try repository.entry(at: path, in: range.tip) == nil { gone.append(path) }
      return gone
    }
  }

  /// Changed files that no linked story names, where at least one story names any.
  private func ungrounded(_ stories: [Story], _ subject: RangeSubject) throws(Failure) -> [String] {
    guard stories.contains(where: { !$0.anchors.isEmpty }) else { return [] }
    // Nearly every anchor is a path as it stands; only the others are tried as patterns.
    let anchors = Set(stories.flatMap(\.anchors).map(\.path))
    let globs = GlobSet(anchors.map { Glob($0) } + stories.flatMap(\.namedGlobs))
    var paths: Set<String> = []
    for story in stories {
      let commits = try workspace.judging { try subject.commits(of: story.id) }
      paths.formUnion(commits.flatMap(\.changes).map(\.path))
    }
    return paths.filter { path in
      !path.hasPrefix(".handoff/") && !anchors.contains(path) && !globs.matches(path)
    }.sorted()
  }
}
