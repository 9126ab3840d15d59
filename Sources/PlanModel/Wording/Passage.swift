/// A paragraph, a list item's words or the title of a criterion: prose of an item's file, and where it stands.
package struct Passage: Hashable, Sendable {
  package enum Role: Hashable, Sendable {
    /// What stands before the first section.
    case narrative
    case criterionTitle(CriterionID)
    case criterion(CriterionID)
    /// The title of the section, in lower case.
    case section(String)
  }

  package var role: Role
  /// From its first word to the end of its last line, as they stand in the file.
  package var bytes: ArraySlice<UInt8>
  /// Where the first byte stands, from 1; columns are in bytes.
  package var line: Int
  package var column: Int

  package init(_ role: Role, bytes: ArraySlice<UInt8>, line: Int, column: Int) {
    self.role = role
    self.bytes = bytes
    self.line = line
    self.column = column
  }

  /// The criterion that it belongs to.
  package var criterion: CriterionID? {
    switch role {
    case .criterion(let id), .criterionTitle(let id): id
    case .narrative, .section: nil
    }
  }
}

/// A place that a rule is not to judge, with the reason in its own file:
/// `<!-- handoff: allow vague-words because these are the customer's own words -->`.
package struct Waiver: Hashable, Sendable {
  package var rule: Rule
  /// The line that it speaks for: its own, or the next one when it stands alone.
  package var subject: Int
  package var line: Int
  package var column: Int

  package init(rule: Rule, subject: Int, line: Int, column: Int) {
    self.rule = rule
    self.subject = subject
    self.line = line
    self.column = column
  }
}
