import Git
import PlanModel
import Verification
import Views
import Workflow

/// The overview: the loop at a glance, and what needs somebody.
extension Site {
  func overview() -> Content {
    let counts = index.allCounts
    let cards = cards()
    var values: Values = [
      "name": outcome.name, "lead": lead(counts), "flow": FlowChart(counts: counts).svg(),
      "legend": legend(counts), "cards": cards, "intents": intentRows(outcome.plan.intents.prefix(12), ""),
    ]
    if counts.total > 0 { values["hasFlow"] = true }
    if cards.isEmpty { values["calm"] = true }
    if let shipped = shipped() { values["shipped"] = shipped }
    if let quiet = quiet(), !cards.isEmpty { values["quiet"] = quiet }
    if !outcome.plan.intents.isEmpty { values["hasIntents"] = true }
    if outcome.plan.intents.count > 12 { values["moreIntents"] = outcome.plan.intents.count - 12 }
    if !outcome.unread.isEmpty { values["unread"] = ["findings": unread()] as Values }
    if let commit = outcome.commit {
      let day = Timestamp(seconds: commit.committer.seconds, offset: commit.committer.offset).date
      values["recent"] = ["commit": "Judged at commit \(commit.id.short) of \(day): \(commit.subject)"] as Values
    }
    return Content("Overview", "overview", values)
  }

  private func lead(_ counts: StateCounts) -> String {
    let plan = outcome.plan
    let parts = [
      Phrase.count(plan.sources.count, "source"), Phrase.count(counts.total, "statement"),
      Phrase.count(plan.intents.count, "intent"), Phrase.count(plan.stories.count, "story", "stories"),
    ]
    return Phrase.list(parts) + "."
  }

  private func unread() -> [Values] {
    outcome.unread.prefix(20).map { ["place": "\($0.path):\($0.line)", "message": FindingWording($0).message] }
  }

  private func legend(_ counts: StateCounts) -> [Values] {
    StatementState.allCases.filter { counts[$0] > 0 }.map { state in
      var values: Values = [
        "state": state.rawValue, "mark": state.mark, "count": counts[state], "words": state.word,
        "meaning": state.meaning,
      ]
      if state == .lost { values["href"] = SitePage.lost(part: 1).path }
      return values
    }
  }

  // MARK: What needs somebody

  private func cards() -> [Values] {
    var cards: [Values] = []
    let lost = outcome.ledger.counts.lost
    if lost > 0 {
      let noun = lost == 1 ? "statement" : "statements"
      cards.append(
        card(.lost, lost, "\(noun) lost", StatementState.lost.meaning, .lost(part: 1), rows: lostSources()))
    }
    for list in Self.worrying {
      let stories = stories(in: list)
      if stories.isEmpty { continue }
      let noun = stories.count == 1 ? "story" : "stories"
      let state = list.state ?? .unmet
      cards.append(
        card(state, stories.count, "\(noun) \(list.word)", list.meaning, .list(list, part: 1), stories: stories))
    }
    return cards
  }

  private static let worrying: [StoryList] = [.blocked, .verdict(.unmet), .verdict(.stale), .verdict(.unproven)]

  /// What there is nothing of, so that nobody has to wonder: `No statement is lost. No story is blocked or stale.`
  private func quiet() -> String? {
    let words = Self.worrying.filter { stories(in: $0).isEmpty }.map(\.word)
    let lost = outcome.ledger.counts.lost == 0 ? ["No statement is lost."] : []
    let sentences = lost + (words.isEmpty ? [] : ["No story is \(Phrase.list(words, "or"))."])
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private func lostSources() -> [Values] {
    let accounts = outcome.ledger.sources.filter { $0.counts.lost > 0 }.sorted {
      ($1.counts.lost, $0.source.id) < ($0.counts.lost, $1.source.id)
    }
    return accounts.prefix(5).map { account in
      let line = account.stretches.first { $0.fate == .lost }?.lines.lowerBound ?? 1
      let citation = Citation(source: account.source.id, lines: line...line)
      return [
        "href": index.href(of: citation, "") ?? "", "title": account.source.title, "note": "\(account.counts.lost)",
      ]
    }
  }

  private func card(
    _ state: StatementState, _ count: Int, _ words: String, _ meaning: String, _ page: SitePage,
    stories: [Story] = [], rows: [Values] = []
  ) -> Values {
    let shown = rows.isEmpty ? stories.prefix(5).map { row($0, "") } : rows
    var values: Values = [
      "state": state.rawValue, "count": count, "words": words, "meaning": meaning, "href": page.path, "rows": shown,
    ]
    if stories.count > 5 { values["more"] = stories.count - 5 }
    return values
  }

  // MARK: What shipped

  /// Whether what is called shipped is what was asked; nil where nothing is.
  private func shipped() -> Values? {
    let all = stories(in: .status(.shipped)).count
    guard all > 0 else { return nil }
    let lists = Verdict.allCases.reversed().map(StoryList.shipped).filter { !stories(in: $0).isEmpty }
    let settled = stories(in: .shipped(.met)).count + stories(in: .shipped(.waived)).count
    var values: Values = [
      "words": "Of \(Phrase.count(all, "story", "stories")) that shipped, \(settled == 0 ? "none" : "\(settled)") "
        + "\(settled < 2 ? "is" : "are") shown to be what was asked.",
      "counts": lists.map { list -> Values in
        let state = list.state ?? .unproven
        return [
          "state": state.rawValue, "mark": state.mark, "count": stories(in: list).count, "words": state.word,
          "meaning": state.meaning, "href": SitePage.list(list, part: 1).path,
        ]
      },
    ]
    let unjudged = all - lists.map { stories(in: $0).count }.reduce(0, +)
    if unjudged > 0 { values["unjudged"] = unjudged }
    return values
  }

  // MARK: Intents

  func intentRows(_ intents: some Sequence<Intent>, _ root: String) -> [Values] {
    intents.map { intent in
      let stories = index.storiesByIntent[intent.id] ?? []
      let counts = index.criteria(of: stories)
      return [
        "href": root + SitePage.intent(intent.id, part: 1).path, "title": intent.title,
        "status": intent.status.rawValue,
        "bar": Bars.html(counts), "criteria": Self.words(counts), "stories": stories.count,
        "shipped": Self.words(shipped: index.shipped(of: stories)),
      ]
    }
  }

  /// `3 met, 1 unmet`, of the stories that shipped.
  static func words(shipped counts: StateCounts) -> String {
    let parts = StatementState.allCases.filter { counts[$0] > 0 }.map { state in
      "\(counts[state]) \(state == .planned ? "not judged yet" : state.word)"
    }
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }

  /// `3 of 5 settled`
  static func words(_ counts: StateCounts) -> String {
    counts.total == 0 ? "no criteria yet" : "\(counts[.met] + counts[.waived]) of \(counts.total) settled"
  }
}
