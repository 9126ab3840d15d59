/// What a statement does in a conversation; the raw value is the name in JSON.
package enum Label: String, CaseIterable, Sendable {
  /// Something is broken, confusing or missing, and hurts.
  case problem
  /// Somebody wants something added, changed or done.
  case request
  /// A limit on how it may be done.
  case constraint
  /// Asks for information.
  case question
  /// Something was settled.
  case decision
  /// Somebody undertakes, or is told, to do something.
  case action
  /// What people do instead, until it is mended.
  case workaround
  /// Likes and thanks for what is good.
  case praise
  /// Facts and background that call for nothing.
  case context
  /// Greetings, thanks, agreement, small talk.
  case chatter
}
