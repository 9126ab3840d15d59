import PlanModel
import Verification
import Views
import Workflow

/// What shipped: for everybody, for product, and for support.
extension Site {
  private static let mostStories = 60
  private static let mostSources = 40
  private static let mostStatements = 12

  func releases() -> Content {
    let rows = outcome.releases.map { release -> Values in
      [
        "href": SitePage.release(release.tag).path, "name": Self.name(release), "day": release.day,
        "contents": Self.contents(release),
      ]
    }
    return Content("Releases", "releases", ["releases": rows])
  }

  private static func name(_ release: PlanRelease) -> String { release.tag ?? "Not in a release yet" }

  private static func contents(_ release: PlanRelease) -> String {
    "\(Phrase.count(release.stories.count, "story", "stories")) in \(Phrase.count(release.commits, "commit"))"
  }

  func release(_ release: PlanRelease) -> Content {
    let root = SitePage.release(release.tag).root
    let stories = SiteIndex.ordered(release.stories.compactMap { index.stories[$0] })
    var values: Values = [
      "title": Self.name(release), "day": release.day, "contents": Self.contents(release),
      "stories": stories.prefix(Self.mostStories).map { shipped($0, root) },
      "intents": served(Set(release.stories), root),
    ]
    if stories.count > Self.mostStories { values["moreStories"] = stories.count - Self.mostStories }
    let sources = answered(release, root)
    values["sources"] = Array(sources.prefix(Self.mostSources))
    if sources.count > Self.mostSources { values["moreSources"] = sources.count - Self.mostSources }
    return Content(Self.name(release), "release", values)
  }

  private func shipped(_ story: Story, _ root: String) -> Values {
    var values = row(story, root)
    values["criteria"] = (index.reports[story.id]?.criteria ?? []).prefix(12).map { criterion -> Values in
      [
        "title": criterion.title, "verdict": criterion.verdict.rawValue,
        "mark": StatementState(criterion.verdict).mark,
      ]
    }
    return values
  }

  private func served(_ released: Set<ID<Story>>, _ root: String) -> [Values] {
    outcome.plan.intents.compactMap { intent in
      let stories = index.storiesByIntent[intent.id] ?? []
      let own = stories.filter { released.contains($0.id) }
      guard !own.isEmpty else { return nil }
      let shown = own.count { index.verdict(of: $0.id)?.isSettled == true }
      var values = link(.intent(intent.id, part: 1), intent.title, root)
      values["words"] =
        "\(own.count) of \(Phrase.count(stories.count, "story", "stories")) in it, \(shown) shown to be as asked"
      return values
    }
  }

  // MARK: Who asked

  /// The sources that the release's stories cite, with what it does about each statement.
  private func answered(_ release: PlanRelease, _ root: String) -> [Values] {
    let released = Set(release.stories)
    var criteria: [ID<Story>: [CriterionID: Verdict]] = [:]
    for story in release.stories {
      criteria[story] = Dictionary((index.reports[story]?.criteria ?? []).map { ($0.id, $0.verdict) }) { $1 }
    }
    let earlier = outcome.plan.stories.filter { story in
      story.status == .shipped && !released.contains(story.id) && index.verdict(of: story.id)?.isSettled == true
    }
    let answers = Answers(outcome.plan, ReleasedVerdicts(criteria: criteria, earlier: Set(earlier.map(\.id))))
    let sources = Set(release.stories.flatMap { index.sourcesOf[$0] ?? [] }).sorted()
    return sources.prefix(Self.mostSources + 1).compactMap { id in
      guard let account = index.accounts[id] else { return nil }
      var values = answered(account, answers, root)
      values["release"] = release.tag.map(Self.argument) ?? ""
      return values
    }
  }

  /// A tag as it is typed behind a command, with a space behind it; nothing of one that a shell might take for more.
  private static func argument(_ tag: String) -> String {
    let isPlain =
      tag.utf8.first != UInt8(ascii: "-") && tag.allSatisfy { $0.isLetter || $0.isNumber || "._/-+".contains($0) }
    return isPlain ? tag + " " : ""
  }

  private func answered(_ account: SourceLedger, _ answers: Answers, _ root: String) -> Values {
    // What the team wrote for itself is nothing that somebody asked.
    let notes = account.source.internalNumbers
    let told = answers.statements(of: account).filter { statement in
      !notes.contains(statement.line) && (!statement.stories.isEmpty || statement.answer == .planned)
    }
    // What is not in it yet stands behind what is, so that it is the first to be left out of a long list.
    let statements = told.filter { !$0.stories.isEmpty } + told.filter(\.stories.isEmpty)
    let counts = Answer.allCases.map { answer in (answer, statements.count { $0.answer == answer }) }
    var values = link(.source(account.source.id, part: 1), account.source.title, root)
    values["source"] = account.source.id.description
    let lost = account.stretches.filter { $0.fate == .lost }.flatMap(\.lines).count { !notes.contains($0) }
    let rest = lost > 0 ? ["\(lost) that nothing carries"] : []
    values["counts"] =
      (counts.filter { $0.1 > 0 }.map { "\($0.1) \(ReleaseWording.words($0.0))" } + rest).joined(separator: ", ")
    // Whoever was only written to has not asked.
    let people = StatementList(statements.map(\.statement)).speakers
    if !people.isEmpty { values["people"] = Phrase.list(people, limit: 4) }
    values["statements"] = statements.prefix(Self.mostStatements).map { statement -> Values in
      let citation = Citation(source: account.source.id, lines: statement.line...statement.line)
      return [
        "state": Self.state(statement.answer), "words": ReleaseWording.words(statement.answer),
        "href": index.href(of: citation, root) ?? "", "text": statement.statement.text,
        "speaker": statement.statement.speaker,
      ]
    }
    if statements.count > Self.mostStatements { values["more"] = statements.count - Self.mostStatements }
    return values
  }

  private static func state(_ answer: Answer) -> String {
    switch answer {
    case .answered, .earlier: "met"
    case .partly: "waived"
    case .unproven: "unproven"
    case .unmet: "unmet"
    case .planned: "planned"
    case .unplanned: "lost"
    }
  }
}
