package import JSONText
import Views

/// A request, once it is known by which revision it is to be answered.
package struct Request {
  package let id: MessageID
  package let method: String
  package let params: JSONNode?
  package let revision: Revision

  static let versionKey = "io.modelcontextprotocol/protocolVersion"
  static let capabilitiesKey = "io.modelcontextprotocol/clientCapabilities"
  static let serverKey = "io.modelcontextprotocol/serverInfo"
  static let subscriptionKey = "io.modelcontextprotocol/subscriptionId"

  /// - Parameter agreed: the revision of the last handshake, if there was one. A request that says its own is answered by
  ///   that one, whatever was agreed before: clients change their mind (claude-code#96183).
  package init(id: MessageID, method: String, params: JSONNode?, agreed: Revision?) throws(ProtocolError) {
    self.id = id
    self.method = method
    self.params = params
    revision = try Self.revision(method, params, agreed)
  }

  private static func revision(
    _ method: String, _ params: JSONNode?, _ agreed: Revision?
  ) throws(ProtocolError) -> Revision {
    let meta = params?["_meta"]
    if let version = meta?[versionKey] {
      guard let text = version.string else { throw .parameters("_meta \(versionKey) is a string") }
      guard let revision = Revision(rawValue: text) else { throw .unsupported(text) }
      if revision.isStateless {
        guard meta?[capabilitiesKey]?.kind == .object else { throw .parameters("_meta has no \(capabilitiesKey)") }
      }
      return revision
    }
    // Before the handshake only these two may come.
    if method == "initialize" || method == "ping" { return agreed ?? .newestWithHandshake }
    guard let agreed, meta?[capabilitiesKey] == nil else {
      throw .parameters("_meta has no \(versionKey), and there was no initialize before")
    }
    return agreed
  }

  /// Whom progress is to be told.
  package var progressToken: MessageID? { params?["_meta"]?["progressToken"].flatMap { MessageID($0) } }

  /// A string among the parameters that has to be there.
  package func text(_ name: String) throws(ProtocolError) -> String {
    guard let text = params?[name]?.string else { throw .parameters("\(method) wants \(name), a string") }
    return text
  }
}
