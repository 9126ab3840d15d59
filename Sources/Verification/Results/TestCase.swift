package import Git

/// One test's outcome, as a results file tells it.
package struct TestCase: Hashable, Sendable {
  package enum Outcome: String, Sendable {
    case passed, failed, error, skipped
  }

  /// The name of the innermost suite around it, or empty.
  package var suite: String
  /// The class, module or file that the test belongs to, where the dialect tells it.
  package var className: String?
  package var name: String
  package var outcome: Outcome
  package var seconds: Double?
  /// What the failure, error or reason to skip says, at its beginning.
  package var message: String?

  package init(
    suite: String = "", className: String? = nil, name: String, outcome: Outcome, seconds: Double? = nil,
    message: String? = nil
  ) {
    self.suite = suite
    self.className = className
    self.name = name
    self.outcome = outcome
    self.seconds = seconds
    self.message = message
  }

  /// The beginning of what a failure says; nil for nothing but white space.
  static func message(_ text: String) -> String? {
    let words = text.unicodeScalars.drop { $0.properties.isWhitespace }.prefix(ReportLimits.message)
    return words.isEmpty ? nil : String(String.UnicodeScalarView(words))
  }

  /// The name with the class or suite before it, unless it is the same: `MailTests.securityMail`.
  package var fullName: String {
    let owner = className ?? suite
    return owner.isEmpty || owner == name ? name : "\(owner).\(name)"
  }
}

/// The tests of one results file, and the content that they ran on.
package struct TestResults: Hashable, Sendable {
  package var cases: [TestCase]
  /// The file that they were read from, as it was given.
  package var origin: String
  /// The commit that they are for; nil when they were given for whatever commit is judged.
  package var commit: ObjectID?
  /// That commit's tree: results hold for every commit with the same content.
  package var tree: ObjectID?

  package init(_ cases: [TestCase], origin: String, commit: ObjectID? = nil, tree: ObjectID? = nil) {
    self.cases = cases
    self.origin = origin
    self.commit = commit
    self.tree = tree
  }

  func isFor(_ subject: any Subject) -> Bool {
    (commit == nil && tree == nil) || commit == subject.commit || tree == subject.tree
  }
}
