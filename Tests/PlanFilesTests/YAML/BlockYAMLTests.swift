import PlanFiles
import Testing

@Suite("The reader for simple YAML")
struct BlockYAMLTests {
  @Test("whatever it accepts, it reads as libyaml does", arguments: 1...12 as ClosedRange<UInt64>)
  func agreesOnGenerated(seed: UInt64) {
    var generator = YAMLGenerator(seed: seed)
    var accepted = 0
    for _ in 0..<600 {
      if agrees(on: Array(generator.document().utf8)) { accepted += 1 }
    }
    // A reader that declines everything would agree too.
    #expect(accepted >= 100, "of 600 documents, \(accepted) were accepted")
  }

  @Test("on damaged front matter it agrees with libyaml or declines", arguments: 1...6 as ClosedRange<UInt64>)
  func agreesOnMutated(seed: UInt64) {
    var generator = YAMLGenerator(seed: seed)
    var accepted = 0
    for round in 0..<300 {
      if agrees(on: generator.mutated(Self.frontMatters[round % Self.frontMatters.count])) { accepted += 1 }
    }
    #expect(accepted >= 60, "of 300 documents, \(accepted) were accepted")
  }

  @Test("what tools write is accepted, and not left to libyaml", arguments: frontMatters)
  func accepts(text: String) {
    #expect(agrees(on: Array(text.utf8)))
  }

  @Test(
    "forms in which readers of YAML easily go wrong are read as libyaml reads them",
    arguments: [
      "a:\n", "a:   \n", "a:  # c\n", "a: b # c\n", "a: b# c\n", "a: [x, y]# c\n", "a: 'it''s'\n", "-\n- b\n",
      "- # c\n  a: 1\n", "a:\n- b\n- c\nd: e\n", "a:\n  - b:\n    - c\n", "- a: 1\n  b: 2\n-   c: 3\n    d: 4\n",
      "a: b\n  c\n", "a: b\n c: d\n", "- - x\n", "a: - b\n", "---\na: b\n", "a: b\n---\nc: d\n",
      "%TAG ! x\n---\na: b\n",
      "a: b\na: c\n", "? a\n: b\n", "\u{feff}a: b\n", "a: b\r\nc: d\r\n", "# c\ra: b\n", "# c\u{85}a: b\n",
      "# c\u{2028}a: b\n", "a:\n\tb: c\n", "a: \"x\\ty\"\n", "a: {b: c, d: 'e'}\n", "a: {b: c,}\n", "a: {b:c}\n",
      "a: [b,,c]\n", "a: [,]\n", "a: [-]\n", "a: [- b]\n", "a: [-, b]\n", "a: []\n", "a: {}\n", "a: [ b , 'c' ,]\n",
      "a: &x b\nc: *x\n", "a: !!str 1\n", "a:b\n",
      "a: b:\n", "a: :b\n", "a: -\n", "a: -b\n", "a: |\n  b\n", "a: ~\nb: null\n", "-a: b\n", "--- a\n", "---a: b\n",
      "...\n",
      "a: ---\n", "  a: b\n c: d\n", "a: b\n#c\n  d\n", "a:\n  b: c\n #d\n  e: f\n", "# bell \u{7}\na: b\n", "", "\n\n",
      "# c",
    ])
  func agreesOnCorners(text: String) { agrees(on: Array(text.utf8)) }

  @Test("a key longer than libyaml takes is declined, and so an error")
  func longKey() {
    let bytes = Array((String(repeating: "k", count: 1100) + ": v\n").utf8)
    #expect(BlockYAML.read(bytes[...], firstLine: 1) == nil)
    #expect(throws: YAMLError.self) { try YAMLReader.read(bytes[...]) }
  }

  @Test("lists under keys, and maps, as deep as they go, meet the same limit as libyaml", arguments: ["- a:", "a:"])
  func deep(line: String) {
    let lines = (0..<80).map { String(repeating: " ", count: 2 * $0) + line }
    let bytes = Array(((line == "a:" ? "" : "a:\n") + lines.joined(separator: "\n")).utf8)
    #expect(BlockYAML.read(bytes[...], firstLine: 1) == nil)
    #expect(throws: YAMLError.self) { try YAMLReader.read(bytes[...]) }
  }

  @Test("lines are numbered from the line that is given")
  func firstLine() throws {
    let root = try #require(try YAMLReader.read(Array("a: b\nc: [d]\n".utf8)[...], firstLine: 7))
    #expect(root["c"]?.line == 8)
    #expect(root["c"]?.list?.first?.column == 5)
  }

  /// Whether the document is accepted; records an issue when libyaml reads it otherwise.
  @discardableResult
  private func agrees(on bytes: [UInt8], location: SourceLocation = #_sourceLocation) -> Bool {
    guard let ours = BlockYAML.read(bytes[...], firstLine: 3) else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      let theirs = try LibYAML.read(bytes[...], firstLine: 3)
      // libyaml counts characters, we count bytes.
      let places = bytes.allSatisfy { $0 < 0x80 } ? ours.root : ours.root.map(withoutColumns)
      let expected = bytes.allSatisfy { $0 < 0x80 } ? theirs : theirs.map(withoutColumns)
      #expect(places == expected, "\(text.debugDescription)", sourceLocation: location)
    } catch {
      Issue.record("libyaml refuses \(text.debugDescription): \(error)", sourceLocation: location)
    }
    return true
  }

  private func withoutColumns(_ node: YAMLNode) -> YAMLNode {
    switch node.content {
    case .scalar: YAMLNode(node.content, line: node.line, column: 0)
    case .list(let nodes): YAMLNode(.list(nodes.map(withoutColumns)), line: node.line, column: 0)
    case .map(let entries):
      YAMLNode(
        .map(
          entries.map {
            var entry = $0
            entry.value = withoutColumns($0.value)
            return entry
          }), line: node.line, column: 0)
    }
  }

  static let frontMatters = [
    """
    id: st-9c4t8wq2
    title: Mute comment mails from the settings page
    intent: in-4b8x2mvq
    status: ready  # draft | ready | active | shipped | dropped
    owner: ines@corkboard.example
    depends-on: []
    code:
      - path: src/settings.sh
        symbol: settings_page
        role: what the owner sees under Settings
      - path: src/notify.sh

    """,
    """
    id: ep-6r2n9hyc
    title: A quiet inbox
    stories:
      - st-3hm7d0ke
      - st-9c4t8wq2

    """,
    """
    kind: mail
    title: "Re: [#4812] How do I stop the emails?"
    received: 2025-03-04T09:41:22+01:00
    reach: 5        # herself, her bookkeeper, three other owners (L14)
    segments: [owner, small-business]
    chatter:
      - lines: L15-L16
        why: greeting

    """,
    """
    - contains: {in: src/settings.sh, text: "Comment mails"}
    - sign-off: support
    - test: "*muted*"

    """,
  ]
}
