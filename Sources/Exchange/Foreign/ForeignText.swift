import Markdown
import PlanFiles
import PlanModel

/// Markdown of other tools: a text with its lines, cut at its headings.
struct ForeignText {
  let body: Body

  init(_ bytes: [UInt8], path: String) throws(Finding) {
    body = Body(text: try LinedText(bytes, path: path), firstLine: 1)
  }

  init(_ text: String) throws(Finding) { try self.init(Array(text.utf8), path: "") }

  /// The words of the first heading of the first level.
  var title: String? {
    guard let heading = body.opening.first(where: { $0.kind == .heading(level: 1) }) else { return nil }
    let line = body.text.string(ofLines: heading.lines.lowerBound...heading.lines.lowerBound)
    return String(line.drop { $0 == "#" || $0 == " " }).foldingWhiteSpace()
  }

  /// What stands before the first section, without the title.
  var opening: String { body.string(of: body.opening.filter { $0.kind != .heading(level: 1) }) }
}

extension Body {
  /// The sections that a tool or a person began with `## Title`. What Markdown takes for a heading because a line of
  /// dashes stands below it was a text above a line: it is a part of the section that it stands in.
  var markedSections: [Part] { marked.sections }

  /// What stands before the first of them.
  var opening: [MarkdownBlock] { marked.opening }

  private var marked: (opening: [MarkdownBlock], sections: [Part]) {
    var opening = preamble
    var marked: [Part] = []
    for (index, part) in sections.enumerated() {
      if text.line(part.lines.lowerBound).first(where: { $0 != UInt8(ascii: " ") }) == UInt8(ascii: "#") {
        marked.append(part)
        continue
      }
      // cmark may give the line behind the underline as the last one.
      let following = index + 1 < sections.count ? sections[index + 1].lines.lowerBound : nil
      let next = part.blocks.first?.lines.lowerBound ?? following
      let end = min(part.lines.upperBound, next.map { $0 - 1 } ?? part.lines.upperBound)
      let start = part.lines.lowerBound
      var words = MarkdownDocument(Array(text.bytes(ofLines: start..<max(start + 1, end))), firstLine: start).blocks
      // With its underline. A last block may begin behind it, where a line has a carriage return within.
      if let last = words.indices.last {
        let first = words[last].lines.lowerBound
        words[last].lines = first...max(first, end)
      }
      if marked.isEmpty {
        opening += words + part.blocks
      } else {
        marked[marked.count - 1].blocks += words + part.blocks
      }
    }
    return (opening, marked)
  }

  /// All lines but those of lists; headings stay.
  var linesBesideLists: String {
    let lists = blocks.filter { $0.kind == .list }.map(\.lines)
    guard text.lineCount > 0 else { return "" }
    let lines = (1...text.lineCount).filter { line in !lists.contains { $0.contains(line) } }
    return lines.map { text.string(ofLines: $0...$0) }.joined(separator: "\n")
  }

  /// All the text under a heading.
  func string(under part: Part) -> String { string(of: part.blocks) }

  /// The items of all lists among these blocks, each without its marker and its check box.
  func listItems(of blocks: [MarkdownBlock]) -> [ListItem] {
    blocks.filter { $0.kind == .list }.flatMap(\.children).map { ListItem(text.string(ofLines: $0.lines)) }
  }

  /// What is no list.
  func rest(of blocks: [MarkdownBlock]) -> String {
    blocks.filter { $0.kind != .list }.map { text.string(ofLines: $0.lines) }.joined(separator: "\n\n")
  }
}

/// An item of a Markdown list.
struct ListItem {
  var text: String
  /// Whether its check box is ticked; nil where it has none.
  var isTicked: Bool?

  init(_ source: String) {
    var rest = source.drop { $0 == " " }
    if let marker = rest.first, "-*+".contains(marker) {
      rest = rest.dropFirst()
    } else {
      rest = rest.drop { $0.isASCII && $0.isNumber }.dropFirst()
    }
    rest = rest.drop { $0 == " " }
    switch rest.prefix(4) {
    case "[ ] ": isTicked = false
    case "[x] ", "[X] ": isTicked = true
    default: isTicked = nil
    }
    if isTicked != nil { rest = rest.dropFirst(4) }
    text = String(rest)
  }
}

extension ForeignItem.Criterion {
  /// A list item as a criterion: its first paragraph is the title, what stands below it the text.
  init(_ item: ListItem) {
    let lines = item.text.split(separator: "\n", omittingEmptySubsequences: false)
    let head = lines.prefix { !$0.foldingWhiteSpace().isEmpty && !ListItem.begins($0) || $0 == lines.first }
    let rest = lines.dropFirst(head.count).map { $0.drop { $0 == " " } }.joined(separator: "\n")
    self.init(head.joined(separator: " ").foldingWhiteSpace(), text: rest, isTicked: item.isTicked == true)
  }
}

extension ListItem {
  /// Whether a line begins a list inside of an item.
  static func begins(_ line: Substring) -> Bool {
    let words = line.drop { $0 == " " }
    return words.count < line.count && (words.hasPrefix("- ") || words.hasPrefix("* "))
  }
}

extension ForeignItem {
  /// Criteria that the tool keeps as free text: each list item is one; a text without a list is one.
  mutating func addCriteria(from text: String, named name: String) {
    guard !text.foldingWhiteSpace().isEmpty else { return }
    guard let body = try? ForeignText(text).body, !body.listItems(of: body.blocks).isEmpty else {
      let lines = text.split(separator: "\n", maxSplits: 1)
      criteria.append(
        Criterion(lines.first?.foldingWhiteSpace() ?? "", text: lines.count > 1 ? String(lines[1]) : ""))
      return
    }
    criteria += body.listItems(of: body.blocks).map { Criterion($0) }
    note(name, body.linesBesideLists)
  }

  /// Ticks are no evidence, so they are kept as a note.
  mutating func noteTicks() {
    let ticked = criteria.indices.filter { criteria[$0].isTicked }.map { "AC\($0 + 1)" }
    note("ticked", ticked.joined(separator: ", "))
  }
}
