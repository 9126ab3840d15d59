import Markdown
package import PlanModel

/// What the prose of any item can hold, wherever it stands: quotations, citations and the names of other items.
package struct Prose: Sendable {
  package let quotations: [Quotation]
  package let mentions: [Mention]

  init(_ document: PlanDocument) {
    let body = document.body
    var quotations: [Quotation] = []
    var codeLines: [ClosedRange<Int>] = []
    // Every block is looked at once; a list puts its items, and they what they hold, in its place.
    var stack = Array(body.blocks.reversed())
    while let block = stack.popLast() {
      switch block.kind {
      case .quote: quotations += QuotationReader.quotations(in: block, of: body.text)
      case .code: codeLines.append(block.lines)
      case .list, .item: stack += block.children.reversed()
      default: break
      }
    }
    self.quotations = quotations
    mentions = MentionScanner.mentions(in: body.text, from: body.firstLine, except: codeLines)
  }
}
