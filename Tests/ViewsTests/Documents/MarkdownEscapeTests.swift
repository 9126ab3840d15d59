import Testing
import Views

@Suite("Words from elsewhere in Markdown") struct MarkdownEscapeTests {
  @Test(
    "no markup, mention or link of theirs takes effect",
    arguments: [
      ("<img src=x onerror=a>", "&lt;img src=x onerror=a&gt;"), ("a & b", "a &amp; b"),
      ("thanks @dana", "thanks @\u{200b}dana"), ("a | b", "a \\| b"), ("[click](http://x)", "\\[click\\](http://x)"),
      ("![x](y)", "\\!\\[x\\](y)"), ("`code` *b* _i_ ~s~", "\\`code\\` \\*b\\* \\_i\\_ \\~s\\~"),
      ("closes #12", "closes \\#12"), ("C:\\dir", "C:\\\\dir"),
    ])
  func escapes(_ text: String, _ escaped: String) {
    #expect(MarkdownEscape.line(text) == escaped)
  }

  @Test("it stays on its line, and is sanitised as for a terminal")
  func line() {
    #expect(MarkdownEscape.line("a\n\n# b\u{202e}") == "a  \\# b\\\\u{202e}")
  }
}
