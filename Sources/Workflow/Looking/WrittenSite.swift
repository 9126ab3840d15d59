package import PlanModel

/// What was done to the files of a site.
package struct WrittenSite: Sendable {
  /// The folder, absolute.
  package var directory: String
  /// How many files the site has.
  package var files: Int
  /// How many pages were put together: those of which something near them is another.
  package var drafted = 0
  /// How many of these were made: those that are made from something else than the last time, or were touched since.
  package var made = 0
  /// How many of them were not there, or said something else.
  package var written: Int
  /// Files of an earlier run that nothing leads to any more.
  package var removed: Int
  /// What could not be read of the plan, and so is on no page.
  package var unread: [Finding]
  /// Whether what older commits would tell is on no page, as this is a shallow clone.
  package var isIncomplete: Bool

  package init(
    directory: String, files: Int = 0, written: Int = 0, removed: Int = 0, unread: [Finding] = [],
    isIncomplete: Bool = false
  ) {
    self.directory = directory
    self.files = files
    self.written = written
    self.removed = removed
    self.unread = unread
    self.isIncomplete = isIncomplete
  }
}
