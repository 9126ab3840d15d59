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
  /// The last parts, the last one first, worked on while others are taken.
  func window() -> Meanwhile<[Value]>? {
    if rest.isEmpty { return nil }
    let parts = Array(rest.suffix(size).reversed())
    rest.removeLast(parts.count)
    return Meanwhile { concurrently(parts, chunk: 1, body) }
  }
  var ahead = window()
  while let values = ahead?.value() {
    ahead = window()
    for value in values { try take(value) }
  }
}
