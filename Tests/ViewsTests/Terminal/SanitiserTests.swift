import Testing
import Views

@Suite("Sanitiser") struct SanitiserTests {
  @Test(
    "plain text of any script stays as it is",
    arguments: ["", "Mute e-mails", "Ünïcode — «ja»", "静音", "أهلا", "e\u{301}"])
  func plain(_ text: String) {
    #expect(Sanitiser.line(text) == text)
  }

  @Test(
    "what a terminal would obey is shown instead",
    arguments: [
      ("\u{1b}[31mred\u{1b}[0m", "\\u{1b}[31mred\\u{1b}[0m"), ("\u{1b}]52;c;aGk=\u{7}", "\\u{1b}]52;c;aGk=\\u{7}"),
      ("\u{9b}2J", "\\u{9b}2J"), ("a\u{8}b", "a\\u{8}b"), ("\u{7f}", "\\u{7f}"), ("\u{0}", "\\u{0}"),
    ])
  func controls(_ text: String, _ shown: String) {
    #expect(Sanitiser.line(text) == shown)
  }

  @Test("text stays on one line", arguments: ["\n", "\r", "\t", "\r\n"])
  func lineEnds(_ end: String) {
    let shown = Sanitiser.line("over\(end)write")
    #expect(shown.allSatisfy { !$0.isNewline && $0 != "\t" })
    #expect(shown.hasPrefix("over ") && shown.hasSuffix(" write"))
  }

  @Test(
    "marks that nobody sees are shown",
    arguments: [
      "\u{202e}", "\u{2066}", "\u{2069}", "\u{200e}", "\u{061c}", "\u{200b}", "\u{2060}", "\u{feff}", "\u{00ad}",
      "\u{2028}", "\u{2029}", "\u{e000}", "\u{e0041}",
    ])
  func invisible(_ mark: String) throws {
    let scalar = try #require(mark.unicodeScalars.first)
    #expect(Sanitiser.line("a\(mark)b") == "a\\u{\(String(scalar.value, radix: 16))}b")
  }

  @Test("joiners hold families and scripts together", arguments: ["👩‍👩‍👧", "می‌خواهم", "🏳️‍🌈"])
  func joiners(_ text: String) {
    #expect(Sanitiser.line(text) == text)
  }

  @Test("what was made safe stays as it is")
  func twice() {
    let once = Sanitiser.line((0...0x2fff).compactMap(Unicode.Scalar.init).map(String.init).joined())
    #expect(Sanitiser.line(once) == once)
  }
}
