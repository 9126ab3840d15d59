import Markdown
import TestKit
import Testing

@Suite("Markdown that somebody wrote, as HTML")
struct MarkdownPageTests {
  @Test("tables and struck out words are read")
  func tables() throws {
    let html = try #require(MarkdownPage.html(untrusted: "| a | b |\n|---|--:|\n| ~~1~~ | `x\\|y` |\n| 2 |\n"))
    #expect(
      html == """
        <table>
        <thead>
        <tr>
        <th>a</th>
        <th align="right">b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td><del>1</del></td>
        <td align="right"><code>x|y</code></td>
        </tr>
        <tr>
        <td>2</td>
        <td align="right"></td>
        </tr>
        </tbody>
        </table>

        """)
  }

  @Test(
    "what only looks like it stays as it stands",
    arguments: [
      ("a | b", "<p>a | b</p>\n"), ("a\n|-|-|", "<p>a\n|-|-|</p>\n"), ("~5 or ~6~", "<p>~5 or ~6~</p>\n"),
      ("Press <Save>, or <a b=\"c\">", "<p>Press &lt;Save&gt;, or &lt;a b=&quot;c&quot;&gt;</p>\n"),
      ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
      ("- [ ] a", "<ul>\n<li>[ ] a</li>\n</ul>\n"), ("https://a.example", "<p>https://a.example</p>\n"),
    ])
  func plain(_ text: String, _ html: String) {
    #expect(MarkdownPage.html(untrusted: text) == html)
  }

  @Test("what the program wrote itself, and blocks of plans, know no tables, whatever was read before")
  func alone() throws {
    let table = "|a|\n|-|\n|~~b~~|\n"
    #expect(try #require(MarkdownPage.html(untrusted: table)).contains("<table>"))
    #expect(MarkdownPage.html(table) == "<p>|a|\n|-|\n|~~b~~|</p>\n")
    #expect(MarkdownDocument(table.utf8).blocks.map(\.kind) == [.paragraph])
  }

  @Test("texts that are read at the same time say what each says alone")
  func together() async {
    let texts = ["*a*~b~ ~~c~~", "|a|\n|-|\n|~~b~~|", "~*a*~", "|a~|\n|-|\n"]
    let alone = texts.map { MarkdownPage.html(untrusted: $0) }
    await withTaskGroup { group in
      for number in 0..<400 {
        group.addTask { (number % texts.count, MarkdownPage.html(untrusted: texts[number % texts.count])) }
      }
      for await (index, html) in group { #expect(html == alone[index]) }
    }
  }

  /// Rows that are filled up, a paragraph of many lines before a table, heads that do not fit, and the same with a carriage return.
  private static let walls = [
    String(repeating: "a|", count: 600) + "\n" + String(repeating: "-|", count: 600) + "\n"
      + String(repeating: "x\n", count: 20_000),
    String(repeating: "x\n", count: 120_000) + "|a|\n|-|\n", String(repeating: "x\r", count: 120_000) + "|a|\r|-|\r",
    String(repeating: "b", count: 200_000) + String(repeating: "\nx\n|-|-", count: 900),
  ]

  @Test("a table that is meant to cost time is no table", arguments: walls)
  func bounded(_ text: String) throws {
    var html: String?
    let nanoseconds = try processorTime { html = MarkdownPage.html(untrusted: text) }
    #expect(try !#require(html).contains("<table>"))
    #expect(try #require(html).utf8.count < 8 * text.utf8.count)
    #expect(nanoseconds < 5_000_000_000, "seconds or gigabytes where it is one")
  }

  @Test("as large a table as somebody pastes is one")
  func large() throws {
    let row = String(repeating: "| 12 ", count: 12) + "|\n"
    let text = row + String(repeating: "|-", count: 12) + "|\n" + String(repeating: row, count: 200)
    #expect(try #require(MarkdownPage.html(untrusted: text)).split(separator: "<tr>").count == 202)
  }
}
