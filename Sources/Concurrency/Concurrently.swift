public import Dispatch
public import Synchronization

/// The values of `body` for all elements, in their order, worked out on all processors.
///
/// Few elements are done at once on the calling thread: a thread costs more than they do.
///
/// - Parameter chunk: how many elements are worth a thread.
@inlinable
package func concurrently<Element: Sendable, Value: Sendable>(
  _ elements: [Element], chunk: Int = 256, _ body: @Sendable (Element) -> Value
) -> [Value] {
  // Inlinable, so that each caller gets code for its own values: large ones are slow to move by code for any.
  guard elements.count >= 2 * chunk else { return elements.map(body) }
  let count = (elements.count + chunk - 1) / chunk
  let values = Mutex<[Int: [Value]]>([:])
  DispatchQueue.concurrentPerform(iterations: count) { number in
    let own = elements[number * chunk..<min(elements.count, (number + 1) * chunk)].map(body)
    values.withLock { $0[number] = own }
  }
  return values.withLock { values in (0..<count).flatMap { values[$0] ?? [] } }
}
