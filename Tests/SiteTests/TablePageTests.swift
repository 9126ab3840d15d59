import TestKit
import Testing

@testable import Site

@Suite("Tables of Markdown on pages") struct TablePageTests {
  /// The page of an intent with this text.
  private func page(_ text: String) throws -> String {
    let bench = try SiteBench()
    try bench.repository.write(
      ".handoff/intents/in-k3f9ab2x-a.md",
      "---\nid: in-k3f9ab2x\ntitle: Mute\nstatus: active\n---\n\n## Problem\n\n\(text) (so-7h3q2dkm#L1)\n")
    return try #require(try bench.site().html(at: "intents/in-k3f9ab2x.html"))
  }

  @Test("a table stands in a box that scrolls, and its heads say what they are the heads of")
  func table() throws {
    let html = try page("| Plan | Price |   |\n|:---|---:|:-:|\n| st-9c4t8wq2 | 4 | ~~x~~ |\n\nSo")
    #expect(
      html.contains(
        """
        <div class="scroll" tabindex="0" role="group" aria-label="Table"><table class="cells">
        <thead>
        <tr>
        <th scope="col">Plan</th>
        <th scope="col" class="number">Price</th>
        <td class="middle"></td>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td><a href="../stories/st-9c4t8wq2.html">st-9c4t8wq2</a></td>
        <td class="number">4</td>
        <td class="middle"><del>x</del></td>
        </tr>
        </tbody>
        </table></div>
        """))
  }

  @Test("tags that somebody writes about tables are words")
  func words() throws {
    let html = try page("`<table>` `<th>` `</table>` and <table><th align=\"right\">x\n\n| ` align=\"right\"` |\n|-|\n")
    #expect(html.contains("<code>&lt;table&gt;</code> <code>&lt;th&gt;</code> <code>&lt;/table&gt;</code>"))
    #expect(html.contains("<th scope=\"col\"><code> align=&quot;right&quot;</code></th>"))
    #expect(html.split(separator: "<table").count == 2)
    #expect(html.split(separator: "</table>").count == 2)
  }
}
