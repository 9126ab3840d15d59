import PlanFiles
import Testing
import Yams

@Suite("Writing YAML values")
struct YAMLTextTests {
  @Test("a value reads back as itself, and any YAML reader takes it for a string", arguments: Texts.all)
  func scalar(text: String) throws {
    let line = "key: \(YAMLText.scalar(text))\n"
    #expect(!line.dropLast().contains { $0.isNewline })
    let root = try #require(try YAMLReader.read(Array(line.utf8)[...]))
    #expect(root["key"]?.text.map(Array.init) == Array(text))
    let loaded = try Yams.load(yaml: line) as? [String: Any]
    #expect(loaded?["key"] as? String == text, "\(line)")
  }

  @Test("a list reads back as itself, whatever its values are")
  func list() throws {
    for start in stride(from: 0, to: Texts.all.count, by: 5) {
      let values = Array(Texts.all[start..<min(Texts.all.count, start + 5)])
      let line = "key: \(YAMLText.list(values))\n"
      let root = try #require(try YAMLReader.read(Array(line.utf8)[...]), "\(line)")
      #expect(root["key"]?.list?.map(\.text) == values, "\(line)")
      let loaded = try Yams.load(yaml: line) as? [String: Any]
      #expect(loaded?["key"] as? [String] == values, "\(line)")
    }
  }

  @Test(
    "what needs no quotes gets none",
    arguments: ["Mute mails", "ines@corkboard.example", "it's", "3 boards", "src/a b.swift", "a:b", "Café"])
  func plain(text: String) { #expect(YAMLText.scalar(text) == text) }
}
