import Concurrency
import PlanFiles
import PlanModel
package import Workflow

/// The plan as one Markdown document, for reading and printing, and the list of what there is as an llms.txt.
package enum ExportBook {
  package static func markdown(of export: PlanExport) -> String {
    let plan = export.plan
    var lines = ["# Plan", ""]
    let intents = Set(plan.intents.map(\.id))
    let ofEpic = plan.intentsOfEpics
    let chapters = concurrently(plan.stories, chunk: 64) { chapter($0, export) }
    let stories = Dictionary(grouping: plan.stories.indices) { place in
      plan.stories[place].intent(ofEpic).flatMap { intents.contains($0) ? $0 : nil }
    }
    for intent in plan.intents {
      lines += ["## \(escaped(intent.title))", "", "\(intent.id), \(intent.status.rawValue)", ""]
      lines += sections(intent.sections, level: 3)
      for place in stories[intent.id] ?? [] { lines += chapters[place] }
    }
    if let others = stories[nil] {
      lines += ["## Stories without an intent", ""]
      for place in others { lines += chapters[place] }
    }
    if !plan.decisions.isEmpty { lines += ["## Decisions", ""] }
    for decision in plan.decisions {
      let date = decision.date.map { ", \($0)" } ?? ""
      lines += ["### \(escaped(decision.title))", "", "\(decision.id), \(decision.status.rawValue)\(date)", ""]
      lines += sections(decision.sections, level: 4)
    }
    if !export.ledger.sources.isEmpty { lines += ["## Sources", ""] }
    for account in export.ledger.sources {
      lines.append("- \(account.source.id) \(escaped(account.source.title)): \(LedgerWording.words(account.counts))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What there is to read, for programs that read text (https://llmstxt.org).
  package static func index(of export: PlanExport) -> String {
    let plan = export.plan
    var lines = [
      "# Plan", "",
      "> What customers said, what was planned from it, and how it is proved; kept by git-handoff in `.handoff/`.", "",
    ]
    func list(_ title: String, _ entries: [(title: String, file: String, note: String)]) {
      if entries.isEmpty { return }
      lines += ["## \(title)", ""]
      lines += entries.map { "- [\(escaped($0.title))](\(link($0.file))): \($0.note)" } + [""]
    }
    list("Intents", plan.intents.map { ($0.title, $0.file, "\($0.id), \($0.status.rawValue)") })
    list(
      "Stories",
      plan.stories.map { story in
        let criteria = Phrase.count(story.criteria.count, "criterion", "criteria")
        return (story.title, story.file, "\(story.id), \(story.status.rawValue), \(criteria)")
      })
    list("Decisions", plan.decisions.map { ($0.title, $0.file, "\($0.id), \($0.status.rawValue)") })
    list(
      "Optional",
      export.ledger.sources.map { account in
        let file = "\(account.source.folder)/\(Source.statementsName)"
        let facts = "\(escaped(Phrase.said(account.source.title))), \(LedgerWording.words(account.counts))"
        // What strangers wrote is the text of no link: programs take those for the page's own words.
        return (account.source.id.description, file, facts)
      })
    return lines.joined(separator: "\n")
  }

  private static func chapter(_ story: Story, _ export: PlanExport) -> [String] {
    var lines = ["### \(escaped(story.title))", ""]
    let facts = [story.id.description, story.status.rawValue, story.owner.map(escaped)].compactMap(\.self)
    lines += [facts.joined(separator: ", "), ""]
    if !story.narrative.isEmpty { lines += [prose(story.narrative), ""] }
    for quotation in story.quotations {
      lines += ["> \(escaped(quotation.text))", "> — \(quotation.citation)", ""]
    }
    for criterion in story.criteria {
      let verdict = export.verdict(of: criterion.id, in: story.id).map { " (\($0.rawValue))" } ?? ""
      lines += ["#### \(criterion.id): \(escaped(criterion.title))\(verdict)", ""]
      if !criterion.text.isEmpty { lines += [prose(criterion.text), ""] }
      lines += criterion.conditions.map { "- proved by \(escaped(ConditionWording.words($0.check)))" }
      if !criterion.conditions.isEmpty { lines.append("") }
    }
    return lines + sections(story.sections, level: 4)
  }

  private static func sections(_ sections: [Section], level: Int) -> [String] {
    sections.filter { !$0.text.isEmpty }.flatMap { section in
      [String(repeating: "#", count: level) + " " + escaped(section.title), "", prose(section.text), ""]
    }
  }

  /// Markdown as people wrote it, in lines that every reader ends at the same places: a quotation stays one.
  private static func prose(_ text: String) -> String {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Sanitiser.code(String($0)) }.joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String { MarkdownEscape.line(text) }

  /// A path within a link's parentheses.
  private static func link(_ path: String) -> String {
    path.utf8.map { byte in
      let isPlain = byte.isLetterOrDigit || "/-._".utf8.contains(byte)
      if isPlain { return String(UnicodeScalar(byte)) }
      return "%" + [byte >> 4, byte & 15].map { String($0, radix: 16, uppercase: true) }.joined()
    }.joined()
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
