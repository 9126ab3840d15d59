import Markdown
import PlanModel
import Views

/// Text that people wrote in plan files, as HTML: Markdown in cmark's safe mode, with links where it names items.
struct ProseHTML {
  let index: SiteIndex
  let root: String

  /// Made when a page is.
  func html(_ text: String) -> Prose { Prose(text: text, reader: self) }

  fileprivate func made(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      Sanitiser.code(String(line.last == "\r" ? line.dropLast() : line))
    }
    guard let html = MarkdownPage.html(untrusted: lines.joined(separator: "\n")) else {
      return "<pre>\(lines.map(HTMLPage.escaped).joined(separator: "\n"))</pre>\n"
    }
    return linked(tabled(lowered(html)))
  }

  /// Adds where the ids in a text lead to, wherever they stand: with the text itself, all that its HTML is made from.
  func feedLinks(of text: String, _ digest: inout PageDigest) {
    let bytes = Array(text.utf8)
    var hasMarks = false
    for place in bytes.indices {
      switch bytes[place] {
      case UInt8(ascii: "-") where place >= 2:
        if let href = reference(in: bytes, at: place - 2)?.href { digest.add(href) }
      // A mark that Markdown takes away could hide an id.
      case UInt8(ascii: "\\"), UInt8(ascii: "&"): hasMarks = true
      default: break
      }
    }
    if hasMarks { digest.add(made(text)) }
  }

  /// Headings of the text stand below those of the page: `#` becomes the third level at least.
  private func lowered(_ html: String) -> String {
    guard html.utf8.contains(UInt8(ascii: "h")), html.contains("<h") else { return html }
    var text = html
    for level in [5, 4, 3, 2, 1] {
      let deeper = min(6, level + 2)
      text = text.replacing("<h\(level)>", with: "<h\(deeper)>").replacing("</h\(level)>", with: "</h\(deeper)>")
    }
    return text
  }

  /// Tables that can be read on a phone and by ear: in a box that scrolls, and with heads that say what they are the heads of.
  /// What somebody wrote holds none of these tags: cmark leaves out those of a text.
  private func tabled(_ html: String) -> String {
    guard html.contains("<table>") else { return html }
    var text = html.replacing("<table>", with: Self.tableBox + "<table class=\"cells\">")
      .replacing("</table>", with: "</table></div>")
    for (side, style) in [("left", ""), ("center", " class=\"middle\""), ("right", " class=\"number\"")] {
      text = text.replacing(" align=\"\(side)\"", with: style)
    }
    for style in ["", " class=\"middle\"", " class=\"number\""] {
      text = text.replacing("<th\(style)></th>", with: "<td\(style)></td>")
        .replacing("<th\(style)>", with: "<th scope=\"col\"\(style)>")
    }
    return text
  }

  private static let tableBox = "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">"

  /// One line of plain text, with links.
  func line(_ text: String) -> String { linked(HTMLPage.escaped(text)) }

  /// HTML in which every id of something that has a page leads there, but for those in tags, links and code.
  private func linked(_ html: String) -> String {
    let bytes = Array(html.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 256)
    var place = 0
    var depth = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "<") {
        let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
        let tag = bytes[place...end]
        if tag.starts(with: Array("<a ".utf8)) { depth += 1 }
        if tag.starts(with: Array("</a>".utf8)) { depth -= 1 }
        result += tag
        place = end + 1
      } else if depth == 0, let (end, href) = reference(in: bytes, at: place) {
        result += Array("<a href=\"\(href)\">".utf8) + bytes[place..<end] + Array("</a>".utf8)
        place = end
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The id that begins at a place, with what it names of the item, and where that is.
  private func reference(in bytes: [UInt8], at place: Int) -> (end: Int, href: String)? {
    guard place + ItemID.length <= bytes.count, bytes[place + 2] == UInt8(ascii: "-"),
      place == 0 || !Self.isWord(bytes[place - 1]), let id = ItemID(utf8: bytes[place..<place + ItemID.length])
    else { return nil }
    var end = place + ItemID.length
    if end < bytes.count, Self.isWord(bytes[end]) { return nil }
    var rest = ""
    if end < bytes.count, bytes[end] == UInt8(ascii: "#") || bytes[end] == UInt8(ascii: "/") {
      let words = bytes[(end + 1)...].prefix(24).prefix { Self.isWord($0) && $0 != UInt8(ascii: "_") }
      if !words.isEmpty {
        rest = String(decoding: words, as: UTF8.self)
        end += 1 + words.count
        while rest.hasSuffix("-") { rest.removeLast(); end -= 1 }
      }
    }
    return index.href(of: id, at: rest, root).map { (end, $0) }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }
}

/// What somebody wrote, on its way to a page.
///
/// To tell whether a page is the same as before takes what was written and what it leads to, and not the making of HTML
/// from it, which takes longer than all else.
struct Prose: PageValue {
  fileprivate let text: String
  fileprivate let reader: ProseHTML

  func put(to html: inout [UInt8], escaped: Bool) { reader.made(text).put(to: &html, escaped: escaped) }

  func feed(_ digest: inout PageDigest) {
    digest.add(text)
    reader.feedLinks(of: text, &digest)
  }
}

extension SiteIndex {
  /// How many statements of a source one page holds.
  static let statementsPerPage = 500

  /// Where an item, or a place in it, is; nil for what has no page.
  func href(of id: ItemID, at place: String = "", _ root: String) -> String? {
    let fragment = place.isEmpty ? "" : "#\(place)"
    switch id.kind {
    case .story: return ID<Story>(id).flatMap { stories[$0] == nil ? nil : root + SitePage.story($0).path + fragment }
    case .intent:
      return ID<Intent>(id).flatMap { intents[$0] == nil ? nil : root + SitePage.intent($0, part: 1).path + fragment }
    case .epic: return ID<Epic>(id).flatMap { epics[$0] == nil ? nil : root + SitePage.epic($0, part: 1).path }
    case .decision: return ID<Decision>(id).flatMap { decisions[$0] == nil ? nil : root + SitePage.decision($0).path }
    case .source:
      guard let source = ID<Source>(id), accounts[source] != nil else { return nil }
      guard let lines = LineRange(place) else { return root + SitePage.source(source, part: 1).path }
      return href(of: Citation(source: source, lines: lines.bounds), root)
    }
  }

  /// Where a statement stands.
  func href(of citation: Citation, _ root: String) -> String? {
    guard let account = accounts[citation.source] else { return nil }
    let line = citation.lines.lowerBound
    guard line <= account.source.statements.count else { return nil }
    let part = (line - 1) / Self.statementsPerPage + 1
    return root + SitePage.source(citation.source, part: part).path + "#L\(line)"
  }
}
