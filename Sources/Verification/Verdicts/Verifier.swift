package import PlanModel

/// Judges stories against one commit.
///
/// The verdict of a criterion, the first that applies:
/// 1. `unmet` when the latest decision on this wording is a rejection, unless a waiver that counts came after it;
/// 2. `waived` when a waiver counts: it is for exactly the criteria whose conditions fail, or cannot be decided;
/// 3. `unmet` when a condition fails, `stale` when evidence is stale, `unproven` when evidence is missing;
/// 4. `unproven` when all that holds held before the story's first commit too, or guards nothing, guards apart;
/// 5. `met`. A criterion without conditions gets here only by an acceptance of this wording.
package struct Verifier {
  private let subject: any Subject
  private let records: Records
  private let coverage: CoverageLookup
  private let signOffs: [CriterionReference: [SignOff]]

  package init(_ subject: any Subject, records: Records) {
    self.subject = subject
    self.records = records
    coverage = CoverageLookup(records.coverage, subject)
    signOffs = Dictionary(grouping: records.signOffs) { CriterionReference(story: $0.story, criterion: $0.criterion) }
  }

  /// What is known of `story`. Throws what the subject throws.
  package func report(on story: Story) throws -> StoryReport {
    let commits = try subject.commits(of: story.id)
    let judge = ConditionJudge(
      subject: subject, story: story.id, commits: commits, mayLackCommits: try subject.mayLackCommits(of: story.id),
      records: records, coverage: coverage)
    let criteria = try story.criteria.map { try report(on: $0, of: story, judge) }
    return StoryReport(story, criteria: criteria, commits: commits.filter { !$0.isOfPlan }.map(\.id))
  }

  private func report(on criterion: Criterion, of story: Story, _ judge: ConditionJudge) throws -> CriterionReport {
    let own = signOffs[CriterionReference(story: story.id, criterion: criterion.id)] ?? []
    // Most criteria nobody has signed, and then no wording is compared.
    let acts = CriterionSignOffs(
      own, wording: own.isEmpty ? "" : records.wordingFingerprint(criterion), roles: records.roles,
      today: records.today)
    var evidence = try criterion.conditions.map { try judge.evidence(for: $0, acts) }
    if criterion.conditions.isEmpty { evidence = [acts.decision ?? Evidence(.missing, .noConditions)] }
    if let rejection = acts.rejection, !evidence.contains(rejection) { evidence.append(rejection) }
    var verdict = Self.verdict(on: evidence)
    // Where nobody asked for one it settles nothing, and is shown all the same.
    if !criterion.conditions.isEmpty, criterion.askedRoles.isEmpty, let acceptance = acts.acceptance {
      evidence.append(acceptance)
    }
    if let waiver = acts.waiver {
      // A waiver that is not worth anything is said where it would have been needed.
      if waiver.counts || !verdict.isSettled { evidence.append(waiver.evidence) }
      if waiver.counts { verdict = .waived }
    }
    return CriterionReport(criterion, verdict: verdict, evidence: evidence)
  }

  private static func verdict(on evidence: [Evidence]) -> Verdict {
    let outcomes = Set(evidence.map(\.outcome))
    if outcomes.contains(.fails) { return .unmet }
    if outcomes.contains(.stale) { return .stale }
    if outcomes.contains(.missing) || outcomes.isEmpty { return .unproven }
    if evidence.allSatisfy(\.guardsNothing) { return .unproven }
    let proving = evidence.filter { $0.check?.isGuard != true }
    return !proving.isEmpty && proving.allSatisfy(\.heldBefore) ? .unproven : .met
  }
}
