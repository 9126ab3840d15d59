import Git

extension Workspace {
  /// What the verification engine throws is what its subject threw.
  func judging<Value>(_ body: () throws -> Value) throws(Failure) -> Value {
    do {
      return try body()
    } catch let error as GitError {
      throw Failure(.git(error))
    } catch {
      throw Failure(.git(.unexpectedOutput(arguments: ["verify", "\(error)"])))
    }
  }
}
