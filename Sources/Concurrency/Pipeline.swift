import Dispatch
import Synchronization

/// Works out `body` for large parts on all processors, and hands the values to `take` in the order of the parts.
///
/// What comes out is the same however many processors there are. A window of parts is worked on while the values of the
/// one before are taken, so that no more than the values of two are held in memory; a part is let go with its window.
///
/// - Throws: what `take` throws; no more values are handed to it then.
package func concurrently<Part: Sendable, Value: Sendable, Problem: Error>(
  parts: consuming [Part], _ body: @escaping @Sendable (Part) -> Value, take: (Value) throws(Problem) -> Void
) throws(Problem) {
  var rest = parts
  // One part has nothing to be done beside it.
  guard rest.count > 1 else {
    for part in rest { try take(body(part)) }
    return
  }
  let size = 8
  rest.reverse()
  var window: Window<Value>? = Window(&rest, size, body)
  while let values = window?.values() {
    window = rest.isEmpty ? nil : Window(&rest, size, body)
    for value in values { try take(value) }
  }
}

/// Some parts that are worked on, on threads of their own.
private final class Window<Value: Sendable>: Sendable {
  private let result = Mutex<[Value]>([])
  private let isDone = DispatchSemaphore(value: 0)

  /// Takes the last parts, the last one first.
  init<Part: Sendable>(_ rest: inout [Part], _ size: Int, _ body: @escaping @Sendable (Part) -> Value) {
    let parts = Array(rest.suffix(size).reversed())
    rest.removeLast(parts.count)
    DispatchQueue.global().async {
      let values = concurrently(parts, chunk: 1, body)
      self.result.withLock { $0 = values }
      self.isDone.signal()
    }
  }

  /// The values, in the order of the parts; waits until there are all of them. They are given once.
  func values() -> [Value] {
    isDone.wait()
    return result.withLock { result in
      defer { result = [] }
      return result
    }
  }
}
