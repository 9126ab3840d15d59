import Intake
import PlanModel
import Testing

@Suite("Calls")
struct CallTests {
  @Test(
    "each product's speakers, times and words",
    arguments: [
      ("gong", ["00:00:02 Dana Ng", "00:01:05 Sam Ray"]), ("fireflies", ["00:01:01 Dana Ng", "01:01:01 Speaker 1"]),
      ("assembly", ["00:01:01 A", "00:01:02 B"]), ("assemblyWords", ["00:00:05 "]),
      ("deepgram", ["00:00:00 Speaker 0", "00:01:15 Speaker 1"]),
      ("deepgramUtterances", ["00:00:00 Speaker 0", "00:00:01 Speaker 1"]), ("whisper", ["00:00:00 "]),
      ("whisperCpp", ["00:00:00 "]), ("transcribe", ["00:00:00 spk_0", "00:01:01 spk_1"]),
      ("transcribeSegments", ["00:00:00 spk_0", "00:00:01 spk_1"]),
      ("rev", ["00:00:00 Dana Ng", "00:01:02 Speaker 1"]),
      ("google", ["00:00:01 Speaker 1", "00:01:02 Speaker 2"]),
      ("azure", ["00:00:01 Speaker 1", "00:01:02 Speaker 2"]),
      ("speechmatics", ["00:00:00 S1", "00:01:02 S2"]), ("podcast", ["00:00:00 Dana", "00:01:02 Sam"]),
      ("recorder", ["00:00:01 Dana Ng", "00:01:02 Sam Ray"]), ("dashboard", ["00:00:05 Dana", "00:01:05 Sam"]),
      ("elevenLabs", ["00:00:00 speaker_0", "00:01:02 speaker_1"]),
      ("otter", ["00:00:00 Dana Ng", "00:01:02 Sam Ray"]),
    ])
  func products(_ name: String, _ turns: [String]) throws {
    let text = try #require(Calls.all.first { $0.name == name }?.text)
    let reading = try read(text)
    #expect(reading.format == .call)
    var seen: [Int: String] = [:]
    for statement in reading.statements where seen[statement.turn] == nil {
      seen[statement.turn] = "\(statement.time) \(statement.speaker)"
    }
    #expect(seen.sorted { $0.key < $1.key }.map(\.value) == turns)
  }

  @Test("the same words in several shapes are read once")
  func once() throws {
    for text in [Calls.assembly, Calls.transcribe, Calls.transcribeSegments, Calls.deepgram, Calls.azure] {
      #expect(try read(text).statements.map(\.text) == ["It fails.", "Since when?"])
    }
    #expect(try read(Calls.assemblyWords).statements.map(\.text) == ["It fails.", "Mend it."])
  }

  @Test("sentences that were cut by the clock are whole again")
  func windows() throws {
    #expect(try read(Calls.whisper).statements.map(\.text) == ["We export on Monday.", "It is slow."])
    #expect(try read(Calls.podcast).statements.map(\.text) == ["It fails every Monday.", "Since when?"])
    let unstopped = """
      {"text": "a", "segments": [{"start": 0, "end": 4, "text": "we export"}, {"start": 4, "end": 9, "text": "Today it fails"}]}
      """
    #expect(try read(unstopped).statements.map(\.text) == ["we export", "Today it fails"])
  }

  @Test("who thanks and goes on has not signed")
  func thanks() throws {
    #expect(try read(Calls.gong).said == ["Thanks for the time.", "We need SSO.", "Which provider?"])
  }

  @Test("a list of calls is an original each, with its people")
  func several() throws {
    let materials = try Original.conversations(in: Material(Array(Calls.gongTwo.utf8)))
    let readings = try materials.map { try Original.read($0) }
    #expect(readings.map(\.origin.identity) == ["gong:1", "gong:2"])
    #expect(readings.map { $0.statements.map(\.text) } == [["It is slow."], ["It is fast."]])
    #expect(readings.last?.people == [Person(name: "Ida")])
    #expect(readings.last?.title == "Second")
  }

  @Test("what is known of the call")
  func origin() throws {
    let gong = try read(Calls.gong)
    #expect(gong.title == "Acme review")
    #expect(gong.received == "2024-03-01T10:00:00Z")
    #expect(gong.origin.url == "https://app.gong.io/call?id=77")
    #expect(gong.people.first == Person(name: "Dana Ng", address: "dana@acme.example"))
    let fireflies = try read(Calls.fireflies)
    #expect(fireflies.title == "Weekly call")
    #expect(fireflies.origin.identity == "fireflies:ff1")
    #expect(fireflies.received == "2024-03-01T10:00:00Z")
  }

  @Test(
    "lists of other things are no calls",
    arguments: [
      #"{"segments": [{"id": 1, "name": "Enterprise"}]}"#, #"{"data": [{"text": "a", "start": 1}]}"#,
      #"{"items": [{"body": "a", "created_at": "2024-01-01"}]}"#, #"{"results": [{"id": 1, "title": "a"}]}"#,
      #"[{"text": "a", "author": "Dana"}]"#, #"{"text": "a", "words": 3}"#, #"{"sentences": ["a", "b"]}"#,
    ])
  func strangers(_ text: String) {
    #expect(Original.recognise(Array(text.utf8), name: "a.json") != .call)
  }
}
