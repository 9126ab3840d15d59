import Concurrency
import Git
import PlanFiles
import PlanModel
import Verification

extension Workspace {
  /// Reads everything that a site shows: the plan, its ledger, the roadmap, and one verdict on the whole plan.
  ///
  /// - Parameters:
  ///   - last: what this process made of the same plan before.
  ///   - whenRead: is given the plan as soon as it is read, to begin what needs nothing else.
  package func site(
    _ options: SiteOptions, after last: SiteOutcome? = nil, whenRead: (SitePlan) -> Void = { _ in }
  ) throws(Failure) -> SiteOutcome {
    let view = try planView(options.revision)
    let tree = DigestedTree(view.reader.tree)
    let snapshot = PlanReader(tree, cache: view.reader.cache).snapshot()
    let plan = snapshot.plan
    let read = SitePlan(
      plan: plan, digests: tree.digests, reader: surroundings.reader, memory: RecordCache.folder(in: stateDirectory))
    whenRead(read)
    let moment = surroundings.clock()
    let known = KnownLabels(.cited, cache)
    let roadmap = Meanwhile {
      let evidence = PlanEvidence(snapshot, known)
      return (outcome: Self.roadmap(evidence, at: moment), told: evidence.told)
    }
    let ledger = Meanwhile { Ledger(of: plan.sources, in: plan.citingItems) }
    let committed = try committedPlan(view.tip, snapshot, last: last?.committed)
    let changes = try planChanges(options)
    roadmap.value().told.keep(in: cache)
    return SiteOutcome(
      read: read, name: repositoryName, ledger: ledger.value(), unread: snapshot.unread, committed: committed,
      revision: options.revision, hasConflicts: view.hasConflicts, isIncomplete: repository.isShallow,
      roadmap: roadmap.value().outcome, changes: changes, forge: try forge())
  }

  private static func roadmap(_ evidence: PlanEvidence, at moment: Timestamp) -> RoadmapOutcome {
    let (settings, all) = (evidence.plan.policy.roadmap, evidence.plan.intents)
    let intents = all.filter { !$0.status.isOver }
    return RoadmapOutcome(
      settings: settings, moment: moment,
      ranking: evidence.ranking(of: intents, evidence.voices, settings, at: moment),
      over: all.count - intents.count, unreadable: evidence.unread)
  }

  /// What a branch brings is compared with where it left the main branch.
  private func planChanges(_ options: SiteOptions) throws(Failure) -> DiffOutcome? {
    var asked = DiffOptions()
    if let range = options.changes {
      asked.revision = range
    } else if let revision = options.revision,
      let main = try mainBranch(seenFrom: try commit(revision), remote: "origin")
    {
      asked.revision = "\(main.commit.hex)...\(revision)"
    } else {
      return nil
    }
    return try diff(asked)
  }

  /// The name of the folder that holds the work tree, or of the bare repository.
  private var repositoryName: String {
    let path = location.workTree ?? location.commonDirectory
    let name = path.split(separator: "/").last.map(String.init) ?? "plan"
    return name.hasSuffix(".git") && name != ".git" ? String(name.dropLast(4)) : name
  }

  private func forge() throws(Failure) -> Forge? {
    let remotes = try git { () throws(GitError) in try repository.remotes() }
    return (remotes.first { $0.name == "origin" } ?? remotes.first).flatMap { Forge($0.url) }
  }
}
