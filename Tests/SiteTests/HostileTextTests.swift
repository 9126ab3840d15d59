import PlanModel
import Site
import TestKit
import Testing

/// Text that wants to be more than text, in every field where people write.
@Suite("Hostile text on pages") struct HostileTextTests {
  private static let texts = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)><style>*{display:none}</style>",
    "[a](javascript:alert(1))", "![a](http://evil.example/x.png) <a href='javascript:alert(1)'>b</a>",
    "{{title}} {{{main}}} {{#nav}}x{{/nav}}", "</title></style></script><base href=//evil.example>",
    "\u{202e}kcab\u{2066}x\u{200b}", "`</code><iframe src=//evil.example>`",
  ]

  @Test("nothing runs, nothing is loaded, and no tag is made of it", arguments: texts)
  func fields(_ text: String) throws {
    let bench = try SiteBench(text: text, statements: [text, "Thanks."])
    let site = try bench.site()
    for page in site.pages {
      let html = try #require(site.html(page), "\(page.path)")
      let names = Self.tags(html)
      #expect(names.subtracting(Self.known) == [], "\(page.path)")
      #expect(!html.contains("=\"javascript:"), "\(page.path)")
      #expect(!html.unicodeScalars.contains("\u{202e}"), "\(page.path)")
      #expect(Self.attributes(html).subtracting(Self.knownAttributes) == [], "\(page.path)")
      #expect(html.split(separator: "<script").count == (page == .search ? 4 : 2), "\(page.path)")
    }
  }

  private static let cells = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</td></table></div><iframe src=//evil.example>",
    "[a](javascript:alert(1))", "![a](http://evil.example/x.png)", "<td style=position:fixed onclick=alert(1)>",
    "\u{202e}kcab", "~~<svg onload=alert(1)>~~", String(repeating: "a", count: 10_000),
  ]

  @Test("nothing runs in a cell of a table", arguments: cells)
  func tables(_ cell: String) throws {
    let bench = try SiteBench()
    try bench.repository.write(
      ".handoff/intents/in-k3f9ab2x-a.md",
      "---\nid: in-k3f9ab2x\ntitle: Mute\nstatus: active\n---\n\n## Problem\n\n"
        + "| \(cell) | b |\n|--:|---|\n| \(cell) | \(cell) | \(cell) |\n| c |\n")
    let html = try #require(try bench.site().html(at: "intents/in-k3f9ab2x.html"))
    #expect(html.contains("<table class=\"cells\">"))
    #expect(Self.tags(html).subtracting(Self.known) == [])
    #expect(Self.attributes(html).subtracting(Self.knownAttributes) == [])
    #expect(!html.contains("=\"javascript:"))
    #expect(!html.unicodeScalars.contains("\u{202e}"))
    #expect(html.split(separator: "<script").count == 2)
  }

  @Test("a word of a hundred thousand letters and a wall of marks are shown in no time")
  func giants() throws {
    let word = String(repeating: "a", count: 100_000)
    let marks = String(repeating: "[*`<_", count: 20_000)
    let html = try #require(try SiteBench(text: word).site().html(at: "stories/st-9c4t8wq2.html"))
    #expect(html.utf8.count < 2_000_000)
    var other: String?
    let nanoseconds = try processorTime {
      other = try SiteBench(text: marks).site().html(at: "stories/st-9c4t8wq2.html")
    }
    #expect(try #require(other).contains("<pre>[*`&lt;_"))
    #expect(nanoseconds < 20_000_000_000, "quadratic time would be minutes")
  }

  /// What templates and Markdown make; an image is made by Markdown, and loads nothing under the policy.
  private static let known: Set = [
    "!doctype", "html", "head", "meta", "title", "link", "script", "body", "a", "header", "nav", "ul", "li", "form",
    "label", "input", "main", "footer", "p", "h1", "h2", "h3", "h4", "section", "div", "svg", "rect", "path", "text",
    "tspan", "article", "strong", "small", "table", "thead", "tbody", "tr", "th", "td", "span", "code", "time",
    "figure",
    "blockquote", "figcaption", "ol", "noscript", "em", "pre", "br", "img", "hr", "!--", "del",
  ]

  private static let knownAttributes: Set = [
    "lang", "charset", "name", "content", "http-equiv", "rel", "href", "src", "defer", "class", "id", "aria-label",
    "aria-current", "role", "action", "for", "type", "autocomplete", "placeholder", "tabindex", "aria-labelledby",
    "viewbox", "x", "y", "width", "height", "rx", "d", "preserveaspectratio", "scope", "title", "aria-hidden",
    "aria-live", "value", "alt", "data-label",
  ]

  private static func tags(_ html: String) -> Set<String> {
    Set(
      html.split(separator: "<", omittingEmptySubsequences: false).dropFirst().map { part in
        let name = part.drop { $0 == "/" }.prefix { !" >/\n".contains($0) }
        return name.lowercased()
      })
  }

  /// The names of the attributes of all tags.
  private static func attributes(_ html: String) -> Set<String> {
    var names: Set<String> = []
    for part in html.split(separator: "<").dropFirst() {
      var isQuoted = false
      var name = ""
      for character in part {
        if character == "\"" { isQuoted.toggle() }
        if isQuoted { continue }
        if character == ">" { break }
        if character == "=" {
          names.insert(name.lowercased())
          name = ""
        } else if " \n\"".contains(character) {
          name = ""
        } else {
          name.append(character)
        }
      }
    }
    return names
  }
}
