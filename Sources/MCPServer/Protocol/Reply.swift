import Views

/// Members of a result, and what a client may do with it; the envelope differs from revision to revision.
struct Reply {
  /// For how long a result may be kept (`CacheableResult` of 2026-07-28).
  enum Cache {
    /// The result does not say.
    case untold
    case milliseconds(Int)
  }

  var members: [JSONValue.Member]
  var cache: Cache

  init(_ members: KeyValuePairs<String, JSONValue>, cache: Cache = .untold) {
    self.members = members.map { JSONValue.Member(key: $0.key, value: $0.value) }
    self.cache = cache
  }

  /// - Parameter server: name and version, which stateless results carry.
  func json(for revision: Revision, server: JSONValue) -> JSONValue {
    guard revision.isStateless else { return .object(members) }
    var all = members + [JSONValue.Member(key: "resultType", value: "complete")]
    if case .milliseconds(let count) = cache {
      all.append(JSONValue.Member(key: "ttlMs", value: .int(count)))
      all.append(JSONValue.Member(key: "cacheScope", value: "private"))
    }
    all.append(
      JSONValue.Member(key: "_meta", value: .object([JSONValue.Member(key: Request.serverKey, value: server)])))
    return .object(all)
  }
}

/// Lines that go to the client.
enum Envelope {
  static func result(_ id: MessageID, _ result: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "id": id.json, "result": result]
  }

  /// Without an id where none could be made out: null is none (schema of 2025-11-25 and later).
  static func error(_ id: MessageID?, _ error: ProtocolError) -> JSONValue {
    guard let id else { return ["jsonrpc": "2.0", "error": error.json] }
    return ["jsonrpc": "2.0", "id": id.json, "error": error.json]
  }

  static func notification(_ method: String, _ params: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "method": .string(method), "params": params]
  }
}
