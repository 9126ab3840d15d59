/// A person's recorded acceptance, rejection or waiver of one criterion, as it was worded at that moment.
package struct SignOff: Hashable, Sendable {
  package enum Act: String, CaseIterable, Sendable {
    case accepted, rejected, waived
  }

  package var story: ID<Story>
  package var criterion: CriterionID
  package var act: Act
  package var role: String
  /// Who acted, as git knows them: `Name <address>`.
  package var by: String
  /// When, in ISO 8601 with offset.
  package var at: String
  /// The fingerprint of the criterion's wording that the act is about.
  package var wording: String
  /// The commit that was looked at, in full, when one was.
  package var commit: String?
  package var reason: String?
  /// The last day on which a waiver holds, as `YYYY-MM-DD`.
  package var expires: String?
  /// What was looked at, kept beside the plan.
  package var attachments: [Attachment] = []
  package var file: String

  package init(
    story: ID<Story>, criterion: CriterionID, act: Act, role: String, by: String, at: String, wording: String,
    commit: String? = nil, reason: String? = nil, expires: String? = nil, file: String
  ) {
    self.story = story
    self.criterion = criterion
    self.act = act
    self.role = role
    self.by = by
    self.at = at
    self.wording = wording
    self.commit = commit
    self.reason = reason
    self.expires = expires
    self.file = file
  }
}
