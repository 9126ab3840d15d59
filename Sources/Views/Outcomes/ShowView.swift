import PlanModel
package import Workflow

/// One item, for reading.
package enum ShowView {
  static let width = 96

  package static func text(_ item: ShownItem) -> TerminalText {
    switch item {
    case .source(let source, let lines): SourceView.text(source, lines: lines)
    case .story(let story): text(story)
    case .intent(let intent, let stories):
      text(intent.id.any, intent.title, intent.status.rawValue, intent.file, intent.sections, stories)
    case .decision(let decision):
      text(decision.id.any, decision.title, state(of: decision), decision.file, decision.sections, [])
    case .epic(let epic, let stories): text(epic.id.any, epic.title, nil, epic.file, [], stories)
    }
  }

  private static func text(_ story: Story) -> TerminalText {
    var text = TerminalText()
    text.line("\(story.id, .id)  \(story.title, .strong)")
    var facts = [story.status.rawValue]
    if let owner = story.owner { facts.append(owner) }
    if let intent = story.intent { facts.append("intent \(intent)") }
    if let epic = story.epic { facts.append("epic \(epic)") }
    text.line("\(facts.joined(separator: ", "), .faint)")
    if !story.dependsOn.isEmpty {
      text.line("\("waits for \(Phrase.list(story.dependsOn.map(\.description)))", .faint)")
    }
    text.line("\(story.file, .faint)")
    if !story.narrative.isEmpty {
      text.line()
      text.append(prose(story.narrative))
    }
    for quotation in story.quotations { text.append(ShowView.text(quotation)) }
    for criterion in story.criteria { text.append(ShowView.text(criterion)) }
    if !story.anchors.isEmpty {
      text.line()
      text.line("\("Code", .strong)")
      for anchor in story.anchors {
        let what = anchor.path + (anchor.symbol.map { " (\($0))" } ?? "") + (anchor.role.map { ": \($0)" } ?? "")
        text.line("  \(what)")
      }
    }
    for section in story.sections { text.append(ShowView.text(section)) }
    return text
  }

  /// `superseded by de-…, 2025-03-11, supersedes de-…`
  private static func state(of decision: Decision) -> String {
    let successor = decision.supersededBy.map { " by \($0)" } ?? ""
    let older = decision.supersedes.map { "supersedes \($0)" }
    return [decision.status.rawValue + successor, decision.date, older].compactMap(\.self).joined(separator: ", ")
  }

  private static func text(_ criterion: Criterion) -> TerminalText {
    var text = TerminalText()
    text.line()
    text.line("\(criterion.id, .id)  \(criterion.title, .strong)")
    text.append(prose(criterion.text), indent: 2)
    for condition in criterion.conditions {
      text.line("  \("proved by", .faint) \(ConditionWording.words(condition.check))")
    }
    return text
  }

  private static func text(_ quotation: Quotation) -> TerminalText {
    var text = TerminalText()
    text.line()
    for line in wrapped(quotation.text, width: width - 4) { text.line("  > \(line)") }
    text.line("  > — \(quotation.citation, .id)")
    return text
  }

  private static func text(
    _ id: ItemID, _ title: String, _ status: String?, _ file: String, _ sections: [Section], _ stories: [ItemSummary]
  ) -> TerminalText {
    var text = TerminalText()
    text.line("\(id, .id)  \(title, .strong)")
    text.line("\([status, file].compactMap(\.self).joined(separator: ", "), .faint)")
    for section in sections { text.append(ShowView.text(section)) }
    if !stories.isEmpty {
      text.line()
      text.line("\("Stories", .strong)")
      text.append(ListView.text(ListOutcome(items: stories, unreadable: [])), indent: 2)
    }
    return text
  }

  private static func text(_ section: Section) -> TerminalText {
    var text = TerminalText()
    let words = TemplateHints.without(section.text)
    if words.isEmpty { return text }
    text.line()
    text.line("\(section.title, .strong)")
    text.append(prose(words), indent: 2)
    return text
  }

  /// Markdown as it was written, line by line: it is made to be read.
  private static func prose(_ markdown: String) -> TerminalText {
    var text = TerminalText()
    if markdown.isEmpty { return text }
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) { text.line("\(line)") }
    return text
  }
}
