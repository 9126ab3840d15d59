import JSONText
import TestKit
import Testing

@Suite("Lines that are no good requests") struct EnvelopeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let code: Int
    var id: String?
    var testDescription: String { String(line.prefix(60)) }

    init(_ line: String, _ code: Int, id: String? = nil) { (self.line, self.code, self.id) = (line, code, id) }
  }

  static let cases = [
    Case("{bad json", -32700), Case("\u{feff}nonsense", -32700), Case("{}", -32600), Case("null", -32600),
    Case("\"text\"", -32600), Case("12", -32600), Case("[]", -32600), Case("[1]", -32600),
    Case(#"[{"jsonrpc":"2.0","id":9,"method":"ping"}]"#, -32600),
    Case(#"{"jsonrpc":"1.0","id":3,"method":"ping"}"#, -32600, id: "3"),
    Case(#"{"id":3,"method":"ping"}"#, -32600, id: "3"),
    Case(#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600),
    Case(#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#, -32600),
    Case(#"{"jsonrpc":"2.0","id":{},"method":"ping"}"#, -32600),
    Case(#"{"jsonrpc":"2.0","id":4}"#, -32600, id: "4"),
    Case(#"{"jsonrpc":"2.0","id":4,"method":7}"#, -32600, id: "4"),
    Case(#"{"jsonrpc":"2.0","id":"a","method":"ping","params":[]}"#, -32602, id: "\"a\""),
    Case(#"{"jsonrpc":"2.0","id":2,"method":"tools/list"}"#, -32602, id: "2"),
    Case(
      #"{"jsonrpc":"2.0","id":2,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}}"#,
      -32602, id: "2"),
    Case(
      #"{"jsonrpc":"2.0","id":2,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/clientCapabilities":{}}}}"#,
      -32602, id: "2"),
    Case(
      #"{"jsonrpc":"2.0","id":2,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":7}}}"#,
      -32602, id: "2"),
    Case(
      #"{"jsonrpc":"2.0","id":2,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"1900-01-01"}}}"#,
      -32022, id: "2"),
    Case(Wire.stateless("nope"), -32601, id: "1"), Case(Wire.stateless("ping"), -32601, id: "1"),
    Case(Wire.stateless("initialize"), -32601, id: "1"), Case(Wire.stateless("logging/setLevel"), -32601, id: "1"),
    Case(Wire.stateless("resources/subscribe", #""uri":"handoff://index""#), -32601, id: "1"),
    Case(Wire.stateless("tools/call", #""name":"nope""#), -32602, id: "1"),
    Case(Wire.stateless("tools/call"), -32602, id: "1"),
    Case(Wire.stateless("tools/call", #""name":"story_list","arguments":[]"#), -32602, id: "1"),
    Case(Wire.stateless("tools/list", #""cursor":"garbage""#), -32602, id: "1"),
    Case(Wire.stateless("tools/list", #""cursor":"""#), -32602, id: "1"),
    Case(Wire.stateless("resources/list", #""cursor":"from-1000""#), -32602, id: "1"),
    Case(Wire.stateless("resources/list", #""cursor":"from-01""#), -32602, id: "1"),
    Case(Wire.stateless("resources/list", #""cursor":5"#), -32602, id: "1"),
    Case(Wire.stateless("prompts/get", #""name":"nope""#), -32602, id: "1"),
    Case(Wire.stateless("prompts/get", #""name":"implement""#), -32602, id: "1"),
    Case(Wire.stateless("completion/complete"), -32602, id: "1"),
    Case(Wire.stateless("subscriptions/listen"), -32602, id: "1"),
  ]

  @Test("is answered with the code of the specification, and the id if there is one", arguments: cases)
  func codes(_ example: Case) throws {
    let answer = try Desk().answer(example.line)
    #expect(answer.code == example.code)
    let id = answer.node["id"].map { id in
      let written = String(decoding: id.bytes, as: UTF8.self)
      return id.string == nil ? written : "\"\(written)\""
    }
    #expect(id == example.id)
  }

  @Test("what is no request is not answered, and what follows is")
  func silence() throws {
    let sent = try Desk().play([
      .line(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#),
      .line(#"{"jsonrpc":"2.0","method":"tools/list"}"#),
      .line(#"{"jsonrpc":"2.0","id":5,"result":{}}"#), .line("   "),
      .line(#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":77}}"#),
      .line(Wire.plain("ping", id: 8)),
    ])
    #expect(sent.map(\.text) == [#"{"jsonrpc":"2.0","id":8,"result":{}}"#])
  }

  @Test("nesting beyond all measure and a line beyond the limit are errors, not the end")
  func limits() throws {
    let deep = String(repeating: "[", count: 100_000)
    let sent = try Desk().play([.line(deep), .tooLong, .line(Wire.plain("ping", id: 8))])
    #expect(sent.map(\.code) == [-32700, -32600, nil])
    #expect(sent.last?.node["id"]?.int == 8)
  }

  @Test("a request that is cancelled while it waits or is answered gets no answer")
  func cancelling() throws {
    let cancel = #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#
    let sent = try Desk().play([
      .line(Wire.stateless("tools/call", #""name":"story_list""#)), .meanwhile(Wire.plain("ping", id: 2)),
      .meanwhile(cancel), .line(Wire.plain("ping", id: 3)), .line(Wire.plain("ping", id: 1)),
    ])
    #expect(sent.compactMap { $0.node["id"]?.int } == [2, 3, 1])
    let second = #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2}}"#
    let others = try Desk().play([
      .line(Wire.plain("ping", id: 1)), .meanwhile(Wire.plain("ping", id: 2)), .meanwhile(second),
    ])
    #expect(others.compactMap { $0.node["id"]?.int } == [1])
  }
}
