import CodeIndex
import Git

extension Workspace {
  /// Reads in the index of a commit, which is brought up to date first.
  func reading<Value>(
    _ commit: ObjectID, withHistory: Bool = false, _ progress: (IndexProgress) -> Void = { _ in },
    _ body: (Snapshot) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    var result: Result<Value, Failure>?
    try failing(Failure.Reason.index) { () throws(CodeIndexError) in
      try codeIndex().read(commit, withHistory: withHistory, progress: progress) { snapshot throws(CodeIndexError) in
        do throws(Failure) {
          result = .success(try body(snapshot))
        } catch {
          // What is damaged is built anew, and read again.
          if case .index(let problem) = error.reason { throw problem }
          result = .failure(error)
        }
      }
    }
    guard let result else { preconditionFailure("the index was read without a result") }
    return try result.get()
  }
}
