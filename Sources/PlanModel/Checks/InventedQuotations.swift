/// Whatever is quoted stands, word for word, in the statements that the quotation cites.
///
/// White space is folded. Words may be left out where the quotation says so with `[…]`.
enum InventedQuotations: PlanCheck {
  static func findings(in index: IndexedPlan) -> [Finding] {
    let plan = index.plan
    let quoted =
      plan.intents.map { ($0.file, $0.quotations) } + plan.epics.map { ($0.file, $0.quotations) }
      + plan.stories.map { ($0.file, $0.quotations) } + plan.decisions.map { ($0.file, $0.quotations) }
    return quoted.flatMap { file, quotations in
      quotations.compactMap { finding(of: $0, in: file, index) }
    }
  }

  private static func finding(of quotation: Quotation, in file: String, _ index: IndexedPlan) -> Finding? {
    // A source or line that is not there at all is another rule's.
    guard let source = index.sources[quotation.citation.source.any],
      let statements = source.statements(at: quotation.citation.lines)
    else { return nil }
    let words = quotation.text.foldingWhiteSpace()
    if holds(words, in: statements.map(\.text).joined(separator: " ")) { return nil }
    let elsewhere = source.statements.indices.first { holds(words, in: source.statements[$0].text) }
    let citation = elsewhere.map { Citation(source: source.id, lines: $0 + 1...$0 + 1) }
    let problem = SourceProblem.inventedQuotation(quotation.citation, elsewhere: citation)
    return Finding(.source(problem), path: file, line: quotation.line)
  }

  /// Whether every part of `quotation` between `[…]` marks stands in `text`, in order.
  private static func holds(_ quotation: String, in text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    let hasGaps = quotation.utf8.contains(UInt8(ascii: "["))
    let pieces = hasGaps ? quotation.replacing("[...]", with: "[…]").split(separator: "[…]") : [quotation[...]]
    let parts = pieces.map { Array($0.foldingWhiteSpace().utf8) }.filter { !$0.isEmpty }
    guard !parts.isEmpty else { return false }
    for words in parts {
      guard let range = rest.firstPlace(of: words) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
