/// Why hooks, a site or a server cannot be put where they were meant to be.
package enum PlaceProblem: Hashable, Sendable {
  case foreignHook(path: String)
  case hooksElsewhere(path: String)
  /// The folder is husky's, whose hooks cannot be renamed.
  case huskyHooks(path: String)
  /// A folder for a site that holds something else.
  case foreignFolder(path: String)
  /// A file that is to be merged: there is none, it is in no conflict, or one side has removed it.
  case nothingToMerge(path: String)
  case notInConflict(path: String)
  case removedOnOneSide(path: String)
  /// Nothing can be served on that port of this machine.
  case cannotListen(port: Int, reason: String)
}
