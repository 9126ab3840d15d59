import Testing
import Views

@Suite("Terminal text") struct TerminalTextTests {
  @Test("colours are put around what has a meaning, and nowhere else")
  func colors() {
    var text = TerminalText()
    text.line("\("met", .good), \("unmet", .bad), \("note:", .caution) \("st-9c4t8wq2", .id) plain")
    text.line("\("bold", .strong) \("faint", .faint)")
    #expect(text.rendered(inColor: false) == "met, unmet, note: st-9c4t8wq2 plain\nbold faint\n")
    #expect(
      text.rendered(inColor: true) == """
        \u{1b}[32mmet\u{1b}[0m, \u{1b}[31munmet\u{1b}[0m, \u{1b}[35mnote:\u{1b}[0m \u{1b}[33mst-9c4t8wq2\u{1b}[0m plain
        \u{1b}[1mbold\u{1b}[0m \u{1b}[2mfaint\u{1b}[0m

        """)
  }

  @Test("what is interpolated is sanitised, with a style and without")
  func interpolation() {
    let title = "a\u{1b}[2Jb\nc"
    let line: StyledLine = "\(title) \(title, .strong) \(StyledLine(title, .id)) \("nested \(title)" as StyledLine)"
    let shown = line.spans.map(\.text).joined()
    #expect(shown == ["", " ", " ", " nested "].map { $0 + "a\\u{1b}[2Jb c" }.joined())
  }

  @Test("an empty span gets no colour")
  func emptySpan() {
    var text = TerminalText()
    text.line("\("", .bad)x")
    #expect(text.rendered(inColor: true) == "x\n")
  }

  @Test("indented lines move to the right, empty ones stay empty")
  func indent() {
    var inner = TerminalText()
    inner.line("one")
    inner.line()
    inner.line("two")
    var text = TerminalText()
    text.append(inner, indent: 4)
    #expect(text.rendered(inColor: false) == "    one\n\n    two\n")
  }
}
