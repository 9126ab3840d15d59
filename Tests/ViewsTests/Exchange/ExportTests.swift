import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import PlanFiles
import PlanModel
import TestKit
import Testing
import Views
import Workflow

@Suite("Export") struct ExportTests {
  private static func id<Item>(_ text: String) throws -> ID<Item> { try #require(ID(text)) }

  private static func source() throws -> Source {
    Source(
      id: try id("so-7h3q2dkm"), title: "Mute", file: ".handoff/sources/so-7h3q2dkm-mute/source.yml", format: .text,
      revisions: [], people: [Person(name: "Ada", address: "ada@example.com")],
      statements: [Statement(turn: 1, time: "", speaker: "Ada", text: "Mute \"all\" mails.")])
  }

  private static func export(_ stories: [Story]) throws -> PlanExport {
    let plan = Plan(
      policy: Policy(), sources: [try source()],
      intents: [
        Intent(
          id: try id("in-k3f9ab2x"), title: "Quiet", file: "i.md",
          sections: [Section(title: "Goals", text: "x", line: 3)],
          questions: [Question(id: QuestionID(1), text: "Why?", isAnswered: false, line: 4)])
      ], epics: [Epic(id: try id("ep-2m8r4tzc"), title: "Mails", file: "e.md", stories: stories.map(\.id))],
      stories: stories, decisions: [Decision(id: try id("de-5t0w9xhv"), title: "Per account", file: "d.md")],
      signOffs: [
        SignOff(
          story: try id("st-9c4t8wq2"), criterion: CriterionID(1), act: .accepted, role: "support", by: "Sam",
          at: "2026",
          wording: "w1:0", file: "s.yml")
      ])
    return PlanExport(
      plan: plan, ledger: Ledger(of: plan.sources, in: plan.citingItems), contents: [:], verdicts: [:], unreadable: [])
  }

  private static func story(
    _ title: String, criterion: String, text: String = "", id: String = "st-9c4t8wq2"
  ) throws -> Story {
    let citation = Citation(source: try source().id, lines: 1...1)
    return Story(
      id: try Self.id(id), title: title, file: ".handoff/stories/\(id)-mute.md",
      anchors: [Anchor(path: "src/a.ts", line: 5)],
      criteria: [Criterion(id: CriterionID(1), title: criterion, text: text, line: 9)],
      mentions: [Mention(.statements(citation), line: 10, column: 1)])
  }

  private static func records(of export: PlanExport) -> [Substring] {
    var lines = ""
    ExportRecords.lines(of: export) { lines += $0 }
    return lines.split(separator: "\n")
  }

  @Test("records come in the order of the plan, however many are made at once")
  func order() throws {
    let stories = try (0..<1_000).map { number in
      var story = try Self.story("Story \(number)", criterion: "No mail")
      story.id = try #require(ID("st-9c4t8\(String(1_000 + number).suffix(3))"))
      return story
    }
    let records = try Self.records(of: Self.export(stories)).filter { $0.contains(#""kind":"story""#) }
    #expect(records.count == 1_000)
    #expect(records.indices.allSatisfy { records[$0].contains("\"title\":\"Story \($0)\"") })
  }

  @Test("in a document, a story stands below the intent that its epic has")
  func intentByEpic() throws {
    var story = try Self.story("Mute one shop", criterion: "No mail")
    var export = try Self.export([story])
    let epic = try #require(export.plan.epics.first).id
    #expect(ExportBook.markdown(of: export).contains("## Stories without an intent"))
    export.plan.epics[0].intent = export.plan.intents[0].id
    story.epic = epic
    export.plan.stories = [story]
    let document = ExportBook.markdown(of: export)
    let parts = document.split(separator: "## Quiet", maxSplits: 1)
    #expect(parts.last?.contains("Mute one shop") == true)
    #expect(!document.contains("Stories without an intent"))
  }

  @Test("words in XML keep line ends, and lose nothing that XML cannot hold")
  func escapedWords() {
    var document = XMLDocument()
    document.leaf("W", "a & <b> \"c\"\r\nd\u{1}\u{FFFE}\u{FF21}é")
    #expect(
      document.text.hasSuffix(
        "<W>a &amp; &lt;b&gt; &quot;c&quot;&#13;&#10;d\\u{1}\\u{fffe}\u{FF21}é</W>\n"))
  }

  @Test("every record has the keys that the schema names, and no others")
  func schema() throws {
    let top = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let file = try Data(contentsOf: top.appending(path: "docs/reference/schemas/export.schema.json"))
    let document = try #require(try JSONSerialization.jsonObject(with: file) as? [String: Any])
    let kinds = try #require(document["$defs"] as? [String: [String: Any]])
    var seen: Set<String> = []
    let records = try Self.records(of: Self.export([Self.story("Mute", criterion: "No mail")]))
    for text in records {
      let record = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let kind = try #require(record["kind"] as? String)
      let properties = try #require(kinds[kind]?["properties"] as? [String: Any])
      #expect(Set(record.keys) == Set(properties.keys), "\(kind)")
      seen.insert(kind)
    }
    #expect(seen == Set(kinds.keys))
  }

  @Test("a statement tells which criterion carries it, and what is known of that")
  func carriers() throws {
    let records = try Self.records(of: Self.export([Self.story("Mute", criterion: "No mail")]))
    let statement = records.first { $0.contains(#""kind":"statement""#) }
    #expect(statement?.contains(#"{"item":"st-9c4t8wq2","part":"AC1","dropped":false,"verdict":"unproven"}"#) == true)
  }

  @Test("a statement tells who said it, and whether the team wrote it for itself")
  func roles() throws {
    var plan = try Self.export([])
    var source = try Self.source()
    source.people[0].role = .agent
    source.internalLines = [LineRange(1...1)]
    plan = PlanExport(
      plan: Plan(policy: Policy(), sources: [source]), ledger: Ledger(of: [source], in: []), contents: [:],
      verdicts: [:], unreadable: [])
    let records = Self.records(of: plan)
    #expect(records[0].contains(#""people":[{"name":"Ada","address":"ada@example.com","role":"agent"}]"#))
    #expect(records[1].contains(#""role":"agent","internal":true"#))
  }

  @Test("what a spreadsheet would work out, it shows", arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
  func formulas(_ title: String) throws {
    let table = try ExportTable.text(of: Self.export([Self.story(title, criterion: title)]))
    #expect(table.contains("st-9c4t8wq2,'\(title),"))
  }

  @Test("a cell keeps its quotation marks and lines")
  func quotes() throws {
    let table = try ExportTable.text(of: Self.export([Self.story("a \"b\"\nc", criterion: "d, e")]))
    #expect(table.contains("st-9c4t8wq2,\"a \"\"b\"\"\nc\",draft"))
    #expect(table.contains("AC1,\"d, e\",,"))
  }

  @Test("a title cannot leave its place in a drawing")
  func drawings() throws {
    let export = try Self.export([Self.story("\"] --> x; <script>&\\\u{1b}[1m", criterion: "x")])
    #expect(ExportGraph.mermaid(of: export).contains(##"#quot;] --#gt; x; #lt;script#gt;#amp;\\u{1b}[1m<br/>"##))
    #expect(ExportGraph.dot(of: export).contains(#"[label="\"] --> x; <script>&\\\\u{1b}[1m\nst-9c4t8wq2, draft"]"#))
  }

  @Test(
    "Given, When and Then become steps",
    arguments: [
      ("Given a muted account, when a comment is posted, then no mail is sent.", "Given a muted account", true),
      ("When I mute then nothing is sent", "Then nothing is sent", true),
      ("Mails given by others stay.", "Given by others stay.", false),
      ("Then it works", "Then it works\n    Then", false),
    ])
  func steps(_ text: String, _ step: String, _ isStep: Bool) throws {
    let feature = try ExportFeature.text(of: Self.story("Mute", criterion: "No mail", text: text), Self.export([]))
    #expect(feature.contains("\n    \(step)\n") == isStep, "\(feature)")
  }

  @Test(
    "words that Gherkin would read as its own are quoted", arguments: ["Scenario: x", "@tag", "| a |", "# b", "* c"])
  func keywords(_ text: String) throws {
    let feature = try ExportFeature.text(of: Self.story("Mute", criterion: "No mail", text: text), Self.export([]))
    #expect(feature.contains("\n    > \(text)\n"))
  }

  @Test("what a criterion quotes stands in its scenario, and what the story quotes above them")
  func quotations() throws {
    let source = try Self.source().id
    var story = try Self.story("Mute", criterion: "No mail", text: "When I mute, then no mail is sent")
    story.criteria[0].wording = "### AC1: No mail\n\nWhen I mute, then …\n\n> Never again.\n> — \(source)#L2"
    story.quotations = [
      Quotation(text: "Too many.", citation: Citation(source: source, lines: 1...1), line: 7),
      Quotation(text: "Never again.", citation: Citation(source: source, lines: 2...2), line: 13),
    ]
    #expect(
      try ExportFeature.text(of: story, Self.export([])) == """
        @st-9c4t8wq2 @draft
        Feature: Mute
          Too many. (so-7h3q2dkm#L1)

          @AC1 @unproven
          Scenario: No mail
            Never again. (so-7h3q2dkm#L2)
            When I mute
            Then no mail is sent

        """)
  }

  @Test("in ReqIF each criterion is an object below its story, and no word leaves its attribute")
  func reqIF() throws {
    var text = ""
    let story = try Self.story("\"/><X>&\u{1b}", criterion: "No mail", text: "a\nb")
    ExportReqIF.text(of: try Self.export([story])) { text += $0 }
    #expect(text.contains(#"THE-VALUE="&quot;/&gt;&lt;X&gt;&amp;\u{1b}""#))
    #expect(text.contains(##"THE-VALUE="a&#10;b""##))
    #expect(text.contains(#"IDENTIFIER="place.st-9c4t8wq2.AC1""#))
    #expect(text.contains("<SPEC-OBJECT-REF>in-k3f9ab2x</SPEC-OBJECT-REF>"))
    // Everything that is referred to is there, once.
    let identifiers = text.matches(of: /IDENTIFIER="([^"]*)"/).map { String($0.1) }
    let references = text.matches(of: /-REF>([^<\s][^<]*)</).map { String($0.1) }
    #expect(Set(identifiers).count == identifiers.count)
    #expect(Set(references).isSubset(of: identifiers))
    #expect(references.count > 20)
  }

  @Test("ReqIF that is written in parts is one document, in the order of the plan")
  func longReqIF() throws {
    let titles = (1000..<1700).map { "Mute \($0)" }
    let export = try Self.export(titles.map { try Self.story($0, criterion: "No mail", id: "st-9c4t\($0.suffix(4))") })
    var parts: [String] = []
    ExportReqIF.text(of: export) { parts.append($0) }
    #expect(parts.count > 6)
    let parser = XMLParser(data: Data(parts.joined().utf8))
    let reader = ReqIFOrder()
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    let isInOrder = reader.titles.filter { $0.hasPrefix("Mute") } == titles
    #expect(isInOrder)
  }
}

/// The titles of the objects, as they stand one behind the other.
private final class ReqIFOrder: NSObject, XMLParserDelegate {
  var titles: [String] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if name == "SPEC-OBJECT", let title = attributes["LONG-NAME"] { titles.append(title) }
  }
}
