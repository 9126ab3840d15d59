import Foundation
import JSONText
import TestKit
import Testing

@Suite("Telling clients of changes") struct SubscriptionTests {
  private static let uri = "handoff://stories/st-9c4t8wq2"
  private static let file = ".handoff/stories/st-9c4t8wq2-mute-comment-mails.md"

  private func change(_ desk: Desk) -> ScriptedConnection.Step {
    .act {
      try desk.repository.write(Self.file, desk.repository.read(Self.file) + "\nAnother note.\n")
      usleep(20_000)
    }
  }

  private func add(_ desk: Desk) -> ScriptedConnection.Step {
    .act {
      try desk.repository.write(".handoff/stories/st-new1q2r3-x.md", "---\nid: st-new1q2r3\ntitle: New\n---\n")
      usleep(20_000)
    }
  }

  @Test("a stream is acknowledged first, told only what it asked for, and ended with a result")
  func stream() throws {
    let desk = try Desk()
    let filter = #""notifications":{"resourceSubscriptions":["\#(Self.uri)","nonsense"],"toolsListChanged":true}"#
    let sent = try desk.play([
      .line(Wire.stateless("subscriptions/listen", filter, id: 5)), change(desk), add(desk),
      .line(Wire.stateless("tools/list", id: 6)),
    ])
    let tagged = sent.filter { $0.node["id"]?.int != 6 }
    #expect(
      tagged.map(\.method) == ["notifications/subscriptions/acknowledged", "notifications/resources/updated", nil])
    let honoured = tagged[0].node["params"]?["notifications"]
    #expect(
      honoured.map { String(decoding: $0.bytes, as: UTF8.self) } == #"{"resourceSubscriptions":["\#(Self.uri)"]}"#)
    #expect(tagged[1].node["params"]?["uri"]?.string == Self.uri)
    let key = "io.modelcontextprotocol/subscriptionId"
    #expect(tagged.prefix(2).allSatisfy { $0.node["params"]?["_meta"]?[key]?.int == 5 })
    #expect(tagged[2].result?["_meta"]?[key]?.int == 5)
  }

  @Test("a stream that asks for lists is told of items that come, and one that was cancelled of nothing")
  func lists() throws {
    let desk = try Desk()
    let filter = #""notifications":{"resourcesListChanged":true}"#
    let told = try desk.play([.line(Wire.stateless("subscriptions/listen", filter, id: 5)), change(desk), add(desk)])
    let lists = told.filter { $0.method == "notifications/resources/list_changed" }
    #expect(lists.count == 1)
    let cancel = #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":5}}"#
    let other = try Desk()
    let silent = try other.play([
      .line(Wire.stateless("subscriptions/listen", filter, id: 5)), .line(cancel), add(other),
    ])
    #expect(silent.map(\.method) == ["notifications/subscriptions/acknowledged"])
  }

  @Test("a commit is news for bundles")
  func head() throws {
    let desk = try Desk()
    let filter = #""notifications":{"resourceSubscriptions":["\#(Self.uri)/context"]}"#
    let commit = ScriptedConnection.Step.act {
      try desk.repository.commit("Work\n\nStory: st-9c4t8wq2", files: ["src/x.sh": "x"])
      usleep(20_000)
    }
    let sent = try desk.play([.line(Wire.stateless("subscriptions/listen", filter, id: 5)), commit])
    #expect(sent.contains { $0.method == "notifications/resources/updated" })
  }

  @Test("with a handshake, addresses are subscribed to one by one")
  func handshake() throws {
    let desk = try Desk()
    let sent = try desk.play([
      .line(Wire.handshake()), .line(Wire.plain("resources/subscribe", #""uri":"\#(Self.uri)""#, id: 2)), change(desk),
      .line(Wire.plain("resources/unsubscribe", #""uri":"\#(Self.uri)""#, id: 3)), change(desk), add(desk),
      .line(Wire.plain("resources/subscribe", #""uri":"nonsense""#, id: 4)),
    ])
    let notes = sent.compactMap(\.method)
    #expect(notes == ["notifications/resources/updated", "notifications/resources/list_changed"])
    #expect(sent.last { $0.node["id"]?.int == 4 }?.code == -32002)
  }
}
