import Dispatch
import Synchronization

/// Works out `body` for large parts on all processors, and hands the values to `take` in the order of the parts.
///
/// What comes out is the same however many processors there are. A part is asked for when a processor is free for it, so
/// that finding the parts takes its time beside the rest, and is let go when it is done. No more than 16 are ahead of
/// what was taken, which bounds the memory.
///
/// - Throws: what `take` throws; no more values are handed to it then.
package func concurrently<Parts: IteratorProtocol & Sendable, Value: Sendable, Problem: Error>(
  partsOf parts: consuming Parts, _ body: @escaping @Sendable (Parts.Element) -> Value,
  take: (Value) throws(Problem) -> Void
) throws(Problem) where Parts.Element: Sendable {
  var rest = parts
  guard let first = rest.next() else { return }
  guard let second = rest.next() else {
    // One part has nothing to be done beside it.
    return try take(body(first))
  }
  let pipeline = Pipeline<Parts, Value>([second, first], rest)
  DispatchQueue.global().async {
    DispatchQueue.concurrentPerform(iterations: pipelineLength) { _ in pipeline.work(body) }
  }
  defer { pipeline.stop() }
  while let value = pipeline.next() {
    try take(value)
    pipeline.makeRoom()
  }
}

/// The same for parts that are there already.
package func concurrently<Part: Sendable, Value: Sendable, Problem: Error>(
  parts: consuming [Part], _ body: @escaping @Sendable (Part) -> Value, take: (Value) throws(Problem) -> Void
) throws(Problem) {
  try concurrently(partsOf: Drain(parts), body, take: take)
}

/// How many parts may be worked on, or wait to be taken.
private let pipelineLength = 16

/// Parts on their way from where they are found, through the processors, to whoever takes the values in their order.
private final class Pipeline<Parts: IteratorProtocol & Sendable, Value: Sendable>: Sendable
where Parts.Element: Sendable {
  private struct State {
    /// Those that were looked at before, the first one last.
    var ahead: [Parts.Element]
    var parts: Parts
    var begun = 0
    var taken = 0
    var isAtEnd = false
    var values: [Int: Value] = [:]

    mutating func next() -> (number: Int, part: Parts.Element)? {
      guard !isAtEnd else { return nil }
      guard let part = ahead.popLast() ?? parts.next() else {
        isAtEnd = true
        return nil
      }
      begun += 1
      return (begun - 1, part)
    }
  }

  private let state: Mutex<State>
  /// Counts the parts that may be begun.
  private let room = DispatchSemaphore(value: 0)
  /// Is signalled by each value, and by the end of the parts.
  private let news = DispatchSemaphore(value: 0)

  init(_ ahead: [Parts.Element], _ parts: Parts) {
    state = Mutex(State(ahead: ahead, parts: parts))
    // Counted up by hand: a semaphore must not be let go below the value that it began with.
    for _ in 0..<pipelineLength { room.signal() }
  }

  /// Works on one part after the other until there are no more.
  func work(_ body: (Parts.Element) -> Value) {
    while true {
      room.wait()
      guard let (number, part) = state.withLock({ $0.next() }) else { break }
      let value = body(part)
      state.withLock { $0.values[number] = value }
      news.signal()
    }
    // Whoever else waits for room is to see the end as well.
    makeRoom()
    news.signal()
  }

  /// The value of the next part; waits until there is one. Nil at the end.
  func next() -> Value? {
    while true {
      let (value, isLast) = state.withLock { state in
        let value = state.values.removeValue(forKey: state.taken)
        if value != nil { state.taken += 1 }
        return (value, state.isAtEnd && state.taken == state.begun)
      }
      if value != nil || isLast { return value }
      news.wait()
    }
  }

  /// Lets a further part be begun.
  func makeRoom() { room.signal() }

  /// No further part is begun.
  func stop() {
    state.withLock { $0.isAtEnd = true }
    makeRoom()
  }
}

/// The elements of an array, each let go when it has been handed out.
private struct Drain<Element: Sendable>: IteratorProtocol, Sendable {
  private var rest: [Element]

  init(_ elements: consuming [Element]) {
    rest = elements
    rest.reverse()
  }

  mutating func next() -> Element? { rest.popLast() }
}
