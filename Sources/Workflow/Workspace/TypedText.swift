import PlanModel

extension Workspace {
  /// What people and agents type into the plan holds no character that nobody sees. What others said is kept as it is, and
  /// is no business of this.
  ///
  /// - Parameter field: as a message calls it: `the question`.
  static func refuseHidden(_ text: String?, in field: String) throws(Failure) {
    guard let text, let hidden = HiddenCharacter.first(in: text) else { return }
    throw Failure(.hiddenCharacter(field: field, hidden))
  }

  static func refuseHidden(_ texts: [String], in field: String) throws(Failure) {
    for text in texts { try refuseHidden(text, in: field) }
  }
}
