import JSONText
import MCPServer
import TestKit
import Testing

@Suite("Revisions of the protocol") struct RevisionTests {
  static let older = Revision.allCases.filter { $0 != .stateless }

  @Test("a handshake is answered with the revision that it asks for", arguments: older)
  func handshake(_ revision: Revision) throws {
    let sent = try Desk().play([
      .line(Wire.handshake(revision.rawValue)), .line(Wire.plain("tools/list", id: 2)),
      .line(Wire.plain("resources/read", #""uri":"handoff://stories/st-00000000""#, id: 3)),
    ])
    #expect(sent[0].result?["protocolVersion"]?.string == revision.rawValue)
    #expect(sent[0].result?["instructions"]?.string?.utf8.count ?? 0 > 100)
    #expect(sent[1].result?["tools"]?.elements.reduce(0) { count, _ in count + 1 } ?? 0 >= 7)
    #expect(sent[1].result?["resultType"] == nil)
    #expect(sent[1].result?["ttlMs"] == nil)
    #expect(sent[2].code == -32002)
  }

  @Test("a handshake for a revision that nobody knows is answered with the newest that has one")
  func unknownHandshake() throws {
    for version in ["2099-01-01", "", "2026-07-28"] {
      let answer = try Desk().answer(Wire.handshake(version))
      #expect(answer.result?["protocolVersion"]?.string == "2025-11-25")
    }
  }

  @Test("both eras are spoken in one process, in any order")
  func noLock() throws {
    let sent = try Desk().play([
      .line(Wire.stateless("server/discover", id: 1)), .line(Wire.handshake(id: 2)),
      .line(Wire.plain("tools/list", id: 3)),
      .line(Wire.stateless("tools/list", id: 4)), .line(Wire.plain("ping", id: 5)),
      .line(Wire.stateless("server/discover", id: 6)),
    ])
    #expect(sent.compactMap { $0.node["id"]?.int } == [1, 2, 3, 4, 5, 6])
    #expect(sent.allSatisfy { $0.code == nil })
    #expect(sent[2].result?["resultType"] == nil)
    #expect(sent[3].result?["resultType"]?.string == "complete")
  }

  @Test("what the stateless revision asks of results is there")
  func statelessResults() throws {
    for method in Wire.methods + ["server/discover"] {
      let result = try #require(try Desk().request(method).result, "\(method)")
      #expect(result["resultType"]?.string == "complete")
      #expect(result["ttlMs"]?.int ?? -1 >= 0, "\(method)")
      #expect(result["cacheScope"]?.string == "private")
      #expect(result["_meta"]?["io.modelcontextprotocol/serverInfo"]?["name"]?.string == "handoff")
    }
    let discovered = try Desk().request("server/discover").result
    let versions = discovered?["supportedVersions"]?.elements.compactMap(\.string)
    #expect(versions == Revision.allCases.map(\.rawValue))
  }

  @Test("several messages in one are answered in one where the revision has that, and refused elsewhere")
  func batches() throws {
    let batch = "[\(Wire.plain("ping", id: 2)),{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"},7]"
    let sent = try Desk().play([.line(Wire.handshake("2025-03-26")), .line(batch)])
    #expect(sent.count == 2)
    #expect(Array(sent[1].node.elements).map { $0["error"]?["code"]?.int } == [nil, -32600])
    let refused = try Desk().play([.line(Wire.handshake("2025-06-18")), .line(batch)])
    #expect(refused[1].code == -32600)
  }

  @Test("what a host shows of the server fits into what hosts keep")
  func instructions() throws {
    let text = try Desk().request("server/discover").result?["instructions"]?.string ?? ""
    #expect(text.utf8.count < 2048)
    #expect(text.hasPrefix("Call story_context before"))
  }
}
