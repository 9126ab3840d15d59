package import Workflow
import Git
import PlanFiles
import PlanModel

/// The thread of a story.
package enum LogView {
  package static func text(_ outcome: LogOutcome) -> TerminalText {
    var text = TerminalText()
    for (source, words) in outcome.words { text.append(said(source, words)) }
    if let intent = outcome.intent {
      text.line("\("Wanted", .strong)")
      text.line("  \(intent.id, .id)  \(intent.title)  \(intent.status.rawValue)")
      text.line()
    }
    let story = outcome.story
    text.line("\("Planned", .strong)")
    text.line("  \(story.id, .id)  \(story.title)  \(story.status.rawValue)")
    for criterion in story.criteria { text.line("    \(criterion.id, .id)  \(criterion.title)") }
    for commit in outcome.commits where outcome.planOnly.contains(commit.id) { text.append(line(commit), indent: 4) }
    text.line()
    text.line("\("Built", .strong)")
    let built = outcome.commits.filter { !outcome.planOnly.contains($0.id) }
    if outcome.commits.isEmpty {
      text.line("  no commit is linked to it yet")
    } else if built.isEmpty {
      text.line("  nothing is built yet")
    }
    for commit in built { text.append(line(commit), indent: 2) }
    if outcome.isIncomplete {
      let words = "this clone is shallow, and earlier commits are not here; to get them: git fetch --unshallow"
      text.line("  \(words, .caution)")
    }
    if !outcome.signOffs.isEmpty {
      text.line()
      text.line("\("Signed off", .strong)")
      for signOff in outcome.signOffs {
        let reason = signOff.reason.map { ": \($0)" } ?? ""
        text.line(
          "  \(signOff.criterion, .id)  \(signOff.act.rawValue) by \(signOff.by) as \(signOff.role), \(signOff.at.prefix(10))\(reason)\(ThreadView.doubt(signOff, outcome.story.criterion(signOff.criterion)), .caution)"
        )
      }
    }
    text.line()
    text.line("\("Verdict", .strong)")
    if let report = outcome.report {
      text.append(VerifyView.stories(report).withoutFirstLine(), indent: 2)
    } else {
      text.line("  nothing is known yet: no commit is linked to it")
    }
    return text
  }

  private static func line(_ commit: Commit) -> TerminalText {
    var text = TerminalText()
    text.line("\(commit.id.short, .id)  \(day(of: commit))  \(commit.subject)  \(commit.author.name, .faint)")
    return text
  }

  private static func said(_ source: Source, _ words: [CitedWords]) -> TerminalText {
    var text = TerminalText()
    text.line("\("Said", .strong)")
    text.line("  \(source.id, .id)  \(source.title)  \(source.received.map { String($0.prefix(10)) } ?? "", .faint)")
    for word in words {
      let speaker = word.speaker.isEmpty ? "" : word.speaker + ": "
      let lines = wrapped("\(speaker)\(word.text)", width: ShowView.width - 12)
      for (number, line) in lines.enumerated() {
        let label = number == 0 ? "L\(word.citation.lines.lowerBound)" : ""
        text.line("    \(label, .id)\(String(repeating: " ", count: max(1, 6 - label.count)))\(line)")
      }
    }
    text.line()
    return text
  }

  package static func json(_ outcome: LogOutcome) -> JSONValue {
    .document(
      kind: "log",
      [
        "story": ShowView.json(outcome.story),
        "intent": outcome.intent.map { ["id": .string($0.id.description), "title": .string($0.title)] } ?? .null,
        "said": JSONValue(outcome.words.flatMap(\.words)) { word in
          [
            "ref": .string(word.citation.description), "speaker": .string(word.speaker), "text": .string(word.text),
          ]
        },
        "commits": JSONValue(outcome.commits) { commit in
          [
            "id": .string(commit.id.hex), "subject": .string(commit.subject), "author": .string(commit.author.display),
            "plan_only": .bool(outcome.planOnly.contains(commit.id)),
          ]
        },
        "sign_offs": JSONValue(outcome.signOffs) { signOff in
          [
            "criterion": .string(signOff.criterion.description), "act": .string(signOff.act.rawValue),
            "by": .string(signOff.by), "role": .string(signOff.role), "at": .string(signOff.at),
          ]
        },
        "report": outcome.report.map(VerifyView.json) ?? .null,
      ])
  }

  private static func day(of commit: Commit) -> String {
    Timestamp(seconds: commit.author.seconds, offset: commit.author.offset).date
  }
}

extension TerminalText {
  /// The text without its first two lines: a blank one and a heading that stands elsewhere.
  fileprivate func withoutFirstLine() -> TerminalText {
    var text = TerminalText()
    for line in lines.dropFirst(2) { text.line(StyledLine(spans: line)) }
    return text
  }
}
