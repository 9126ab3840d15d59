import Markdown
import PlanModel

/// The proof that another form of a file says what the file says.
extension PlanDocument {
  /// Whether another document has the same fields, blocks, criteria, questions, quotations and mentions.
  func saysTheSame(as other: PlanDocument) -> Bool {
    Self.sameFields(fields, other.fields) && bytesOfWords == other.bytesOfWords && shape == other.shape
      && hasSameWords(as: other)
  }

  /// The order of keys means nothing; that of lists does.
  private static func sameFields(_ old: YAMLNode, _ new: YAMLNode) -> Bool {
    guard let before = old.entries, let after = new.entries, before.count == after.count else { return false }
    return before.allSatisfy { entry in
      guard let value = new[entry.key] else { return false }
      guard let anchors = entry.value.list, let others = value.list else { return entry.value.hasWords(of: value) }
      guard anchors.count == others.count else { return false }
      return zip(anchors, others).allSatisfy { anchor, other in
        guard let keys = anchor.entries else { return anchor.hasWords(of: other) }
        return keys.count == other.entries?.count
          && keys.allSatisfy { key in other[key.key].map { key.value.hasWords(of: $0) } ?? false }
      }
    }
  }

  /// How often each byte stands in the front matter, but for blanks and the marks of lists: no comment is lost.
  private var bytesOfWords: [Int] {
    var counts = [Int](repeating: 0, count: 256)
    for number in frontMatterLines { for byte in text.line(number) { counts[Int(byte)] += 1 } }
    for mark in " \t[]{},-".utf8 { counts[Int(mark)] = 0 }
    return counts
  }

  /// The kinds of all blocks, each behind what holds it, and the bytes of code, HTML and quotations.
  private var shape: [Piece] {
    let lines = text.bytes(ofLines: body.firstLine..<max(body.firstLine, text.lineCount + 1))
    var stack = Array(MarkdownDocument(lines, firstLine: body.firstLine).blocks.reversed())
    var pieces: [Piece] = []
    while let block = stack.popLast() {
      var piece = Piece(kind: block.kind, children: block.children.count)
      switch block.kind {
      case .code, .html, .quote:
        piece.lines = block.lines.map { Array(text.line($0)) }
        // cmark may count empty lines behind a block to it.
        while piece.lines.last?[...].isBlank == true { piece.lines.removeLast() }
      case .paragraph: piece.words = words(block)
      // cmark may count the line behind an underline to a heading.
      case .heading:
        piece.words = text.string(ofLines: block.lines.lowerBound...block.lines.lowerBound).foldingWhiteSpace()
      default: stack += block.children.reversed()
      }
      pieces.append(piece)
    }
    return pieces
  }

  private struct Piece: Equatable {
    var kind: MarkdownBlock.Kind
    var children: Int
    var lines: [[UInt8]] = []
    var words = ""
  }

  /// What a block says, without the mark of the point that it begins; cmark may count an empty line to it.
  private func words(_ block: MarkdownBlock) -> String {
    let words = text.string(ofLines: block.lines).foldingWhiteSpace()
    guard let mark = words.utf8.first, "-*+".utf8.contains(mark) else { return words }
    return "- " + words.dropFirst().foldingWhiteSpace()
  }

  private func hasSameWords(as other: PlanDocument) -> Bool {
    let criteria = (CriterionReader(self).criteria, CriterionReader(other).criteria)
    let prose = (Prose(self), Prose(other))
    return body.sections.map(\.title) == other.body.sections.map(\.title)
      && criteria.0.map(\.id) == criteria.1.map(\.id)
      && criteria.0.map { $0.wording.foldingWhiteSpace() } == criteria.1.map { $0.wording.foldingWhiteSpace() }
      && criteria.0.map { $0.conditions.map(\.check) } == criteria.1.map { $0.conditions.map(\.check) }
      && questions.map(\.text) == other.questions.map(\.text) && questions.map(\.id) == other.questions.map(\.id)
      && prose.0.quotations.map(\.text) == prose.1.quotations.map(\.text)
      && prose.0.mentions.map(\.target) == prose.1.mentions.map(\.target)
  }
}
