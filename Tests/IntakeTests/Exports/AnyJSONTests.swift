import Intake
import PlanModel
import Testing

@Suite("JSON of any shape") struct AnyJSONTests {
  @Test("a record is a turn, and what somebody else answered is another")
  func reviews() throws {
    let reading = try read(Exports.reviews)
    #expect(reading.format == .json)
    #expect(reading.statements.map(\.text) == ["Great", "I love it.", "It crashes.", "no", "We are sorry."])
    #expect(reading.statements.map(\.speaker) == ["kim", "kim", "kim", "lee", ""])
    #expect(reading.statements[3].time == "2024-05-02T00:00:00Z")
    #expect(reading.origin.reach == 2 && reading.origin.segments == ["1.2", "1.3"])
  }

  @Test("an object a line, with questions as names: answers alike are kept")
  func lines() throws {
    let reading = try read(Exports.answers)
    #expect(reading.format == .jsonLines)
    #expect(reading.said == ["Works well", "Speed", "Works well", "Nothing"])
    #expect(reading.why("What is missing?") == "metadata")
    #expect(reading.statements.map(\.speaker).first == "a@example.com")
    #expect(reading.statements.map(\.time).first == "2024-05-01T10:00:00Z")
    #expect(reading.origin.reach == 2)
  }

  @Test("who speaks is stated by the object around, and programs are no people")
  func roles() throws {
    let reading = try read(
      #"""
      {"messages":[{"role":"user","content":"My export fails."},
       {"role":"assistant","content":[{"type":"text","text":"Which version?"}]},{"role":"user","content":"2.3"}]}
      """#)
    #expect(reading.said == ["My export fails.", "2.3"])
    #expect(reading.speaker("Which version?") == "assistant")
    #expect(reading.origin.reach == nil)
  }

  @Test(
    "the words of a value",
    arguments: [
      (#"{"comment":"ok","state":"open","sha":"0a1b2c"}"#, ["ok"]),
      (#"{"x":"This is what I think of it."}"#, ["This is what I think of it."]),
      (#"{"x":"Acme Inc"}"#, ["Acme Inc"]), (#"["One.","Two"]"#, ["One.", "Two"]),
      (#"{"body":"It fails","body_html":"<p>It fails</p>"}"#, ["It fails"]),
      (#"{"text":{"en":"Stop","de":"Halt"}}"#, ["Stop", "Halt"]),
      (#"{"name":"Export","description":"Get data out."}"#, ["Export", "Get data out."]),
      (#"{"title":"T","description":"<div>a <b>b</b></div>","at":"2024-01-01"}"#, ["T", "a b"]),
      (#"{"本文":"失敗します。","投稿者":"田中"}"#, ["失敗します。"]), (#"{"feedback":"a\u0000b\u0007c"}"#, ["a\u{FFFD}b c"]),
    ])
  func words(_ text: String, _ words: [String]) throws {
    #expect(try read(text).statements.map(\.text) == words)
  }

  @Test("JSON without words says nothing")
  func nothing() {
    #expect(throws: IntakeError.nothingSaid) { try read(#"{"a":1,"b":[true,null],"state":"open"}"#) }
  }

  @Test("UTF-16 and windows-1252 are read")
  func encodings() throws {
    let text = #"{"comment":"Größe"}"#
    let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let narrow = text.unicodeScalars.map { UInt8($0.value) }
    for bytes in [wide, narrow] { #expect(try Original.read(bytes).statements.map(\.text) == ["Größe"]) }
  }
}
