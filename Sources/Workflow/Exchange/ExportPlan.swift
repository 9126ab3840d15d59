import Concurrency
import Drafting
import PlanFiles
package import PlanModel
import Verification

/// The plan as other programs and people take it along.
package struct PlanExport: Sendable {
  package var plan: Plan
  package var ledger: Ledger
  /// Each item's file as it stands; of a source its `source.yml`.
  package var contents: [ItemID: String]
  /// What is known of each criterion at HEAD; nil where that was not asked.
  package var verdicts: [ID<Story>: [CriterionID: Verdict]]?
  /// What the statements do.
  package var labels = SourceLabels()
  /// What could not be read, and so is missing.
  package var unreadable: [Finding]
  /// When it was exported.
  package var moment = Timestamp(seconds: 0)

  package init(
    plan: Plan, ledger: Ledger, contents: [ItemID: String], verdicts: [ID<Story>: [CriterionID: Verdict]]?,
    unreadable: [Finding]
  ) {
    self.plan = plan
    self.ledger = ledger
    self.contents = contents
    self.verdicts = verdicts
    self.unreadable = unreadable
  }

  package func verdict(of criterion: CriterionID, in story: ID<Story>) -> Verdict? {
    verdicts.map { $0[story]?[criterion] ?? .unproven }
  }
}

extension Workspace {
  /// Everything in the plan.
  ///
  /// - Parameters:
  ///   - judged: whether each criterion comes with its verdict, which takes reading the history.
  ///   - labelled: whether it will be asked what statements do, which takes the longest of all.
  package func export(judged: Bool, labelled: Bool = false) throws(Failure) -> PlanExport {
    let reader = try plan()
    let snapshot = reader.snapshot()
    let sources = snapshot.plan.sources
    let known = KnownLabels(.all, cache)
    let told = labelled ? Meanwhile { known.labels(of: sources) } : nil
    let items = snapshot.plan.items
    let files = reader.tree.read(items.map(\.file), limit: Source.byteLimit)
    var contents = [ItemID: String](minimumCapacity: items.count)
    for (item, file) in zip(items, files) {
      contents[item.id] = String(decoding: try tree { () throws(PlanTreeError) in try file.get() }, as: UTF8.self)
    }
    var export = PlanExport(
      plan: snapshot.plan, ledger: Ledger(of: snapshot.plan.sources, in: snapshot.plan.citingItems),
      contents: contents, verdicts: judged ? try verdicts() : nil, unreadable: snapshot.unread)
    if let told = told?.value() {
      export.labels = SourceLabels(of: sources, told)
      told.keep(in: cache)
    }
    export.moment = surroundings.clock()
    return export
  }

  private func verdicts() throws(Failure) -> [ID<Story>: [CriterionID: Verdict]] {
    var asked = VerifyOptions()
    asked.onlyVerdicts = true
    let reports = try verifyWholePlan(asked).outcome.stories
    return Dictionary(
      reports.map { report in
        (report.id, Dictionary(report.criteria.map { ($0.id, $0.verdict) }) { first, _ in first })
      }
    ) { first, _ in first }
  }
}
