import JSONText
package import Loopback
import Views
package import Workflow

/// The same server over Streamable HTTP, on this machine alone: one message a request, and one answer.
///
/// There are no sessions and no streams: what a request needs to be answered by stands in it. So nothing is told unasked,
/// and progress is not told.
package actor HTTPServer {
  /// Where messages are posted to.
  package static let path = "/mcp"

  private let server: Server
  private let address: LocalAddress
  private let token: String

  /// - Parameter token: what every request has to bear.
  package init(_ options: Server.Options, _ surroundings: Surroundings, at address: LocalAddress, token: String) {
    var options = options
    options.tellsUnasked = false
    server = Server(options, surroundings, Deaf())
    self.address = address
    self.token = token
  }

  package func answer(_ asked: Asked) -> HTTPAnswer {
    var reply = unguarded(asked)
    reply.headers.merge([
      "Content-Type": reply.type, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin",
    ]) { own, _ in own }
    return reply
  }

  private func unguarded(_ asked: Asked) -> HTTPAnswer {
    if let refusal = address.refusal(of: asked) { return refusal }
    guard asked.path == Self.path else { return .init(404, words: "Messages are posted to \(Self.path).") }
    let bearer = asked.headers["authorization"] ?? ""
    guard LocalAddress.isSame(bearer, "Bearer \(token)") else {
      var reply = HTTPAnswer(401, words: "Send the header that git handoff mcp --http printed.")
      reply.headers["WWW-Authenticate"] = "Bearer"
      return reply
    }
    guard asked.method == "POST" else {
      var reply = HTTPAnswer(405, words: "Messages are posted; there are no streams and no sessions.")
      reply.headers["Allow"] = "POST"
      return reply
    }
    let type = (asked.headers["content-type"] ?? "").prefix { $0 != ";" && $0 != " " }.lowercased()
    guard type == "application/json" else { return .init(415, words: "A message is application/json.") }
    let accepted = asked.headers["accept"] ?? "*/*"
    guard accepted.contains("application/json") || accepted.contains("*/*") || accepted.contains("application/*") else {
      return .init(406, words: "Answers are application/json.")
    }
    return reply(to: Message(asked.body), asked.headers)
  }

  // MARK: messages

  private func reply(to message: Message, _ headers: [String: String]) -> HTTPAnswer {
    switch message {
    case .broken(let error, let id): return Self.reply(400, Envelope.error(id, error))
    // Nothing of what a client tells changes anything here: what is cancelled is a connection that ends.
    case .notification, .response: return .init(202, words: "")
    case .batch(let messages):
      guard Self.agreed(headers) == .march2025 else {
        return Self.reply(
          400, Envelope.error(nil, .envelope("Several messages in one are part of the revision 2025-03-26 alone")))
      }
      let answers = messages.compactMap { message in answer(to: message, headers)?.line }
      return answers.isEmpty ? .init(202, words: "") : Self.reply(200, .array(answers))
    case .request:
      guard let (status, line) = answer(to: message, headers) else { return .init(202, words: "") }
      return Self.reply(status, line)
    }
  }

  /// - Returns: nil for what has no answer.
  private func answer(to message: Message, _ headers: [String: String]) -> (status: Int, line: JSONValue)? {
    switch message {
    case .request(let id, let method, let params):
      let request: Request
      do throws(ProtocolError) {
        try MirroredHeaders.check(headers, method, params)
        request = try Request(id: id, method: method, params: params, agreed: Self.agreed(headers))
      } catch {
        return (400, Envelope.error(id, error))
      }
      let line = server.answer(to: request)
      // To older clients 404 says that their session is over.
      return (line.isUnknownMethod && request.revision.isStateless ? 404 : 200, line.json)
    case .broken(let error, let id): return (400, Envelope.error(id, error))
    case .batch: return (400, Envelope.error(nil, .envelope("A message is an object")))
    case .notification, .response: return nil
    }
  }

  /// What the header says was agreed, which no session remembers. Without one it is 2025-03-26 (2025-06-18, Transports).
  private static func agreed(_ headers: [String: String]) -> Revision? {
    guard let version = headers[MirroredHeaders.version] else { return .march2025 }
    return Revision(rawValue: version).flatMap { $0.isStateless ? nil : $0 }
  }

  private static func reply(_ status: Int, _ json: JSONValue) -> HTTPAnswer {
    .init(status, "application/json", Array(json.text.utf8))
  }
}
