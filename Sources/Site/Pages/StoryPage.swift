import Git
import PlanModel
import Verification
import Views
import Workflow

/// A story: its thread from what was said to what is shown.
extension Site {
  func story(_ story: Story) -> Content {
    let root = SitePage.story(story.id).root
    var values = row(story, root)
    values.add(said(citations(story.mentions), root))
    values["criteria"] = story.criteria.map { criterion($0, of: story, root) }
    values["sections"] = sections(story.sections, except: ["acceptance criteria", "open questions"], root)
    if !story.narrative.isEmpty { values["narrative"] = prose(root).html(story.narrative) }
    if story.status == .draft { values["draft"] = true }
    if let verdict = index.verdict(of: story.id) { values["meaning"] = ReleaseWording.words(verdict) }
    if let file = file(story.file) { values["file"] = file }
    if let intent = story.intent(index.intentsOfEpics).flatMap({ index.intents[$0] }) {
      values["intent"] = link(.intent(intent.id, part: 1), intent.title, root)
    }
    if let epic = story.epic.flatMap({ index.epics[$0] }) {
      values["epic"] = link(.epic(epic.id, part: 1), epic.title, root)
    }
    if !story.questions.isEmpty {
      values["hasQuestions"] = true
      values["questions"] = questionList(story.questions, of: story.id.any, root)
    }
    add(story.anchors.map(anchor), "code", "hasCode", to: &values)
    add(rows(story.dependsOn, root), "needs", "hasNeeds", to: &values)
    add(rows(index.waiting[story.id] ?? [], root), "waiting", "hasWaiting", to: &values)
    add(decisionRows(of: story.id.any, root), "decisions", "hasDecisions", to: &values)
    let work = outcome.work[story.id] ?? []
    add(work.suffix(60).map(commit), "commits", "hasCommits", to: &values)
    if work.count > 60 { values["moreCommits"] = work.count - 60 }
    add(history(of: story.id.any), "history", "hasHistory", to: &values)
    values["comment"] = commentForm(story.id.any)
    return Content(story.title, "story", values)
  }

  private func anchor(_ anchor: Anchor) -> Values {
    var values: Values = ["path": anchor.path]
    if let symbol = anchor.symbol { values["symbol"] = symbol }
    if let role = anchor.role { values["role"] = role }
    if let href = file(anchor.path) { values["href"] = href }
    return values
  }

  // MARK: Criteria

  private func criterion(_ criterion: Criterion, of story: Story, _ root: String) -> Values {
    let report = index.reports[story.id]?.criteria.first { $0.id == criterion.id }
    let verdict = report?.verdict
    let state = verdict.map(StatementState.init) ?? .planned
    var values: Values = [
      "id": criterion.id.description, "title": criterion.title, "html": prose(root).html(criterion.text),
      "verdict": verdict?.rawValue ?? state.rawValue, "mark": state.mark,
      "meaning": verdict.map(ReleaseWording.words) ?? state.meaning,
      "target": "\(story.id)/\(criterion.id)",
      "evidence": report.map(evidence(of:)) ?? conditions(of: criterion),
    ]
    add(citedBy(criterion, of: story, root), "said", "hasSaid", to: &values)
    if let roles = visit?.roles, !roles.isEmpty {
      values["act"] = true
      values["roles"] = roles
      let rejections = report?.evidence.compactMap { evidence -> String? in
        guard case .signOff(let signOff, .counts) = evidence.fact, signOff.act == .rejected else { return nil }
        return signOff.role
      }
      let accepting = roles.filter { criterion.isSettled(byAcceptanceIn: $0, rejecting: Set(rejections ?? [])) }
      if !accepting.isEmpty { values["accepting"] = ["roles": accepting] as Values }
    }
    return values
  }

  func evidence(of report: CriterionReport) -> [Values] {
    report.evidence.map { evidence in
      var values = self.evidence(evidence)
      values["opinions"] = report.opinions(on: evidence).map(opinion)
      return values
    }
  }

  /// Adds all that ``evidence(of:)`` is made from.
  func feedEvidence(of report: CriterionReport, _ digest: inout PageDigest) {
    for evidence in report.evidence {
      digest.add(evidence.outcome.rawValue)
      digest.add(EvidenceWording.words(evidence))
      for opinion in report.opinions(on: evidence) { self.opinion(opinion).feed(&digest) }
    }
  }

  /// What an engine thought: words of its own, and never what a verdict looks at.
  private func opinion(_ opinion: Opinion) -> Values {
    [
      "view": OpinionWording.view(opinion), "because": opinion.because,
      "quotes": opinion.quotes.map { quote -> Values in
        ["place": OpinionWording.place(quote), "line": OpinionWording.excerpt(quote)]
      },
    ]
  }

  private func evidence(_ evidence: Evidence) -> Values {
    let mark: String
    switch evidence.outcome {
    case .holds: mark = "✓"
    case .fails: mark = "✗"
    case .stale: mark = "↻"
    case .missing: mark = "?"
    }
    return ["outcome": evidence.outcome.rawValue, "mark": mark, "words": EvidenceWording.words(evidence)]
  }

  /// What is to be looked at, where nothing was yet.
  private func conditions(of criterion: Criterion) -> [Values] {
    criterion.conditions.map { condition in
      ["outcome": "missing", "mark": "·", "words": ConditionWording.words(condition.check)]
    }
  }

  /// The statements that the criterion itself cites.
  private func citedBy(_ criterion: Criterion, of story: Story, _ root: String) -> [Values] {
    let next = story.criteria.map(\.line).filter { $0 > criterion.line }.min() ?? .max
    let end = min(next, story.sections.map(\.line).filter { $0 > criterion.line }.min() ?? .max)
    let own = story.mentions.filter { $0.line >= criterion.line && $0.line < end }
    return citations(own).prefix(12).compactMap { cite($0, root) }
  }
}
