package import Views

/// An answer that is no result (JSON-RPC 2.0 §5.1, and the codes of the revision 2026-07-28).
package struct ProtocolError: Error, Hashable, Sendable {
  package var code: Int
  package var message: String
  package var facts: JSONValue?

  init(_ code: Int, _ message: String, facts: JSONValue? = nil) {
    self.code = code
    self.message = message
    self.facts = facts
  }

  static func parse(_ why: String) -> ProtocolError { ProtocolError(-32700, "This is no JSON: \(why)") }
  static func envelope(_ why: String) -> ProtocolError { ProtocolError(-32600, why) }
  static func unknownMethod(_ name: String) -> ProtocolError {
    ProtocolError(-32601, "There is no method \(Phrase.quoted(Sanitiser.line(String(name.prefix(100)))))")
  }
  static func parameters(_ why: String, facts: JSONValue? = nil) -> ProtocolError {
    ProtocolError(-32602, why, facts: facts)
  }
  /// Over HTTP: what a header says is not what the message says.
  static func headers(_ why: String) -> ProtocolError { ProtocolError(-32020, why) }
  static func unsupported(_ version: String) -> ProtocolError {
    ProtocolError(
      -32022, "This revision of the protocol is not spoken here",
      facts: [
        "supported": JSONValue(Revision.allCases) { .string($0.rawValue) },
        "requested": .string(String(version.prefix(100))),
      ])
  }

  /// A resource that is not there: its code changed between revisions.
  static func noResource(_ uri: String, _ why: String, _ revision: Revision) -> ProtocolError {
    ProtocolError(revision.isStateless ? -32602 : -32002, why, facts: ["uri": .string(uri)])
  }

  var json: JSONValue {
    let facts = facts.map { [JSONValue.Member(key: "data", value: $0)] } ?? []
    return .object(
      [
        JSONValue.Member(key: "code", value: .int(code)), JSONValue.Member(key: "message", value: .string(message)),
      ] + facts)
  }
}
