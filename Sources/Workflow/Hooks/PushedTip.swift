import Git

/// A branch or tag that is pushed, and the commit that it leads to.
struct PushedTip {
  let line: PushLine
  let tip: ObjectID

  /// What the other side has there; zero for nothing.
  var before: ObjectID { line.remote }
}
