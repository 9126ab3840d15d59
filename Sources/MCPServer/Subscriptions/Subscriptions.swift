import JSONText
import Views
import Workflow

/// Who wants to be told of what: streams of the stateless revision, and addresses of the older ones.
struct Subscriptions {
  private struct Stream {
    var id: MessageID
    var addresses: Set<String>
    var wantsList: Bool
  }

  private var streams: [Stream] = []
  /// Addresses of `resources/subscribe`.
  private var addresses: Set<String> = []
  /// After a handshake a client is told of other lists without having asked.
  var tellsOfLists = false
  private var seen: PlanWatch?

  /// A client may have so many.
  private static let most = 1000

  var areAny: Bool { !streams.isEmpty || !addresses.isEmpty || tellsOfLists }

  // MARK: asking

  /// Opens a stream; what is told first, which says what will be told.
  mutating func listen(_ request: Request) throws(ProtocolError) -> JSONValue {
    guard let filter = request.params?["notifications"], filter.kind == .object else {
      throw .parameters("subscriptions/listen wants notifications, an object")
    }
    guard streams.count < Self.most, !streams.contains(where: { $0.id == request.id }) else {
      throw .parameters("There are too many subscriptions, or one with this id")
    }
    let asked = filter["resourceSubscriptions"].map { $0.elements.prefix(Self.most).compactMap(\.string) } ?? []
    let known = asked.filter { ResourceAddress($0) != nil }
    let wantsList = filter["resourcesListChanged"]?.bool ?? false
    streams.append(Stream(id: request.id, addresses: Set(known), wantsList: wantsList))
    var honoured: [JSONValue.Member] = []
    if wantsList { honoured.append(.init(key: "resourcesListChanged", value: true)) }
    if !known.isEmpty {
      honoured.append(.init(key: "resourceSubscriptions", value: JSONValue(known) { .string($0) }))
    }
    return Envelope.notification(
      "notifications/subscriptions/acknowledged",
      ["_meta": Self.tag(request.id), "notifications": .object(honoured)])
  }

  /// Ends a stream, if `id` is one.
  mutating func end(_ id: MessageID) { streams.removeAll { $0.id == id } }

  /// The answers that end all streams, when the server ends.
  mutating func endAll(server: JSONValue) -> [JSONValue] {
    defer { streams = [] }
    return streams.map { stream in
      let meta: JSONValue = .object([
        .init(key: Request.subscriptionKey, value: stream.id.json), .init(key: Request.serverKey, value: server),
      ])
      return Envelope.result(stream.id, ["resultType": "complete", "_meta": meta])
    }
  }

  mutating func subscribe(_ uri: String) throws(ProtocolError) {
    guard addresses.count < Self.most else { throw .parameters("There are too many subscriptions") }
    addresses.insert(uri)
  }

  mutating func unsubscribe(_ uri: String) { addresses.remove(uri) }

  // MARK: telling

  /// What is to be told, now that the world is as `watch` says; nothing the first time.
  mutating func news(_ watch: PlanWatch) -> [JSONValue] {
    defer { seen = watch }
    guard let seen, seen != watch else { return [] }
    let (changed, isOtherList) = watch.changes(since: seen)
    var lines: [JSONValue] = []
    let uris = Set(changed.map(\.uri))
    for stream in streams {
      if isOtherList, stream.wantsList { lines.append(Self.otherList(tag: stream.id)) }
      for uri in stream.addresses.intersection(uris).sorted() { lines.append(Self.updated(uri, tag: stream.id)) }
    }
    if isOtherList, tellsOfLists { lines.append(Self.otherList(tag: nil)) }
    for uri in addresses.intersection(uris).sorted() { lines.append(Self.updated(uri, tag: nil)) }
    return lines
  }

  private static func otherList(tag id: MessageID?) -> JSONValue {
    Envelope.notification("notifications/resources/list_changed", .object(meta(id)))
  }

  private static func updated(_ uri: String, tag id: MessageID?) -> JSONValue {
    let address = JSONValue.Member(key: "uri", value: .string(uri))
    return Envelope.notification("notifications/resources/updated", .object(meta(id) + [address]))
  }

  private static func meta(_ id: MessageID?) -> [JSONValue.Member] {
    id.map { [.init(key: "_meta", value: tag($0))] } ?? []
  }

  private static func tag(_ id: MessageID) -> JSONValue {
    .object([.init(key: Request.subscriptionKey, value: id.json)])
  }
}
