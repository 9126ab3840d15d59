import Git
import PlanFiles
import PlanModel
package import Workflow

/// The thread through an item or through statements: what was said, wanted, planned, built and shown.
package enum ThreadView {
  package static func text(_ outcome: ThreadOutcome) -> TerminalText {
    var text = TerminalText()
    if !outcome.said.isEmpty {
      let items = Dictionary(outcome.carriers.map { ($0.id, $0) }) { first, _ in first }
      let named = outcome.named
      text.append(part("Said", outcome.said.map { said($0, items, named) }))
    }
    let why = outcome.intents.map { line($0) }
    if !why.isEmpty { text.append(part("Wanted", why)) }
    let planned = outcome.epics.map { line($0) } + outcome.stories.map(story)
    if !planned.isEmpty { text.append(part("Planned", planned)) }
    if !outcome.decisions.isEmpty { text.append(part("Decided", outcome.decisions.map(decision))) }
    if outcome.said.isEmpty { text.line("No statement is cited here, so nobody's words lead to it.") }
    if outcome.isIncomplete, !outcome.stories.isEmpty {
      let words = "this clone is shallow, and earlier commits are not here; to get them: git fetch --unshallow"
      text.line("\("warning:", .caution) \(words)")
    }
    text.append(CheckView.lines(outcome.unreadable))
    return text
  }

  private static func part(_ title: String, _ blocks: [TerminalText]) -> TerminalText {
    var text = TerminalText()
    text.line("\(title, .strong)")
    for block in blocks { text.append(block, indent: 2) }
    text.line()
    return text
  }

  private static func said(
    _ thread: ThreadSource, _ items: [ItemID: CitingItem], _ named: Set<ItemID>
  ) -> TerminalText {
    var text = TerminalText()
    let source = thread.source
    let day = source.received.map { "  \($0.prefix(10))" } ?? ""
    text.line("\(source.id, .id)  \(source.title)\(day, .faint)")
    // What stands behind each other and went the same way is told once.
    for (index, said) in thread.statements.enumerated() {
      text.append(LedgerView.statement(said.line, of: source))
      let next = index + 1 < thread.statements.count ? thread.statements[index + 1] : nil
      if next?.stretch.lines != said.stretch.lines {
        text.append(LedgerView.fate(said.stretch, items, named: named), indent: 8)
      }
    }
    return text
  }

  private static func line(_ item: CitingItem) -> TerminalText {
    var text = TerminalText()
    text.line("\(item.id, .id)  \(item.title)  \(item.status ?? item.id.kind.noun, .faint)")
    return text
  }

  private static func decision(_ decision: Decision) -> TerminalText {
    var text = TerminalText()
    let over = decision.supersededBy.map { " by \($0)" } ?? ""
    let older = decision.supersedes.map { ", supersedes \($0)" } ?? ""
    text.line("\(decision.id, .id)  \(decision.title)  \("\(decision.status.rawValue)\(over)\(older)", .faint)")
    return text
  }

  // MARK: stories

  private static func story(_ thread: StoryThread) -> TerminalText {
    var text = TerminalText()
    let story = thread.story
    let status = story.status.rawValue
    text.line("\(story.id, .id)  \(story.title)  \(StyledLine(status, ListView.style(of: status)))")
    for criterion in story.criteria {
      let from = thread.citations(in: .criterion(criterion.id)).map(\.description).filter {
        !criterion.title.contains($0)
      }
      text.line(
        "  \(criterion.id, .id)  \(criterion.title)\(from.isEmpty ? "" : "  (\(Phrase.list(from)))", .faint)")
      for signOff in thread.signOffs where signOff.criterion == criterion.id {
        text.append(act(signOff, criterion), indent: 7)
      }
    }
    let known = Set(story.criteria.map(\.id))
    for signOff in thread.signOffs where !known.contains(signOff.criterion) {
      text.line("  \(signOff.criterion, .id)  \("is not there any more", .faint)")
      text.append(act(signOff, nil), indent: 7)
    }
    for commit in thread.work.commits.suffix(commitLimit) {
      let day = Timestamp(seconds: commit.author.seconds, offset: commit.author.offset).date
      let act = thread.work.planOnly.contains(commit.id) ? "plan " : "built"
      text.line("  \(act)  \(commit.id.short, .id)  \(day)  \(commit.subject)  \(commit.author.name, .faint)")
    }
    if thread.work.commits.count > commitLimit {
      text.line("  and \(thread.work.commits.count - commitLimit) commits before: git handoff log \(story.id)")
    }
    if thread.work.commits.isEmpty {
      text.line("  \("no commit is linked to it yet", .faint)")
    } else if !thread.work.isBegun {
      text.line("  \("nothing is built yet", .faint)")
    }
    text.append(verdict(thread), indent: 2)
    return text
  }

  /// Of a long history the last commits; the log has all.
  private static let commitLimit = 10

  private static func verdict(_ thread: StoryThread) -> TerminalText {
    var text = TerminalText()
    guard let known = thread.work.verdict else {
      if thread.work.isBegun {
        text.line("\("no verdict is recorded; to judge it: git handoff verify \(thread.story.id)", .faint)")
      }
      return text
    }
    let style: TerminalText.Style = known.verdict == .met || known.verdict == .waived ? .good : .bad
    text.line("verdict  \(known.verdict.rawValue, style), recorded \(place(of: known, thread.changes))")
    return text
  }

  private static func place(of known: KnownVerdict, _ changes: Set<VerdictChange>) -> String {
    let commit = known.commit.id.short
    if changes.contains(.criteria) {
      return "at \(commit) for other criteria than these"
        + (changes.contains(.code) ? "; the code has changed, too" : "")
    }
    if changes.contains(.code) { return "at \(commit); the code has changed since" }
    return known.isOfHead ? "for the code as it is" : "at \(commit); the code is as it was"
  }

  private static func act(_ signOff: SignOff, _ criterion: Criterion?) -> TerminalText {
    var text = TerminalText()
    let reason = signOff.reason.map { ": \($0)" } ?? ""
    text.line(
      "\(signOff.act.rawValue) by \(signOff.by) as \(signOff.role), \(signOff.at.prefix(10))\(reason)\(doubt(signOff, criterion), .caution)"
    )
    return text
  }

  /// What has to be said of an act for other words than the criterion has now; nothing where that is gone.
  static func doubt(_ signOff: SignOff, _ criterion: Criterion?) -> String {
    guard let criterion, Fingerprint.wording(of: criterion) != signOff.wording else { return "" }
    return ", for other words than these"
  }
}

extension ThreadOutcome {
  /// The items that are told of with their titles.
  fileprivate var named: Set<ItemID> {
    Set(intents.map(\.id) + epics.map(\.id) + stories.map(\.story.id.any) + decisions.map(\.id.any))
  }
}
