import Synchronization

/// What a person watches who sets `HANDOFF_TRACE`: programs that are run, and files that are read.
///
/// Only events are told here, and only when somebody listens; a front-end words them.
package enum Tracing {
  package enum Event: Sendable {
    /// A program that ended, with its arguments, or that could not be run: then without a status.
    case ran([String], status: Int32?, bytes: Int, took: Duration)
    case read(path: String, bytes: Int, took: Duration)
  }

  private static let isOn = Atomic(false)
  private static let listener = Mutex<(@Sendable (Event) -> Void)?>(nil)

  /// From now on, `body` is told of every event, from any thread, one after the other.
  package static func start(_ body: @escaping @Sendable (Event) -> Void) {
    listener.withLock { $0 = body }
    isOn.store(true, ordering: .relaxed)
  }

  /// The time at which something begins; nil while nobody listens, which costs one load.
  package static var beginning: ContinuousClock.Instant? { isOn.load(ordering: .relaxed) ? .now : nil }

  /// Tells of what began then.
  package static func tell(since beginning: ContinuousClock.Instant?, _ event: (Duration) -> Event) {
    guard let beginning else { return }
    let event = event(.now - beginning)
    listener.withLock { $0?(event) }
  }
}
