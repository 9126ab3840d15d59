import Intake
import PlanModel
import Testing

@Suite("Tickets of help desks") struct HelpDeskTests {
  @Test("Zendesk: numbers become names, and the description is not said twice")
  func zendesk() throws {
    let reading = try read(Exports.zendesk)
    #expect(reading.format == .zendesk)
    #expect(
      reading.statements.map(\.text) == [
        "Printer", "It smokes a lot.", "Scanner", "It hums.", "Which model?", "Quick help.",
      ])
    #expect(reading.statements.map(\.speaker) == ["Dana Ng", "Dana Ng", "Lee", "Lee", "Sam", "Lee"])
    #expect(reading.statements.map(\.turn) == [1, 1, 2, 2, 3, 4])
    #expect(reading.attachments.map(\.name) == ["hum.mp3"])
    #expect(reading.origin.segments == ["Acme"])
  }

  @Test("Zendesk: a ticket that is taken out of a list keeps the names that it needs")
  func tickets() throws {
    let parts = try Original.conversations(in: Material(Array(Exports.zendesk.utf8)))
    let alone = try parts.map { try Original.read($0) }
    #expect(alone.map(\.origin.identity) == ["zendesk:1", "zendesk:2"])
    #expect(alone.flatMap { $0.statements.map(\.speaker) } == (try read(Exports.zendesk)).statements.map(\.speaker))
    #expect(!String(decoding: parts[0].bytes, as: UTF8.self).contains("Lee"))
    #expect(alone[0].origin.url == "https://acme.zendesk.com/agent/tickets/1")
  }

  /// `text` of the first comment of a ticket that says little of itself and has its comments beside it.
  private func bundle(_ id: Int, _ text: String) -> String {
    #"""
    {"ticket":{"id":\#(id),"subject":"Guests \#(id)","description":"I cannot invite\n\nguests.","requester_id":1,
     "created_at":"2026-03-01T10:00:00Z"},"comments":[
     {"id":\#(id)1,"author_id":1,"body":"\#(text)","public":true,"created_at":"2026-03-01T10:05:00Z"},
     {"id":\#(id)2,"author_id":2,"body":"They have the old plan.","public":false,"created_at":"2026-03-01T11:00:00Z"}],
     "users":[{"id":1,"name":"Mia","role":"end-user"},{"id":2,"name":"Anna","role":"agent"}]}
    """#
  }

  @Test("Zendesk: what a ticket says is not lost where its comments lie beside it")
  func beside() throws {
    let same = try read(bundle(7, "I cannot invite guests."))
    #expect(same.format == .zendesk && same.title == "Guests 7" && same.origin.identity == "zendesk:7")
    #expect(same.said == ["Guests 7", "I cannot invite guests.", "They have the old plan."])
    #expect(same.statements.map(\.speaker) == ["Mia", "Mia", "Anna"])
    let other = try read(bundle(7, "Any news?"))
    #expect(other.said == ["Guests 7", "I cannot invite", "guests.", "Any news?", "They have the old plan."])
    try Promises.expect(Array(bundle(7, "Any news?").utf8), name: "beside.json")
  }

  @Test("Zendesk: of several tickets with comments beside them each keeps its own")
  func bundles() throws {
    let text = "[" + [bundle(7, "Any news?"), bundle(8, "Still not.")].joined(separator: ",") + "]"
    let parts = try Original.conversations(in: Material(Array(text.utf8))).map { try Original.read($0) }
    #expect(parts.map(\.title) == ["Guests 7", "Guests 8"])
    #expect(parts.map { $0.said.contains("Any news?") } == [true, false])
  }

  @Test("Zendesk: of audits only comments are said, those of triggers need no carrying")
  func audits() throws {
    let reading = try read(
      #"""
      {"audits":[{"id":1,"ticket_id":7,"created_at":"2023-09-09T23:52:05Z","author_id":2,"events":[
       {"id":3,"type":"Comment","author_id":9,"body":"It broke.","html_body":"<p>It broke.</p>","public":true},
       {"id":4,"type":"Create","field_name":"subject","value":"Help"},
       {"id":5,"type":"Create","field_name":"requester_id","value":"9"},
       {"id":6,"type":"Create","field_name":"status","value":"open"},
       {"id":7,"type":"Notification","subject":"Received","body":"We got it."}]}]}
      """#)
    #expect(reading.said == ["Help", "It broke."])
    #expect(reading.speaker("It broke.") == "requester")
    #expect(reading.why("We got it.") == "metadata")
    #expect(reading.origin.identity == "zendesk:7")
  }

  @Test("Intercom: HTML, times since 1970, and bots")
  func intercom() throws {
    let reading = try read(Exports.intercom)
    #expect(reading.format == .intercom)
    #expect(reading.said == ["Export", "It fails.", "Please help.", "Which version?", "Great help."])
    #expect(reading.why("We will be back.") == "metadata")
    #expect(reading.received == "2024-06-27T12:53:15Z")
    #expect(reading.speaker("Great help.") == "Dana")
    #expect(reading.people.first == Person(name: "Dana", address: "dana@example.com", role: .customer))
    #expect(reading.origin.identity == "intercom:335")
  }
}
