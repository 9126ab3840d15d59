import Markdown
package import PlanModel

/// What the prose of any item can hold, wherever it stands: quotations, citations and the names of other items.
package struct Prose: Sendable {
  package let quotations: [Quotation]
  package let mentions: [Mention]
  /// Citations that cannot be read.
  package let findings: [Finding]
  /// The lines of code blocks, in their order.
  let codeLines: [ClosedRange<Int>]

  init(_ document: PlanDocument) {
    let body = document.body
    var reader = QuotationReader()
    var codeLines: [ClosedRange<Int>] = []
    // Every block is looked at once; a list puts its items, and they what they hold, in its place.
    var stack = Array(body.blocks.reversed())
    while let block = stack.popLast() {
      switch block.kind {
      case .quote: reader.read(block, followedBy: stack.last, of: body.text)
      case .code: codeLines.append(block.lines)
      case .list, .item: stack += block.children.reversed()
      default: break
      }
    }
    self.codeLines = codeLines
    quotations = reader.quotations
    let mentions = MentionScanner.mentions(in: body.text, from: body.firstLine, except: codeLines)
    self.mentions = mentions
    findings =
      reader.malformed.map { Finding(.source(.malformedCitation($0.text)), path: document.path, line: $0.line) }
      + mentions.compactMap { mention in
        guard case .malformed(let source, let lines) = mention.target else { return nil }
        let problem = SourceProblem.malformedCitation("\(source)#\(lines)")
        return Finding(.source(problem), path: document.path, line: mention.line, column: mention.column)
      }
  }
}
