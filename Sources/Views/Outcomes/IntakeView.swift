import Drafting
import PlanModel
package import Workflow

/// What was taken in.
package enum IntakeView {
  /// More sources than this are a line each.
  private static let mostInFull = 3

  package static func text(_ report: IntakeReport) -> TerminalText {
    var text = TerminalText()
    let isShort = report.outcomes.count > mostInFull
    for outcome in report.outcomes {
      text.append(isShort ? line(outcome) : full(outcome))
      text.append(cautions(outcome), indent: 2)
      text.append(LikenessView.lines(report.likeness.found[outcome.source.id] ?? []), indent: 2)
    }
    if isShort { text.append(summary(report)) }
    text.append(LikenessView.note(report.likeness))
    text.append(nextSteps(report))
    return text
  }

  /// What was refused while the rest was taken in.
  package static func refusals(_ report: IntakeReport) -> TerminalText {
    var text = TerminalText()
    for refusal in report.refused { text.append(FailureWording(refusal.failure).text) }
    return text
  }

  private static func full(_ outcome: IntakeOutcome) -> TerminalText {
    var text = TerminalText()
    let source = outcome.source
    switch outcome.act {
    case .known:
      if outcome.isRepetition {
        text.line("All that it says is in \(source.id, .id) \(Phrase.quoted(source.title)), so nothing was added")
        text.line("  where it is another conversation: git handoff intake --new <file>")
      } else {
        text.line("This was taken in before, as \(source.id, .id) \(Phrase.quoted(source.title))")
      }
      return text
    case .continued(let added):
      text.line("\(source.id, .id) \(Phrase.quoted(source.title)) has gone on since")
      text.line("  \(source.folder)")
      text.line("  \(Phrase.count(added, "new statement")), from L\(source.statements.count - added + 1) on")
      return text
    case .new:
      text.line("Took in \(source.id, .id) \(Phrase.quoted(source.title))")
      text.line("  \(source.folder)")
    }
    text.line("  read as \(source.format.words): \(Phrase.count(source.statements.count, "statement"))")
    if !source.chatter.isEmpty { text.line("  \(SourceFacts.words(chatter: source.chatter))") }
    if !source.internalLines.isEmpty {
      text.line("  \(source.internalNumbers.count) of them the team wrote for itself: marked [internal]")
    }
    let speakers = source.statements.speakers
    if !speakers.isEmpty { text.line("  said by \(SourceFacts.names(speakers))") }
    if source.reach > 1 { text.line("  stands for \(source.reach) voices") }
    if outcome.hasUnclearDates {
      text.line(
        "  its dates may be day/month or month/day, so they are left out; to have them, remove the folder above")
      text.line("  and take it in again with --date-order dmy or --date-order mdy")
    }
    for attachment in source.attachments { text.line("  attached: \(SourceFacts.words(attachment))") }
    if !source.redactions.isEmpty {
      text.line("  replaced: \(SourceFacts.words(source.redactions)); the original is not kept")
    }
    return text
  }

  /// What is to be thought of before it is committed.
  private static func cautions(_ outcome: IntakeOutcome) -> TerminalText {
    var text = TerminalText()
    if let like = outcome.like {
      let share = "\(like.shared) of \(like.statements) statements"
      text.line("\("note:", .caution) \(share) of \(like.id, .id) \(Phrase.quoted(like.title)) are in it, too")
      text.line(
        "  if it is a later form of that, remove the folder above and take it in again with --update \(like.id)")
    }
    if let first = outcome.gone.first {
      let are = outcome.gone.count == 1 ? "is" : "are"
      let lines = Phrase.list(outcome.gone.map { "L\($0)" }, limit: 8)
      let words = Phrase.count(outcome.gone.count, "earlier statement")
      text.line("\("note:", .caution) \(words) \(are) in it no more, and may have been taken back: \(lines)")
      text.line("  what rests on such a one:  git handoff trace \(outcome.source.id)#L\(first)")
    }
    guard let first = outcome.privacy.first else { return text }
    let others = outcome.privacy.count - 1
    let more = others == 0 ? "" : ", and \(Phrase.count(others, "place")) more"
    let message = FindingWording(first).message
    text.line("\("warning:", .caution) L\(first.line): \(message)\(more)")
    text.line("  before it is committed: remove the folder above, name the kind under 'redact' in handoff.yml, and")
    text.line("  take it in again; or have what it gives access to revoked")
    return text
  }

  private static func line(_ outcome: IntakeOutcome) -> TerminalText {
    var text = TerminalText()
    let source = outcome.source
    let act =
      switch outcome.act {
      case .new: Phrase.count(source.statements.count, "statement")
      case .known: "taken in before"
      case .continued(let added): "\(added) new"
      }
    text.line("\(source.id, .id)  \(source.title)  \("(\(act))", .faint)")
    return text
  }

  private static func summary(_ report: IntakeReport) -> TerminalText {
    var text = TerminalText()
    let new = report.outcomes.filter { $0.act == .new }
    let known = report.outcomes.count { $0.act == .known }
    var parts = ["\(Phrase.count(new.count, "new source"))"]
    let continued = report.outcomes.count - new.count - known
    if continued > 0 { parts.append("\(continued) gone on") }
    if known > 0 { parts.append("\(known) taken in before") }
    text.line()
    text.line("Took in \(Phrase.count(report.outcomes.count, "conversation")): \(Phrase.list(parts))")
    return text
  }

  private static func nextSteps(_ report: IntakeReport) -> TerminalText {
    var text = TerminalText()
    guard let source = report.outcomes.first(where: { $0.act != .known })?.source else { return text }
    text.line()
    text.line("Next:")
    text.line("  read it, with its line numbers:  git handoff show \(source.id)")
    text.line("  write a story from it:           git handoff new-story \"<title>\" --cite \(source.id)#L<n>")
    if let like = report.outcomes.first(where: { report.likeness.found[$0.source.id] != nil })?.source {
      text.line("  see what it adds to the plan:    git handoff plan \(like.id)")
    }
    return text
  }

  /// `source` is there when the input was one.
  package static func json(_ report: IntakeReport) -> JSONValue {
    let sources = JSONValue(report.outcomes) { json($0, report.likeness.found[$0.source.id] ?? []) }
    let refused = JSONValue(report.refused) {
      ["file": .string($0.name), "message": .string(FailureWording($0.failure).message)]
    }
    guard report.outcomes.count == 1, let only = report.outcomes.first else {
      return .document(kind: "intake", ["sources": sources, "refused": refused])
    }
    return .document(
      kind: "intake",
      [
        "source": SourcesView.summary(only.source), "new": .bool(only.act == .new),
        "attachments": JSONValue(only.source.attachments, SourceFacts.json),
        "like": LikenessView.json(report.likeness.found[only.source.id] ?? []), "sources": sources, "refused": refused,
      ])
  }

  private static func json(_ outcome: IntakeOutcome, _ like: [IntentLikeness]) -> JSONValue {
    var added = 0
    if case .continued(let count) = outcome.act { added = count }
    return [
      "source": SourcesView.summary(outcome.source), "new": .bool(outcome.act == .new), "added": .int(added),
      "gone": JSONValue(outcome.gone) { .string("L\($0)") },
      "attachments": JSONValue(outcome.source.attachments, SourceFacts.json), "like": LikenessView.json(like),
      "privacy": JSONValue(outcome.privacy, CheckView.json),
      "resembles": outcome.like.map { ["id": .string($0.id.description), "shared": .int($0.shared)] } ?? .null,
    ]
  }
}

/// What a source states beside its words.
enum SourceFacts {
  /// Names with commas in them are parted by semicolons.
  static func names(_ names: [String]) -> String {
    guard names.contains(where: { $0.contains(",") }) else { return Phrase.list(names, limit: 8) }
    let rest = names.count - 8
    return names.prefix(8).joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
  }

  static func words(_ attachment: SourceAttachment) -> String {
    let name = attachment.name.isEmpty ? attachment.type : attachment.name
    let size = attachment.bytes.map { ", \(Phrase.size($0))" } ?? ""
    let place = attachment.file.map { ", kept as \($0)" } ?? attachment.url.map { ", at \($0)" } ?? ", not kept apart"
    return name + size + place
  }

  /// How much needs no carrying, and why.
  static func words(chatter: [LedgerEntry]) -> String {
    var counts: [(why: String, count: Int)] = []
    for entry in chatter {
      if let index = counts.firstIndex(where: { $0.why == entry.why }) {
        counts[index].count += entry.lines.bounds.count
      } else {
        counts.append((entry.why, entry.lines.bounds.count))
      }
    }
    let total = counts.map(\.count).reduce(0, +)
    let reasons = counts.sorted { $0.count > $1.count }.map { "\($0.count) \($0.why)" }
    return "\(total) of them \(total == 1 ? "needs" : "need") no carrying: \(Phrase.list(reasons, limit: 6))"
  }

  static func words(_ counts: [RedactionCount]) -> String {
    Phrase.list(counts.map { "\($0.count) \($0.kind)" })
  }

  static func json(_ attachment: SourceAttachment) -> JSONValue {
    [
      "name": .string(attachment.name), "type": .string(attachment.type), "bytes": JSONValue(attachment.bytes),
      "path": JSONValue(attachment.file), "url": JSONValue(attachment.url),
    ]
  }
}
