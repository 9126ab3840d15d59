import CodeIndex
import Views

/// Tells a client that asked for it how far a request has come, each note further than the one before.
final class ProgressNotes {
  private let token: MessageID?
  private let send: (JSONValue) -> Void
  private var last: ContinuousClock.Instant?
  private var count = 0

  init(_ request: Request, _ send: @escaping (JSONValue) -> Void) {
    token = request.progressToken
    self.send = send
  }

  func tell(_ progress: IndexProgress) {
    let now = ContinuousClock.now
    guard let token, last.map({ now - $0 > .milliseconds(200) }) ?? true else { return }
    last = now
    count += 1
    send(
      Envelope.notification(
        "notifications/progress",
        [
          "progressToken": token.json, "progress": .int(count), "message": .string(IndexProgressView.line(progress)),
        ]))
  }
}
