import Markdown
import PlanModel

/// The body of an item with one empty line between its blocks, and none that ends in blanks for nothing. Quotations, code
/// and HTML stay byte for byte.
struct CanonicalBody {
  /// Every line behind the front matter; nil where a block has no end that can be told.
  let lines: [ArraySlice<UInt8>]?

  init(_ document: PlanDocument) {
    let text = document.text
    let first = document.body.firstLine
    let blocks = MarkdownDocument(text.bytes(ofLines: first..<max(first, text.lineCount + 1)), firstLine: first).blocks
    guard !BlockLines.hasOpenFence(blocks, text) else {
      lines = nil
      return
    }
    let bullets = CanonicalBullets(document)
    var formed: [ArraySlice<UInt8>] = []
    var next = first
    var last: MarkdownBlock?
    for (index, block) in blocks.enumerated() {
      let bound = index + 1 < blocks.count ? blocks[index + 1].lines.lowerBound - 1 : text.lineCount
      let range = BlockLines.range(of: block, before: bound, text)
      // What no block holds would be lost.
      guard range.lowerBound >= next, (next..<range.lowerBound).allSatisfy({ text.line($0).isBlank }) else {
        lines = nil
        return
      }
      // A comment may stand close to what it is about.
      let isClose = range.lowerBound == next && (last?.kind == .html || block.kind == .html)
      if last == nil || !isClose { formed.append([]) }
      formed += BlockLines.formed(block, range, text, bullets)
      next = range.upperBound + 1
      last = block
    }
    guard next > text.lineCount || (next...text.lineCount).allSatisfy({ text.line($0).isBlank }) else {
      lines = nil
      return
    }
    lines = formed
  }
}

/// The lines of one block of the top level.
private enum BlockLines {
  /// Those that it takes: cmark may give the empty lines behind a list, or the line behind an underline, as well.
  static func range(of block: MarkdownBlock, before bound: Int, _ text: LinedText) -> ClosedRange<Int> {
    var last = max(block.lines.lowerBound, min(block.lines.upperBound, bound))
    if block.kind == .html { return block.lines.lowerBound...last }
    while last > block.lines.lowerBound, text.line(last).isBlank { last -= 1 }
    return block.lines.lowerBound...last
  }

  static func formed(
    _ block: MarkdownBlock, _ range: ClosedRange<Int>, _ text: LinedText, _ bullets: CanonicalBullets
  ) -> [ArraySlice<UInt8>] {
    switch block.kind {
    case .heading where range.count == 1: [heading(text.line(range.lowerBound))]
    case .paragraph: paragraph(range, text)
    case .list: list(block, range, text, bullets)
    default: range.map { text.line($0) }
    }
  }

  /// `## Title`: one space behind the marks, and none before them.
  private static func heading(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let words = line.drop { $0 == .space }
    guard words.first == .hash else { return line }
    let marks = words.prefix { $0 == .hash }
    let title = words[marks.endIndex...].drop { $0 == .space || $0 == .tab }.trimmedEnd
    return title.isEmpty ? marks : (marks + [.space] + title)[...]
  }

  /// Blanks at the end of a line mean something where they break it, and may do so within code, links and HTML.
  private static func paragraph(_ range: ClosedRange<Int>, _ text: LinedText) -> [ArraySlice<UInt8>] {
    let lines = range.map { text.line($0) }
    let isPlain = !lines.contains { $0.contains { "`<[\\".utf8.contains($0) } }
    return lines.enumerated().map { index, line in
      let isLast = index == lines.count - 1
      let breaks = line.suffix(2).elementsEqual([.space, .space])
      return isLast || isPlain && !breaks ? line.trimmedEnd : line
    }
  }

  /// Of a list, the lines between its words: one where there were several, and nothing in it.
  private static func list(
    _ list: MarkdownBlock, _ range: ClosedRange<Int>, _ text: LinedText, _ bullets: CanonicalBullets
  ) -> [ArraySlice<UInt8>] {
    var kept: Set<Int> = []
    var stack = list.children
    while let block = stack.popLast() {
      switch block.kind {
      case .code, .html, .quote: kept.formUnion(block.lines)
      default: stack += block.children
      }
    }
    var formed: [ArraySlice<UInt8>] = []
    for number in range {
      let line = text.line(number)
      if line.isBlank, !kept.contains(number) {
        if formed.last?.isEmpty != true || kept.contains(number - 1) { formed.append([]) }
      } else {
        formed.append(bullets.lines[number] ?? line)
      }
    }
    return formed
  }

  /// Whether a code block is never closed, so that it takes all empty lines up to the end of the file.
  static func hasOpenFence(_ blocks: [MarkdownBlock], _ text: LinedText) -> Bool {
    var stack = blocks
    while let block = stack.popLast() {
      stack += block.children
      guard case .code(_, isFenced: true) = block.kind else { continue }
      let close = text.line(block.lines.upperBound).drop { $0 == .space || $0 == .tab || $0 == .greaterThan }.trimmedEnd
      let isClosed = block.lines.count > 1 && close.count >= 3 && close.allSatisfy { $0 == close.first }
      if !isClosed || ![UInt8(ascii: "`"), UInt8(ascii: "~")].contains(close.first) { return true }
    }
    return false
  }
}

/// Points of the lists that the file format names, which begin with a dash and a space.
struct CanonicalBullets {
  /// What becomes of lines, by their numbers.
  private(set) var lines: [Int: ArraySlice<UInt8>] = [:]

  private static let sections: Set = ["constraints", "goals", "out of scope", QuestionReader.section.lowercased()]

  init(_ document: PlanDocument) {
    for section in document.body.sections where Self.sections.contains(section.title.lowercased()) {
      let blocks = section.blocks
      // Another mark is what parts two lists from each other.
      for (index, block) in blocks.enumerated()
      where block.kind == .list && !(index > 0 && blocks[index - 1].kind == .list)
        && !(index + 1 < blocks.count && blocks[index + 1].kind == .list)
      {
        if let formed = Self.formed(block, document.text) { lines.merge(formed) { first, _ in first } }
      }
    }
  }

  /// All points of a list, or none: they have to go on with the same mark.
  private static func formed(_ list: MarkdownBlock, _ text: LinedText) -> [Int: ArraySlice<UInt8>]? {
    var formed: [Int: ArraySlice<UInt8>] = [:]
    for item in list.children {
      guard item.kind == .item(isNumbered: false), item.children.first?.kind == .paragraph else { return nil }
      let number = item.lines.lowerBound
      let line = text.line(number)
      guard let mark = line.firstIndex(where: { $0 != .space }), "-*+".utf8.contains(line[mark]),
        let words = line[(mark + 1)...].firstIndex(where: { $0 != .space }), line[words] != .tab
      else { return nil }
      let isOneLine = item.children.count == 1 && item.children[0].lines.count == 1
      // Further lines are set in as far as the words, and would have to move with them.
      guard isOneLine || (mark == line.startIndex && words == mark + 2) else { return nil }
      formed[number] = ([.dash, .space] + line[words...])[...]
    }
    return formed
  }
}
