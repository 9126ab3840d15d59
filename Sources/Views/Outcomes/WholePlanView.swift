import Git
import PlanModel
import Verification
package import Workflow

/// What is known of the whole plan: what is in doubt first.
package enum WholePlanView {
  /// At most this many commits or files are listed.
  private static let shown = 20

  package static func text(_ plan: WholePlanOutcome) -> TerminalText {
    var text = TerminalText()
    text.line("\(VerifyView.heading(plan.outcome))")
    text.line("  \(counts(plan.outcome.stories))")
    if plan.outcome.isIncomplete {
      let words = "this clone is shallow, and work beyond it is not known here; to get it: git fetch --unshallow"
      text.line("\("warning:", .caution) \(words)")
    }
    section("Shipped, and not shown to be done", plan.shippedUnproven, &text) { story, text in
      text.line("  \(story.id, .id)  \(story.title)  \(VerifyView.verdict(story.verdict))")
    }
    section("Worse than when it was recorded last", plan.regressions, &text) { one, text in
      text.line(
        "  \(one.story.id, .id)  \(one.story.title)  \(VerifyView.verdict(one.recorded)) at \(one.commit.short, .id), now \(VerifyView.verdict(one.story.verdict))"
      )
    }
    section("Criteria that nobody worked on", plan.untouched, &text) { one, text in
      let criteria = Phrase.list(one.criteria.map(\.description), limit: 12)
      text.line("  \(one.story.id, .id)  \(one.story.title)  \(criteria)")
    }
    section("Commits that no story explains", plan.unexplained, &text) { linked, text in
      text.line("  \(linked.commit.id.short, .id)  \(linked.commit.subject)")
    }
    section("Files that only such commits changed", plan.unexplainedFiles, &text) { path, text in
      text.line("  \(path)")
    }
    text.line()
    if plan.isSound, plan.outcome.isIncomplete {
      text.line("Nothing that is here puts in doubt what was said to be done.")
    } else if plan.isSound {
      text.line("\("Nothing that was said to be done is in doubt.", .good)")
    } else {
      text.line("\("What was said to be done is in doubt.", .bad) To see why: git handoff verify <story>")
    }
    return text
  }

  private static func section<Value>(
    _ title: String, _ values: [Value], _ text: inout TerminalText, _ line: (Value, inout TerminalText) -> Void
  ) {
    if values.isEmpty { return }
    text.line()
    text.line("\(title, .strong) (\(values.count))")
    for value in values.prefix(shown) { line(value, &text) }
    if values.count > shown { text.line("  … and \(values.count - shown) more; all of them: --json") }
  }

  private static func counts(_ stories: [StoryReport]) -> String {
    let counts = Verdict.allCases.reversed().compactMap { verdict in
      let count = stories.count { $0.verdict == verdict }
      return count > 0 ? "\(count) \(verdict.rawValue)" : nil
    }
    return counts.isEmpty ? "no story that is open for work or shipped" : counts.joined(separator: ", ")
  }

  package static func json(_ plan: WholePlanOutcome) -> JSONValue {
    guard case .object(var members) = VerifyView.json(plan.outcome) else { return .null }
    let whole: JSONValue = [
      "sound": .bool(plan.isSound), "shipped_unproven": JSONValue(plan.shippedUnproven) { .string($0.id.description) },
      "untouched": JSONValue(plan.untouched) { one in
        [
          "story": .string(one.story.id.description),
          "criteria": JSONValue(one.criteria) { .string($0.description) },
        ]
      },
      "unexplained_commits": JSONValue(plan.unexplained) { .string($0.commit.id.hex) },
      "unexplained_files": JSONValue(plan.unexplainedFiles) { .string($0) },
      "regressions": JSONValue(plan.regressions) { one in
        [
          "story": .string(one.story.id.description), "recorded": .string(one.recorded.rawValue),
          "commit": .string(one.commit.hex), "verdict": .string(one.story.verdict.rawValue),
        ]
      },
    ]
    members.append(.init(key: "whole_plan", value: whole))
    return .object(members)
  }
}
