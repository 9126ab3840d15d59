/// A question settled: context, choice, consequences; so that it is not litigated again.
package struct Decision: PlanItem {
  package static var kind: ItemKind { .decision }

  package var id: ID<Decision>
  package var title: String
  package var file: String
  /// The day it was taken, as `YYYY-MM-DD`.
  package var date: String?
  package var status: DecisionStatus
  package var supersedes: ID<Decision>?
  /// The decision that took its place, as its own file says.
  package var supersededBy: ID<Decision>?
  package var sections: [Section]
  package var quotations: [Quotation]
  package var mentions: [Mention]

  package init(
    id: ID<Decision>, title: String, file: String, date: String? = nil, status: DecisionStatus = .accepted,
    supersedes: ID<Decision>? = nil, supersededBy: ID<Decision>? = nil, sections: [Section] = [],
    quotations: [Quotation] = [], mentions: [Mention] = []
  ) {
    self.id = id
    self.title = title
    self.file = file
    self.date = date
    self.status = status
    self.supersedes = supersedes
    self.supersededBy = supersededBy
    self.sections = sections
    self.quotations = quotations
    self.mentions = mentions
  }
}

/// Where a decision stands.
package enum DecisionStatus: String, CaseIterable, Sendable {
  case proposed, accepted, superseded
}
