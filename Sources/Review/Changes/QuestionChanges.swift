import PlanModel

extension ItemChanges {
  mutating func questions(_ old: [Question], _ new: [Question]) {
    for question in new {
      let field = "\(question.id)"
      let after = question.text.foldingWhiteSpace()
      guard let before = old.first(where: { $0.id == question.id }) else {
        add(field, question.isAnswered ? .answered : .opened, after: after, line: question.line)
        continue
      }
      let words = before.text.foldingWhiteSpace()
      if before.isAnswered != question.isAnswered {
        add(field, question.isAnswered ? .answered : .reopened, before: words, after: after, line: question.line)
      } else if words != after {
        add(field, .reworded, before: words, after: after, line: question.line)
      }
      if before.isBlocking != question.isBlocking, !question.isAnswered {
        let kind: PlanChange.Kind = question.isBlocking ? .strengthened : .weakened
        add(
          field, kind, question.isBlocking ? .stronger : .weaker, before: before.isBlocking ? "blocking" : nil,
          after: question.isBlocking ? "blocking" : nil, line: question.line)
      }
    }
    for question in old where !new.contains(where: { $0.id == question.id }) {
      add(
        "\(question.id)", .removed, question.isAnswered ? .none : .weaker, before: question.text.foldingWhiteSpace(),
        line: question.line)
    }
  }

  private mutating func citations(_ old: [Mention], _ new: [Mention]) {
    let lines = Dictionary(new.map { ("\($0.target)", $0.line) }) { first, _ in first }
    let before = Self.statements(old)
    let after = Self.statements(new)
    for citation in before.subtracting(after).sorted() {
      add("citations", .removed, .weaker, before: "\(citation)")
    }
    for citation in after.subtracting(before).sorted() {
      add("citations", .added, after: "\(citation)", line: lines["\(Mention.Target.statements(citation))"] ?? 1)
    }
  }

  /// The statements that an item cites, and what it quotes of them: somebody's words, so that other ones, or none where they are
  /// still cited, are to be looked at.
  mutating func citations(
    _ old: [Mention], _ new: [Mention], quoted before: [Quotation], _ after: [Quotation]
  ) {
    citations(old, new)
    let cited = Self.statements(new)
    let words = { (quotations: [Quotation]) in quotations.map { $0.text.foldingWhiteSpace() } }
    let now = Dictionary(grouping: after, by: \.citation)
    for (citation, was) in Dictionary(grouping: before, by: \.citation).sorted(by: { $0.key < $1.key }) {
      let quotations = now[citation] ?? []
      guard cited.contains(citation), words(was).sorted() != words(quotations).sorted() else { continue }
      add(
        "quotation of \(citation)", quotations.isEmpty ? .removed : .reworded, .weaker,
        before: words(was).joined(separator: " … "),
        after: quotations.isEmpty ? nil : words(quotations).joined(separator: " … "), line: quotations.first?.line ?? 1)
    }
  }

  private static func statements(_ mentions: [Mention]) -> Set<Citation> {
    Set(mentions.compactMap { if case .statements(let citation) = $0.target { citation } else { nil } })
  }
}
