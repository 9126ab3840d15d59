package import Markdown
import PlanModel

/// The body of a plan file, cut at its second-level headings.
package struct Body: Sendable {
  /// A heading with what stands under it, up to the next heading of its level or above.
  package struct Part: Sendable {
    package var title: String
    /// The lines of the heading and of all that is under it.
    package var lines: ClosedRange<Int>
    package var blocks: [MarkdownBlock]
  }

  package let text: LinedText
  package let firstLine: Int
  /// What stands before the first second-level heading.
  package let preamble: [MarkdownBlock]
  package let sections: [Part]

  /// Cuts what stands from line `firstLine` on.
  package init(text: LinedText, firstLine: Int) {
    self.text = text
    self.firstLine = firstLine
    let lines = text.bytes(ofLines: firstLine..<max(firstLine, text.lineCount + 1))
    let blocks = MarkdownDocument(Self.withoutLoneReturns(lines), firstLine: firstLine).blocks
    preamble = Array(blocks.prefix { $0.kind != .heading(level: 2) })
    sections = Self.parts(of: blocks[preamble.count...], level: 2, text: text)
  }

  /// The parts of a section at its headings of a level, the third unless told otherwise.
  package func subsections(of section: Part, level: Int = 3) -> [Part] {
    Self.parts(of: section.blocks[...], level: level, text: text)
  }

  /// The sections with this title, capitals aside: people write a second one where the first would do.
  package func sections(titled title: String) -> [Part] {
    sections.filter { $0.title.lowercased() == title.lowercased() }
  }

  /// All blocks from the top to the end.
  package var blocks: [MarkdownBlock] { preamble + sections.flatMap(\.blocks) }

  /// The source text under a part's heading.
  package func string(of blocks: [MarkdownBlock], without left: [MarkdownBlock] = []) -> String {
    guard let first = blocks.first, let last = blocks.last else { return "" }
    return string(ofLines: first.lines.lowerBound...max(first.lines.lowerBound, last.lines.upperBound), without: left)
  }

  /// The source text of lines without some blocks that stand in them, in their order.
  func string(ofLines lines: ClosedRange<Int>, without left: [MarkdownBlock]) -> String {
    var pieces: [String] = []
    var start = lines.lowerBound
    for block in left where lines.contains(block.lines.lowerBound) {
      if start < block.lines.lowerBound { pieces.append(text.string(ofLines: start...block.lines.lowerBound - 1)) }
      start = block.lines.upperBound + 1
    }
    if start <= lines.upperBound { pieces.append(text.string(ofLines: start...lines.upperBound)) }
    return pieces.joined(separator: "\n\n")
  }

  /// Whether a block is a comment for whoever fills the file in, as `new-story` leaves one. One that waives a rule is none.
  func isHint(_ block: MarkdownBlock) -> Bool {
    guard block.kind == .html else { return false }
    let words = text.string(ofLines: block.lines).foldingWhiteSpace()
    return words.hasPrefix("<!--") && words.hasSuffix("-->") && !words.hasPrefix("<!-- handoff:")
  }

  /// To cmark a carriage return alone ends a line, and to us, who count its lines, it does not.
  private static func withoutLoneReturns(_ lines: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = Array(lines)
    guard bytes.contains(.carriageReturn) else { return bytes }
    for index in bytes.indices where bytes[index] == .carriageReturn {
      if index + 1 == bytes.count || bytes[index + 1] != .newline { bytes[index] = .space }
    }
    return bytes
  }

  private static func parts(of blocks: ArraySlice<MarkdownBlock>, level: Int, text: LinedText) -> [Part] {
    var parts: [Part] = []
    for block in blocks {
      if block.kind == .heading(level: level) {
        parts.append(Part(title: title(of: block, in: text), lines: block.lines, blocks: []))
      } else if !parts.isEmpty {
        let last = parts.count - 1
        parts[last].blocks.append(block)
        parts[last].lines = parts[last].lines.lowerBound...max(parts[last].lines.upperBound, block.lines.upperBound)
      }
    }
    return parts
  }

  private static func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
    let marks = line.drop { $0 == .space }
    guard let first = marks.first, first == .dash || first == UInt8(ascii: "=") else { return false }
    return marks.drop { $0 == first }.allSatisfy { $0 == .space || $0 == .tab }
  }

  /// The words of a heading, from its own line: `## Title ##`, or the lines above an underline.
  private static func title(of heading: MarkdownBlock, in text: LinedText) -> String {
    let line = text.line(heading.lines.lowerBound).drop { $0 == .space }
    guard line.first == .hash else {
      // cmark may give the line behind the underline as the last one.
      let end = heading.lines.dropFirst().first { isUnderline(text.line($0)) } ?? heading.lines.upperBound
      return text.string(ofLines: heading.lines.lowerBound...max(heading.lines.lowerBound, end - 1)).foldingWhiteSpace()
    }
    var words = line.drop { $0 == .hash }.drop { $0 == .space || $0 == .tab }
    while words.last == .space || words.last == .tab { words = words.dropLast() }
    let withoutClosing = words.reversed().drop { $0 == .hash }.reversed()
    if let last = withoutClosing.last, last == .space || withoutClosing.isEmpty { words = ArraySlice(withoutClosing) }
    while words.last == .space || words.last == .tab { words = words.dropLast() }
    return String(decoding: words, as: UTF8.self)
  }
}
