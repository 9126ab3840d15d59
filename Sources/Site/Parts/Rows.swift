import Git
import PlanModel
import Views
import Workflow

/// Parts that several pages have.
extension Site {
  /// A line that leads to a story, and says where it stands.
  func row(_ story: Story, _ root: String) -> Values {
    var values: Values = [
      "href": root + SitePage.story(story.id).path, "title": story.title, "id": story.id.description,
      "status": story.status.rawValue,
    ]
    if let owner = story.owner { values["owner"] = owner }
    if let verdict = index.verdict(of: story.id) {
      values["verdict"] = verdict.rawValue
      values["mark"] = StatementState(verdict).mark
    }
    if index.blockers[story.id] != nil { values["blocked"] = true }
    if !story.criteria.isEmpty {
      let counts = index.criteria(of: [story])
      values["progress"] = "\(counts[.met] + counts[.waived]) of \(story.criteria.count) settled"
    }
    return values
  }

  func rows(_ ids: [ID<Story>], _ root: String) -> [Values] {
    ids.compactMap { index.stories[$0].map { row($0, root) } }
  }

  /// One part of a long list, and the way to the others; nil where there is no such part.
  func slice<Element>(
    _ elements: [Element], _ part: Int, per size: Int, _ page: (Int) -> SitePage, query: String = ""
  ) -> (elements: ArraySlice<Element>, pager: Values?)? {
    let parts = Self.parts(elements.count, per: size)
    guard part >= 1, part <= parts else { return nil }
    let start = (part - 1) * size
    let root = page(part).root
    let shown = (1...parts).filter { $0 == 1 || $0 == parts || abs($0 - part) <= Self.nearParts }
    var last = 0
    let pages = shown.map { number -> Values in
      var values: Values = ["href": root + page(number).path + query, "number": number]
      if number == part { values["current"] = true }
      if number > last + 1 { values["gap"] = true }
      last = number
      return values
    }
    return (elements[start..<min(start + size, elements.count)], parts > 1 ? ["pages": pages] : nil)
  }

  /// As many parts before and behind the present one are led to; of hundreds nobody wants the list.
  private static let nearParts = 4

  static func parts(_ count: Int, per size: Int) -> Int { max(1, (count + size - 1) / size) }

  // MARK: What was said

  /// Statements as quotations; of very many the first.
  func said(_ citations: [Citation], _ root: String, limit: Int = 40) -> Values {
    var seen: Set<Citation> = []
    var quotations: [Values] = []
    var count = 0
    for citation in citations {
      guard let account = index.accounts[citation.source], account.source.statements(at: citation.lines) != nil else {
        continue
      }
      for line in citation.lines where seen.insert(Citation(source: citation.source, lines: line...line)).inserted {
        count += 1
        if quotations.count < limit { quotations.append(quotation(account, line, root)) }
      }
    }
    var values: Values = ["said": quotations]
    if !quotations.isEmpty { values["hasSaid"] = true }
    if count > quotations.count { values["moreSaid"] = count - quotations.count }
    return values
  }

  /// What a visitor who may write does with a statement that nothing carries; nil for others.
  func setAside(_ line: Int, of account: SourceLedger) -> Values? {
    guard visit?.mayWrite == true, let stretch = account.stretch(of: line), index.state(of: stretch) == .lost else {
      return nil
    }
    return ["target": "\(account.source.id)#L\(line)"]
  }

  private func quotation(_ account: SourceLedger, _ line: Int, _ root: String) -> Values {
    let statement = account.source.statements[line - 1]
    let citation = Citation(source: account.source.id, lines: line...line)
    var values: Values = [
      "text": statement.text, "place": account.source.title, "href": index.href(of: citation, root) ?? "",
    ]
    if let state = account.stretch(of: line).map(index.state) {
      values.add(["state": state.rawValue, "mark": state.mark, "word": state.word])
    }
    if let act = setAside(line, of: account) { values["act"] = act }
    if account.source.isInternal(line) { values["own"] = true }
    if !statement.speaker.isEmpty { values["speaker"] = statement.speaker }
    let day = statement.time.isEmpty ? account.source.received ?? "" : statement.time
    if !day.isEmpty { values["day"] = String(day.prefix(10)) }
    return values
  }

  /// What leads to some statements, in the words of a reader: `Marisol Ibáñez (L9)`; nil for those that have no page.
  func cite(_ citation: Citation, _ root: String) -> Values? {
    guard let account = index.accounts[citation.source], let href = index.href(of: citation, root) else { return nil }
    let speakers = account.source.statements(at: citation.lines).map { Set($0.map(\.speaker)) } ?? []
    let who = speakers.count == 1 ? speakers.first ?? "" : ""
    let words = "\(who.isEmpty ? account.source.title : who) (\(LineRange(citation.lines)))"
    return ["href": href, "place": citation.description, "words": words]
  }

  /// The statements that something cites, in its order.
  func citations(_ mentions: [Mention]) -> [Citation] {
    mentions.compactMap { if case .statements(let citation) = $0.target { citation } else { nil } }
  }

  // MARK: What was done

  func history(of item: ItemID, limit: Int = 30) -> [Values] {
    (outcome.history[item] ?? []).prefix(limit).map { change in
      var values: Values = ["day": change.day, "subject": change.subject, "author": change.author]
      if let forge = outcome.forge { values["href"] = forge.commit(change.commit) }
      return values
    }
  }

  func commit(_ commit: Commit) -> Values {
    var values: Values = [
      "day": Timestamp(seconds: commit.author.seconds, offset: commit.author.offset).date,
      "subject": commit.subject, "author": commit.author.name, "short": commit.id.short,
    ]
    if let forge = outcome.forge { values["href"] = forge.commit(commit.id) }
    return values
  }

  /// A file of the repository at its forge, as the main branch has it: a link that stays.
  func file(_ path: String) -> String? { outcome.forge?.file(path, at: outcome.plan.policy.main) }

  // MARK: Text

  func sections(_ sections: [Section], except titles: Set<String> = [], _ root: String) -> [Values] {
    sections.filter { !titles.contains($0.title.lowercased()) && !$0.text.isEmpty }.map { section in
      ["title": section.title, "html": prose(root).html(section.text)]
    }
  }

  func decisionRows(of item: ItemID, _ root: String) -> [Values] {
    (index.decisionsOf[item] ?? []).compactMap { index.decisions[$0] }.map { decision in
      ["href": root + SitePage.decision(decision.id).path, "title": decision.title]
    }
  }
}
