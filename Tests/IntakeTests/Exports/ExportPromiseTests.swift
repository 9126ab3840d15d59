import Intake
import PlanModel
import Testing

@Suite("Exports keep the promises") struct ExportPromiseTests {
  @Test("every export", arguments: Exports.all.map(\.name))
  func promises(_ name: String) throws {
    let export = try #require(Exports.all.first { $0.name == name })
    try Promises.expect(Array(export.text.utf8), name: name)
  }

  @Test(
    "every beginning of an export is read or refused as JSON, and never read as text",
    arguments: Exports.all.map(\.name))
  func truncated(_ name: String) throws {
    let export = try #require(Exports.all.first { $0.name == name })
    let bytes = Array(export.text.utf8)
    for length in stride(from: 12, to: bytes.count, by: 11) {
      let part = Array(bytes.prefix(length))
      do {
        let reading = try Original.read(part, name: name)
        #expect(reading.format != .text && reading.format != .markdown)
        try Promises.expectVerbatim(reading, part)
      } catch let error as IntakeError {
        guard case .malformed = error else {
          Issue.record("\(length): \(error)")
          continue
        }
      }
    }
  }

  @Test("bytes that were changed are read or refused", arguments: Exports.all.map(\.name))
  func damaged(_ name: String) throws {
    let export = try #require(Exports.all.first { $0.name == name })
    var generator = SmallGenerator(state: 11)
    for _ in 0..<150 {
      var bytes = Array(export.text.utf8)
      for _ in 0..<3 {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = Array("{}[]\",:\\0n<\u{e9}".utf8).randomElement(using: &generator) ?? 0
      }
      do { try Promises.expectVerbatim(try Original.read(bytes, name: name), bytes) } catch is IntakeError {}
    }
  }

  @Test(
    "broken JSON is located",
    arguments: [
      ("{\"text\":\"fine words\"}\n{\"text\":\"oops\n{\"text\":\"x\"}", "a.jsonl", SourceFormat.jsonLines, 2, 14),
      ("{\"text\": \"fine\",\n \"more\" 1}", "", .json, 2, 9),
      ("[{\"iid\":1,\"title\":\"T\",\"description\":\"D\"},\n{]", "a.json", .gitlab, 2, 2),
    ])
  func located(_ text: String, _ name: String, _ format: SourceFormat, _ line: Int, _ column: Int) {
    do {
      _ = try read(text, name)
      Issue.record("was read")
    } catch let error as IntakeError {
      guard case .malformed(format, _, line: line, column: column) = error else {
        Issue.record("\(error)")
        return
      }
    } catch { Issue.record("\(error)") }
  }

  @Test(
    "text that only resembles JSON stays text",
    arguments: ["[10:32] Dana: It fails.", "{\"error\": 1} is what I get.", "[1] See the notes.", "{curly} words here"])
  func text(_ text: String) throws {
    #expect(Original.recognise(Array(text.utf8)) == .text)
  }

  @Test("what lies deep is no trap", arguments: ["[", "{\"a\":", "[{\"text\":["])
  func deep(_ opening: String) {
    let bytes = Array(String(repeating: opening, count: 5_000).utf8)
    #expect(throws: IntakeError.self) { try Original.read(bytes, as: .json) }
  }
}
