import Foundation
import JSONText
import Loopback
import MCPServer
import Testing

@Suite("Messages over HTTP") struct HTTPTests {
  private static let token = "a-token-of-this-test"
  private static let named = ["tools/call": "name", "prompts/get": "name", "resources/read": "uri"]

  private struct Posted {
    var status: Int
    var sent: Sent?
    var reply: HTTPAnswer

    init(_ reply: HTTPAnswer) throws {
      status = reply.status
      self.reply = reply
      sent = reply.type == "application/json" ? try Sent(String(decoding: reply.body, as: UTF8.self)) : nil
    }
  }

  private let desk: Desk
  private let server: HTTPServer

  init() throws {
    desk = try Desk()
    server = HTTPServer(desk.options, desk.surroundings, at: LocalAddress(port: 4000), token: Self.token)
  }

  private static let headers = [
    "host": "127.0.0.1:4000", "authorization": "Bearer \(token)", "content-type": "application/json",
    "accept": "application/json, text/event-stream",
  ]

  /// - Parameter changes: headers beside those that every client sends; an empty one is left out.
  private func post(
    _ body: String, _ changes: [String: String] = [:], method: String = "POST", path: String = "/mcp"
  ) async throws -> Posted {
    let headers = Self.headers.merging(changes) { $1 }.filter { !$0.value.isEmpty }
    return try Posted(await server.answer(Asked(method, path, headers: headers, body: Array(body.utf8))))
  }

  /// A request of the stateless revision with the headers that belong to it.
  private func request(
    _ method: String, _ params: String = "", name: String? = nil, _ changes: [String: String] = [:]
  ) async throws -> Posted {
    var headers = ["mcp-protocol-version": "2026-07-28", "mcp-method": method]
    if let name { headers["mcp-name"] = name }
    return try await post(Wire.stateless(method, params), headers.merging(changes) { $1 })
  }

  private static let context = #""name":"story_context","arguments":{"id":"\#(Desk.story)"}"#

  @Test("a request is answered by what stands in it, of the stateless revision and of older ones")
  func revisions() async throws {
    let discovered = try await request("server/discover")
    #expect(discovered.status == 200 && discovered.reply.headers["Content-Type"] == "application/json")
    let resources = discovered.sent?.result?["capabilities"]?["resources"]
    #expect(resources?["subscribe"]?.bool == false && resources?["listChanged"]?.bool == false)
    let context = try await request("tools/call", Self.context, name: "story_context")
    #expect(context.sent?.said.contains("three times") == true)
    for version in ["2025-11-25", "2025-06-18", "2025-03-26"] {
      let hello =
        #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"\#(version)","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}"#
      let agreed = try await post(hello)
      #expect(agreed.sent?.result?["protocolVersion"]?.string == version)
      let header = ["mcp-protocol-version": version]
      #expect(try await post(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#, header).status == 202)
      let call = #"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{\#(Self.context)}}"#
      let answer = try await post(call, header)
      #expect(answer.sent?.said.contains("three times") == true && answer.sent?.result?["resultType"] == nil)
    }
    // Without the header it is 2025-03-26, in which several messages may come at once.
    let ping = #"{"jsonrpc":"2.0","id":3,"method":"ping"}"#
    #expect(try await post("[\(ping),\(ping)]").sent?.node.elements.reduce(0) { count, _ in count + 1 } == 2)
    #expect(try await post("[\(ping)]", ["mcp-protocol-version": "2025-06-18"]).status == 400)
  }

  @Test("a header that does not say what the message says is refused")
  func mirrored() async throws {
    for (name, value) in [
      ("mcp-protocol-version", ""), ("mcp-protocol-version", "2025-11-25"), ("mcp-method", ""),
      ("mcp-method", "tools/list"), ("mcp-name", ""), ("mcp-name", "story_list"),
    ] {
      let posted = try await request("tools/call", Self.context, name: "story_context", [name: value])
      #expect(posted.status == 400 && posted.sent?.code == -32020, "\(name): \(value)")
    }
    let encoded = "=?base64?\(Data("story_context".utf8).base64EncodedString())?="
    #expect(try await request("tools/call", Self.context, name: encoded).status == 200)
    let unknown = Wire.stateless("tools/list", "").replacing("2026-07-28", with: "2030-01-01")
    let posted = try await post(unknown, ["mcp-protocol-version": "2030-01-01", "mcp-method": "tools/list"])
    #expect(posted.status == 400 && posted.sent?.code == -32022)
  }

  @Test("what is no message is told by status and code")
  func envelopes() async throws {
    #expect(try await post("{").status == 400)
    #expect(try await post("{").sent?.code == -32700)
    #expect(try await post(#"{"id":1}"#).sent?.code == -32600)
    let bare = #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#
    #expect(try await post(bare, ["mcp-protocol-version": "2026-07-28"]).status == 400)
    #expect(try await post(bare, ["mcp-protocol-version": "1999-01-01"]).sent?.code == -32022)
    for method in ["ping", "initialize", "logging/setLevel", "resources/subscribe", "subscriptions/listen", "nothing"] {
      let posted = try await request(method)
      #expect(posted.status == 404 && posted.sent?.code == -32601, "\(method)")
    }
    // To an older client 404 would say that its session is over.
    let old = #"{"jsonrpc":"2.0","id":1,"method":"nothing"}"#
    let posted = try await post(old, ["mcp-protocol-version": "2025-11-25"])
    #expect(posted.status == 200 && posted.sent?.code == -32601)
  }

  @Test("foreign hosts and pages, and whoever lacks the token, are told nothing")
  func door() async throws {
    let body = Wire.stateless("server/discover", "")
    for (status, changes) in [
      (421, ["host": "evil.example:4000"]), (421, ["host": ""]), (421, ["host": "127.0.0.1:4001"]),
      (403, ["origin": "https://evil.example"]), (403, ["origin": "null"]), (403, ["origin": "http://127.0.0.1:4001"]),
      (401, ["authorization": ""]), (401, ["authorization": "Bearer a-token-of-this-tesu"]),
      (401, ["authorization": Self.token]), (415, ["content-type": "text/plain"]), (415, ["content-type": ""]),
      (406, ["accept": "text/event-stream"]),
    ] {
      let posted = try await post(body, changes)
      #expect(posted.status == status, "\(changes)")
      #expect(posted.sent == nil && posted.reply.body.count < 100)
    }
    #expect(try await post(body, ["authorization": ""]).reply.headers["WWW-Authenticate"] == "Bearer")
    #expect(try await post("", method: "GET").status == 405)
    #expect(try await post("", method: "DELETE").status == 405)
    #expect(try await post(body, path: "/").status == 404)
    #expect(try await post(body, path: "/.well-known/oauth-protected-resource").status == 404)
  }

  @Test("read only, the tools that write are not there over HTTP either")
  func readOnly() async throws {
    var options = desk.options
    options.isReadOnly = true
    let server = HTTPServer(options, desk.surroundings, at: LocalAddress(port: 4000), token: Self.token)
    let headers = Self.headers.merging(["mcp-protocol-version": "2026-07-28", "mcp-method": "tools/list"]) { $1 }
    let asked = Asked("POST", "/mcp", headers: headers, body: Array(Wire.stateless("tools/list", "").utf8))
    let list = try Posted(await server.answer(asked)).sent?.result?["tools"]
    let tools = list?.elements.compactMap { $0["name"]?.string }
    #expect(tools?.contains("story_context") == true && tools?.contains("work_record") == false)
  }
}
