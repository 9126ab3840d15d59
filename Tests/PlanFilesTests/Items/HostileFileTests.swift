import PlanFiles
import PlanModel
import TestKit
import Testing

/// Files of the largest size that are made to take long. In a reader that takes the square of their length, these
/// would run for minutes.
@Suite("Hostile files")
struct HostileFileTests {
  private static let size = 400_000

  private func read(_ unit: (Int) -> String) -> ItemReading<Story> {
    var body = "## Acceptance criteria\n"
    var count = 0
    while body.utf8.count < Self.size {
      body += unit(count)
      count += 1
    }
    return read(body: body)
  }

  private func read(body: String) -> ItemReading<Story> {
    let (reading, nanoseconds) = processorTimed { Sample.read(body: body) }
    #expect(nanoseconds < 60_000_000_000)
    return reading.get()
  }

  @Test("many criteria, each of them its own, are all read")
  func criteria() {
    let reading = read { "### AC\($0 + 1)\n" }
    #expect(reading.findings == [])
    #expect(reading.item?.criteria.last?.id.number == reading.item?.criteria.count)
  }

  @Test("many code blocks between many ids are all passed over")
  func codeBlocks() {
    let reading = read { _ in "st-3hm7d0ke\n```\n```\n" }
    #expect(reading.item?.mentions.count == Self.size / 20 - 1)
  }

  @Test(
    "deep and long Markdown is read in one go",
    arguments: [
      "> ", "- ", "* ", "1. ", "[", "![", "](", "`", "``` ", "*a ", "_", "<", "<!--", "&", "\\", "|", "|-", "# ", "\t",
      "~",
      "> - ", "a\n> ", "\r", "[a]: b\n", "|a\n|-\n", "a\n===\n", "<a>\n\n", "- a\n\n", "*", "**a", "![[]()", "&#0;",
    ])
  func markdown(unit: String) {
    let text = String(repeating: unit, count: 50_000 / unit.utf8.count)
    _ = read(body: text)
  }

  @Test("containers deeper than the limit are passed over, and what follows them is read")
  func deepQuotes() {
    let quotes = String(repeating: "> ", count: 2_000)
    let reading = read(body: "\(quotes)deep\n\n## Acceptance criteria\n\n### AC1: a\n")
    #expect(reading.item?.criteria.map(\.line) == [9])
  }

  @Test("random bytes behind front matter are read without harm", arguments: 1...4 as ClosedRange<UInt64>)
  func randomBodies(seed: UInt64) {
    var random = SeededGenerator(seed)
    let parts = [
      "## Acceptance criteria\n", "### AC1: a\n", "```verify\n", "```", "~~~verify\n", "- ", "- [ ] Q1: x\n", "> ",
      "— so-7h3q2dkm#L1",
      "\n", "\r", "\r\n", " ", "\t", "---\n", "===\n", "<!--", "-->", "st-3hm7d0ke", "#", "\u{85}", "\u{2028}", "é",
      "|", "|-|\n",
      "changed: a\n", "## Open questions\n", "1. ", "    ", "\\",
    ]
    for _ in 0..<300 {
      _ = read(body: random.text(of: parts, upTo: 25))
    }
  }
}
