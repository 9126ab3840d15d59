import Markdown
import PlanModel

/// Reads the prose that rules of wording judge: the narrative, the criteria, and the sections that say what has to hold.
/// Code, quotations, tables and HTML are nobody's sentences.
enum PassageReader {
  /// The sections that say what has to hold; the others tell why, or of something else.
  private static let sections: Set = ["constraints", "goals"]

  static func passages(in body: Body) -> [Passage] {
    var passages: [Passage] = []
    add(body.preamble, .narrative, of: body.text, to: &passages)
    for section in body.sections {
      let title = section.title.lowercased()
      if title == CriterionReader.section.lowercased() {
        for part in body.subsections(of: section) { add(criterion: part, of: body.text, to: &passages) }
      } else if sections.contains(title) {
        add(section.blocks, .section(title), of: body.text, to: &passages)
      }
    }
    return passages
  }

  private static func add(criterion part: Body.Part, of text: LinedText, to passages: inout [Passage]) {
    guard let (id, title) = CriterionReader.split(part.title) else { return }
    let line = text.line(part.lines.lowerBound)
    if !title.isEmpty, let range = line.firstPlace(of: Array(title.utf8)) {
      passages.append(
        Passage(
          .criterionTitle(id), bytes: text.bytes[range], line: part.lines.lowerBound,
          column: range.lowerBound - line.startIndex + 1))
    }
    add(part.blocks, .criterion(id), of: text, to: &passages)
  }

  private static func add(
    _ blocks: [MarkdownBlock], _ role: Passage.Role, of text: LinedText, to passages: inout [Passage]
  ) {
    var stack = Array(blocks.reversed())
    while let block = stack.popLast() {
      switch block.kind {
      case .list, .item: stack += block.children.reversed()
      case .paragraph:
        let first = text.line(block.lines.lowerBound).dropFirst(block.column - 1)
        let end = text.line(block.lines.upperBound).endIndex
        guard let start = first.first, start != UInt8(ascii: "|"), first.startIndex < end else { continue }
        passages.append(
          Passage(
            role, bytes: text.bytes[first.startIndex..<end], line: block.lines.lowerBound, column: block.column))
      default: break
      }
    }
  }
}
