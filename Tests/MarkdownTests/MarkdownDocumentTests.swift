import Markdown
import Testing

@Suite("Blocks of Markdown")
struct MarkdownDocumentTests {
  private func outline(_ text: String, firstLine: Int = 1) -> [String] {
    MarkdownDocument(text.utf8, firstLine: firstLine).blocks.map(outline)
  }

  private func outline(_ block: MarkdownBlock) -> String {
    let children = block.children.isEmpty ? "" : " [" + block.children.map(outline).joined(separator: ", ") + "]"
    return "\(block.kind) \(block.lines.lowerBound)-\(block.lines.upperBound)\(children)"
  }

  @Test(
    "each kind of block is told with its lines",
    arguments: [
      ("# A\n", ["heading(level: 1) 1-1"]), ("###### A", ["heading(level: 6) 1-1"]),
      ("a\nb\n\nc\n", ["paragraph 1-2", "paragraph 4-4"]),
      ("```x y\na\n```\n", ["code(info: \"x y\", isFenced: true) 1-3"]),
      ("    a\n    b\n", ["code(info: \"\", isFenced: false) 1-2"]),
      ("> a\n> b\n", ["quote 1-2 [paragraph 1-2]"]),
      (
        "- a\n- b\n",
        ["list 1-2 [item(isNumbered: false) 1-1 [paragraph 1-1], item(isNumbered: false) 2-2 [paragraph 2-2]]"]
      ),
      ("|a|\n|-|\n|b|\n", ["paragraph 1-3"]), ("<!-- a\n\nb -->\nc\n", ["html 1-3", "paragraph 4-4"]),
      ("<!-- a -->\nb\n", ["html 1-1", "paragraph 2-2"]), ("<pre>\n\n</pre>\n\n", ["html 1-3"]),
      ("<!-- a\nb", ["html 1-2"]),
      ("<div>\na\n\nb\n", ["html 1-2", "paragraph 4-4"]), ("> <!--\n> -->\n", ["quote 1-2 [html 1-2]"]),
      ("---\n", ["rule 1-1"]), ("", []),
      ("\n\n", []),
      ("#hashtag\n", ["paragraph 1-1"]), ("1) a\n", ["list 1-1 [item(isNumbered: true) 1-1 [paragraph 1-1]]"]),
    ])
  func kinds(text: String, expected: [String]) {
    #expect(outline(text) == expected)
  }

  @Test("lines are numbered from the line that is given, with LF and with CRLF", arguments: ["\n", "\r\n"])
  func lines(end: String) {
    let text = ["", "# A", "", "- b", "  > c", ""].joined(separator: end)
    #expect(
      outline(text, firstLine: 10) == [
        "heading(level: 1) 11-11",
        "list 13-14 [item(isNumbered: false) 13-14 [paragraph 13-13, quote 14-14 [paragraph 14-14]]]",
      ])
  }

  @Test(
    "a fence that is never closed reaches to the end",
    arguments: ["```a", "```a\n", "```a\nb", "```a\nb\n", "```a\nb\n\n"])
  func unclosedFence(text: String) throws {
    let block = try #require(MarkdownDocument(text.utf8).blocks.first)
    #expect(block.kind == .code(info: "a", isFenced: true))
    #expect(block.lines.lowerBound == 1)
    #expect(block.lines.upperBound <= text.split(separator: "\n", omittingEmptySubsequences: false).count)
  }

  @Test("a heading inside code, a comment, a quote or an item is none of the document's")
  func hiddenHeadings() {
    for text in ["```\n# a\n```", "<!--\n# a\n-->", "> # a", "- # a", "    # a", "\\# a"] {
      #expect(!outline(text).contains { $0.hasPrefix("heading") })
    }
  }

  @Test(
    "a heading over a ruler begins at its words", arguments: [("a\n===\n", 1), ("a\nb\n---\n", 2), ("a\n-\n\nb\n", 2)])
  func setext(text: String, level: Int) throws {
    let block = try #require(MarkdownDocument(text.utf8).blocks.first)
    #expect(block.kind == .heading(level: level))
    #expect(block.lines.lowerBound == 1)
  }

  @Test("containers are given to a depth that no recursion can feel")
  func deep() {
    for mark in ["> ", "- "] {
      let blocks = MarkdownDocument((String(repeating: mark, count: 20_000) + "a").utf8).blocks
      var depth = 0
      var block = blocks.first
      while let inner = block {
        depth += 1
        block = inner.children.first
      }
      #expect(depth > 32 && depth < 400)
    }
  }

  @Test("no bytes do harm")
  func anyBytes() {
    var state: UInt64 = 1
    for _ in 0..<2_000 {
      let bytes = (0..<40).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let likely = Array("`~#>-*|<!\n\r\t []()=:+1.\\".utf8)
        let number = Int(state >> 33)
        return number % 5 == 0 ? UInt8(truncatingIfNeeded: number >> 3) : likely[number % likely.count]
      }
      let last = bytes.count { $0 == 0x0a || $0 == 0x0d } + 1
      for block in MarkdownDocument(bytes, firstLine: 1).blocks { #expect(block.lines.upperBound <= last + 1) }
    }
  }
}
