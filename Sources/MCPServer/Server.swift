import FileSystem
import JSONText
import Views
package import Workflow

/// A server of the Model Context Protocol on lines of JSON, of every revision at once.
///
/// One thread: a request is answered before the next is looked at. What arrives meanwhile is read before an answer is
/// sent, so that a request that was cancelled gets none.
package final class Server {
  package struct Options: Sendable {
    /// The folder of the repository, unless a call names another work tree of it.
    package var root: String?
    package var isReadOnly = false
    package var version = ""
    /// How often the world is looked at for those who want to know, in milliseconds.
    package var lookInterval: Int32 = 1000

    /// Whether a client can be told what it did not ask for.
    package var tellsUnasked = true

    package init() {}
  }

  let options: Options
  let roots: Roots
  let toolbox: Toolbox
  private let connection: any Connection
  /// What came and was not looked at yet.
  private var waiting: [Message] = []
  private var hasEnded = false
  /// The request that is being answered, until it is cancelled.
  private var current: MessageID?
  private var nextLook = ContinuousClock.now
  /// The revision of the last handshake.
  var agreed: Revision?
  var subscriptions = Subscriptions()

  /// So much may wait; more is read when there is room again.
  private static let mostWaiting = 1000

  package init(_ options: Options, _ surroundings: Surroundings, _ connection: any Connection) {
    self.options = options
    self.connection = connection
    var surroundings = surroundings
    surroundings.memory = HistoryMemory()
    surroundings.code = CodeMemory()
    roots = Roots(surroundings: surroundings, named: options.root)
    toolbox = Toolbox(isReadOnly: options.isReadOnly)
  }

  /// Answers until nothing comes any more.
  package func run() {
    while true {
      if !waiting.isEmpty {
        handle(waiting.removeFirst())
      } else if hasEnded {
        break
      } else {
        take(connection.next(within: subscriptions.areAny ? options.lookInterval : nil))
      }
      look()
    }
    for line in subscriptions.endAll(server: serverFacts) { connection.send(line) }
  }

  // MARK: what comes

  private func take(_ event: LineInput.Event) {
    switch event {
    case .line(let bytes):
      // An empty line is no message, and nobody is helped by an error.
      if bytes.contains(where: { $0 > 0x20 }) { admit(Message(bytes)) }
    case .tooLong: waiting.append(.broken(.envelope("A message has at most \(Self.longestLine) bytes"), id: nil))
    case .nothing: break
    case .end: hasEnded = true
    }
  }

  /// The longest message, in bytes.
  package static let longestLine = 8 << 20

  private func admit(_ message: Message) {
    if case .notification("notifications/cancelled", let params) = message {
      if let id = params?["requestId"].flatMap({ MessageID($0) }) { cancel(id) }
    } else {
      waiting.append(message)
    }
  }

  private func cancel(_ id: MessageID) {
    subscriptions.end(id)
    if current == id { current = nil }
    waiting.removeAll { message in
      if case .request(id, let method, _) = message { method != "initialize" } else { false }
    }
  }

  /// Takes what is there, without waiting.
  private func takeAll() {
    while !hasEnded, waiting.count < Self.mostWaiting {
      let event = connection.next(within: 0)
      if event == .nothing { return }
      take(event)
    }
  }

  // MARK: what is answered

  private func handle(_ message: Message) {
    if case .batch(let messages) = message {
      handleBatch(messages)
    } else if let answer = answer(to: message) {
      connection.send(answer)
    }
  }

  private func handleBatch(_ messages: [Message]) {
    guard agreed?.hasBatches == true else {
      connection.send(
        Envelope.error(nil, .envelope("Several messages in one are part of the revision 2025-03-26 alone")))
      return
    }
    let answers = messages.compactMap(answer)
    if !answers.isEmpty { connection.send(.array(answers)) }
  }

  private func answer(to message: Message) -> JSONValue? {
    switch message {
    case .broken(let error, let id): return Envelope.error(id, error)
    case .request(let id, let method, let params):
      current = id
      defer { current = nil }
      let line: JSONValue?
      do throws(ProtocolError) {
        line = try self.line(answering: Request(id: id, method: method, params: params, agreed: agreed))
      } catch {
        line = Envelope.error(id, error)
      }
      takeAll()
      return current == id ? line : nil
    // Arrays in arrays are no messages either.
    case .batch: return Envelope.error(nil, .envelope("A message is an object"))
    case .notification, .response: return nil
    }
  }

  private func line(answering request: Request) throws(ProtocolError) -> JSONValue? {
    try reply(to: request).map { Envelope.result(request.id, $0.json(for: request.revision, server: serverFacts)) }
  }

  /// What one request that came by itself is answered, and whether its method is unknown.
  func answer(to request: Request) -> (json: JSONValue, isUnknownMethod: Bool) {
    do throws(ProtocolError) {
      guard let line = try line(answering: request) else { throw .unknownMethod(request.method) }
      return (line, false)
    } catch {
      return (Envelope.error(request.id, error), error.code == ProtocolError.unknownMethod("").code)
    }
  }

  func send(_ line: JSONValue) { connection.send(line) }

  /// Tells subscribers what is new, once in a while.
  private func look() {
    guard subscriptions.areAny, ContinuousClock.now >= nextLook else { return }
    lookNow()
  }

  /// Looks at the world: what it is like when somebody subscribes is what is compared with later.
  func lookNow() {
    let start = ContinuousClock.now
    for line in subscriptions.news(PlanWatch(try? roots.workspace(nil))) { connection.send(line) }
    // A plan of many thousand files is looked at less often.
    let end = ContinuousClock.now
    nextLook = end + max(.milliseconds(Int(options.lookInterval)), (end - start) * (options.lookInterval / 20))
  }

  var serverFacts: JSONValue {
    ["name": "handoff", "title": "git-handoff", "version": .string(options.version)]
  }
}
