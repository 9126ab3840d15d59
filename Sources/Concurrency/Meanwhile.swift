import Dispatch
import Synchronization

/// A value that is worked out on a thread of its own while whoever wants it goes on.
package final class Meanwhile<Value: Sendable>: Sendable {
  private let result = Mutex<Value?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins at once.
  package init(_ body: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async {
      let value = body()
      self.result.withLock { $0 = value }
      self.isDone.signal()
    }
  }

  /// The value; waits until there is one.
  package func value() -> Value {
    isDone.wait()
    isDone.signal()
    return result.withLock { value in
      guard let value else { preconditionFailure("a value is there once it is done") }
      return value
    }
  }
}
