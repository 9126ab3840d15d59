import Foundation
import JSONText
import TestKit
import Testing

@Suite("Resources, prompts and completions") struct ResourceTests {
  @Test("every listed resource can be read, and says where it is from")
  func reading() throws {
    let desk = try Desk()
    let uris = try desk.request("resources/list").result?["resources"]?.elements.compactMap { $0["uri"]?.string } ?? []
    #expect(uris.count == 1 + 5 + 2 + 1 + 2 + 1)
    for uri in uris {
      let result = try #require(try desk.request("resources/read", #""uri":"\#(uri)""#).result, "\(uri)")
      let content = try #require(result["contents"]?.elements.first { _ in true })
      #expect(content["uri"]?.string == uri)
      #expect(content["text"]?.string?.isEmpty == false)
    }
    let code = try desk.request("resources/read", #""uri":"handoff://code/src/notify.sh""#).result
    #expect(code?["contents"]?.elements.contains { $0["text"]?.string?.contains("st-9c4t8wq2") == true } == true)
  }

  @Test(
    "an address that means nothing, or leads out, is an error that names it",
    arguments: [
      "handoff://nope", "handoff://", "http://example.com", "handoff://stories/st-00000000", "handoff://stories/../x",
      "handoff://stories/in-4b8x2mvq", "handoff://code/../../etc/passwd", "handoff://code/%2e%2e/x",
      "handoff://code/%zz",
      "handoff://code//etc/passwd", "handoff://code/%00", "handoff://code/none.sh",
      "handoff://stories/st-9c4t8wq2/context/more", "",
    ])
  func badAddresses(_ uri: String) throws {
    let answer = try Desk().request("resources/read", #""uri":"\#(uri)""#)
    #expect(answer.code == -32602)
    #expect(answer.node["error"]?["data"]?["uri"]?.string == uri)
  }

  @Test("long lists come in pages whose cursors lead through all of it")
  func pages() throws {
    let desk = try Desk()
    for number in 0..<205 {
      let id = "st-" + String(10_000_000 + number)
      try desk.repository.write(".handoff/stories/\(id)-x.md", "---\nid: \(id)\ntitle: Number \(number)\n---\n")
    }
    var seen: Set<String> = []
    var cursor: String?
    var pages = 0
    repeat {
      let result = try desk.request("resources/list", cursor.map { #""cursor":"\#($0)""# } ?? "").result
      seen.formUnion(result?["resources"]?.elements.compactMap { $0["uri"]?.string } ?? [])
      cursor = result?["nextCursor"]?.string
      pages += 1
    } while cursor != nil && pages < 10
    #expect(pages == 3 || pages == 4)
    #expect(seen.count == 205 + 12)
  }

  @Test("a prompt says what is asked for and quotes what it is about")
  func prompts() throws {
    let desk = try Desk()
    for name in ["implement", "ground", "review", "questions"] {
      let result = try desk.request("prompts/get", #""name":"\#(name)","arguments":{"story":"st-9c4"}"#).result
      let text = result?["messages"]?.elements.compactMap { $0["content"]?["text"]?.string }.joined() ?? ""
      #expect(text.contains("st-9c4t8wq2") && text.contains("I've tried three times"), "\(name)")
    }
    let unknown = try desk.request("prompts/get", #""name":"implement","arguments":{"story":"st-zzzzzzzz"}"#)
    #expect(unknown.code == -32602)
  }

  @Test("half-typed ids and paths are completed, by id or by title")
  func completions() throws {
    let desk = try Desk()
    func values(_ reference: String, _ name: String, _ typed: String) throws -> [String] {
      let argument = #""ref":{\#(reference)},"argument":{"name":"\#(name)","value":"\#(typed)"}"#
      let result = try desk.request("completion/complete", argument).result?["completion"]
      #expect(result?["total"]?.int != nil && result?["hasMore"]?.bool == false)
      return result?["values"]?.elements.compactMap(\.string) ?? []
    }
    let prompt = #""type":"ref/prompt","name":"implement""#
    #expect(try values(prompt, "story", "st-9") == ["st-9c4t8wq2"])
    #expect(try values(prompt, "story", "comment MAILS") == ["st-9c4t8wq2"])
    #expect(try values(prompt, "story", "").count == 5)
    #expect(try values(#""type":"ref/prompt","name":"structure""#, "source", "so-").count == 2)
    #expect(try values(#""type":"ref/resource","uri":"handoff://intents/{id}""#, "id", "in-4").count == 1)
    let paths = try values(#""type":"ref/resource","uri":"handoff://code/{+path}""#, "path", "src/n")
    #expect(paths == ["src/notify.sh"])
  }
}
