import Git
import Grounding
import PlanFiles
import PlanModel
import Verification
import Workflow

/// The parts of a bundle, in the order in which they are read.
enum BundleParts {
  static func parts(_ outcome: BundleOutcome) -> [BundlePart] {
    let story = outcome.story
    let log = "git handoff log \(story.id)"
    var parts = [task(outcome)]
    if let freshness = freshness(outcome) { parts.append(freshness) }
    parts.append(criteria(outcome))
    let words = outcome.words.flatMap { source, words in words.map { quotation($0, in: source) } }
    if !words.isEmpty { parts.append(BundlePart("why", "Why: what was said", .reasons, items: words, more: log)) }
    parts += limits(outcome)
    let questions = questions(outcome)
    if !questions.isEmpty {
      let more = "git handoff questions"
      parts.append(BundlePart("questions", "Open questions", .reasons, items: questions, more: more))
    }
    parts += outcome.decisions.map(decision)
    if story.anchors.isEmpty { parts.append(noCode(outcome)) }
    parts += outcome.targets.enumerated().map { code($1, number: $0 + 1, in: outcome) }
    return parts + surroundings(outcome)
  }

  // MARK: the task

  private static func task(_ outcome: BundleOutcome) -> BundlePart {
    let story = outcome.story
    var lines = ["`\(story.id)`, \(story.status.rawValue)\(story.owner.map { ", \(plain($0))" } ?? "")"]
    if let intent = outcome.intent { lines.append("Serves `\(intent.id)`: \(plain(intent.title))") }
    if let epic = outcome.epic { lines.append("Part of `\(epic.id)`: \(plain(epic.title))") }
    for other in outcome.waitsFor {
      lines.append("Waits for `\(other.id)`: \(plain(other.title)) (\(other.status.rawValue))")
    }
    let head = lines.joined(separator: "\\\n")
    let full = prose(story.narrative).isEmpty ? head : head + "\n\n" + prose(story.narrative)
    return BundlePart(
      "story", plain(story.title), .task,
      forms: [.init(extent: .full, text: full), .init(extent: .line, text: lines[0])])
  }

  /// What has drifted; nil where nothing has.
  private static func freshness(_ outcome: BundleOutcome) -> BundlePart? {
    guard outcome.drift.isDrifted else { return nil }
    let text = DriftView.text(outcome.drift).rendered(inColor: false)
    let items = text.split(separator: "\n").map { "- \($0.drop { $0 == " " })" }
    return BundlePart(
      "freshness", "Not as it was when this was planned", .task, items: items,
      more: "git handoff drift \(outcome.story.id)")
  }

  private static func criteria(_ outcome: BundleOutcome) -> BundlePart {
    let story = outcome.story
    let show = "git handoff show \(story.id)"
    guard !story.criteria.isEmpty else {
      let text =
        "The story has no acceptance criteria yet; ask for them before you begin: `git handoff ask \(story.id) \"…\"`"
      return BundlePart("criteria", "Acceptance criteria", .task, forms: [.init(extent: .full, text: text)])
    }
    let full = story.criteria.map { criterion in
      var lines = ["### \(criterion.id): \(plain(criterion.title))"]
      if let report = outcome.report?.criteria.first(where: { $0.id == criterion.id }) {
        lines[0] += " (\(report.verdict.rawValue))"
      }
      if !criterion.text.isEmpty { lines += ["", prose(criterion.text)] }
      if !criterion.conditions.isEmpty {
        lines += [""] + criterion.conditions.map { "- proved by `\(plain(ConditionWording.words($0.check)))`" }
      }
      return lines.joined(separator: "\n")
    }
    let short = story.criteria.map { "- \($0.id): \(plain($0.title))" } + ["- whole: `\(show)`"]
    let line = "\(Phrase.count(story.criteria.count, "criterion", "criteria")): `\(show)`"
    return BundlePart(
      "criteria", "Acceptance criteria", .task,
      forms: [
        .init(extent: .full, text: full.joined(separator: "\n\n")),
        .init(extent: .signature, text: short.joined(separator: "\n")), .init(extent: .line, text: line),
      ])
  }

  // MARK: reasons

  private static func quotation(_ words: CitedWords, in source: Source) -> String {
    let speaker = words.speaker.isEmpty ? plain(source.title) : plain(words.speaker)
    return "> \(plain(words.text))\n> — \(speaker), `\(words.citation)`\n"
  }

  /// Constraints and what is out of scope, of the story and its intent; then the story's other sections.
  private static func limits(_ outcome: BundleOutcome) -> [BundlePart] {
    let known = ["acceptance criteria", "open questions"]
    let own = outcome.story.sections.filter { !prose($0.text).isEmpty && !known.contains($0.title.lowercased()) }
    let inherited = (outcome.intent?.sections ?? []).filter {
      !prose($0.text).isEmpty && ["outcome", "constraints", "out of scope"].contains($0.title.lowercased())
    }
    return own.map { section($0, $0.title, "git handoff show \(outcome.story.id)") }
      + inherited.map {
        section($0, "\($0.title) of the intent", "git handoff show \(outcome.intent?.id.description ?? "")")
      }
  }

  private static func section(_ section: Section, _ title: String, _ command: String) -> BundlePart {
    let name = title.lowercased().map { $0.isLetter && $0.isASCII ? $0 : "-" }
    let lines = prose(section.text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return BundlePart(String(name), plain(title), .reasons, items: lines, more: command)
  }

  private static func questions(_ outcome: BundleOutcome) -> [String] {
    let own = outcome.story.questions.map { (outcome.story.id.any, $0) }
    let inherited = (outcome.intent?.questions ?? []).filter { !$0.isAnswered }.compactMap { question in
      outcome.intent.map { ($0.id.any, question) }
    }
    return (own + inherited).map { id, question in
      let state = question.isAnswered ? "x" : " "
      let blocking = question.isBlocking && !question.isAnswered ? " (blocking)" : ""
      return "- [\(state)] `\(id)#\(question.id)`\(blocking) \(plain(question.text))"
    }
  }

  private static func decision(_ decision: Decision) -> BundlePart {
    let text = decision.sections.filter { !prose($0.text).isEmpty }.map { "**\(plain($0.title))**: \(prose($0.text))" }
    let show = "git handoff show \(decision.id)"
    let chosen = decision.sections.first { $0.title.lowercased() == "decision" }.map { prose($0.text) } ?? ""
    return BundlePart(
      "decision", "Decided: \(plain(decision.title))", .reasons,
      forms: [
        .init(extent: .full, text: text.joined(separator: "\n\n")),
        .init(extent: .excerpt, text: chosen + "\n\nWhole: `\(show)`"),
        .init(extent: .line, text: "`\(show)`"),
      ])
  }

  // MARK: code

  private static func code(_ target: BundleTarget, number: Int, in outcome: BundleOutcome) -> BundlePart {
    let anchor = target.reading.anchor
    let place = target.reading.place
    let path = place?.path ?? anchor.path
    let range = place?.lines.map { ":\($0.lowerBound)-\($0.upperBound)" } ?? ""
    let symbol = (place?.symbol ?? anchor.symbol).map { " (`\(plain($0))`)" } ?? ""
    var head = "`\(plain(path))\(range)`\(symbol)"
    if let role = anchor.role { head += ": \(plain(role))" }
    if target.reading.state != .same { head += " — \(target.reading.state.rawValue) since it was planned" }
    let whole = "git show \(outcome.commit.id.short):\(plain(path))"
    var forms: [BundlePart.Form] = []
    for (extent, count) in [(BundlePart.Extent.full, Int.max), (.excerpt, 60), (.excerpt, 20), (.signature, 3)]
    where !target.lines.isEmpty {
      if count != .max, count >= target.lines.count { continue }
      let rest = count < target.lines.count ? "\n… \(target.lines.count - count) more lines: `\(whole)`" : ""
      forms.append(.init(extent: extent, text: "\(head)\n\n\(fenced(target.lines.prefix(count)))\(rest)"))
    }
    let line = target.lines.isEmpty ? head : "\(head)\\\n`\(whole)`"
    let title = outcome.areProposed ? "Code \(number), proposed" : "Code \(number)"
    return BundlePart("code", title, .code, forms: forms + [.init(extent: .line, text: line)])
  }

  private static func noCode(_ outcome: BundleOutcome) -> BundlePart {
    let story = outcome.story
    var text = "The story names no code. Find where it belongs: `git handoff ground \(story.id)`"
    if outcome.areProposed {
      text =
        "The story names no code. The places below are proposals by its words, not decisions; keep what is right: "
        + "`git handoff ground \(story.id) --accept 1`"
    }
    return BundlePart("code", "Code", .code, forms: [.init(extent: .line, text: text)])
  }

  /// Code between fences that are longer than any in it (CommonMark 0.31 §4.5).
  private static func fenced(_ lines: some Sequence<String>) -> String {
    let text = lines.map(Sanitiser.code).joined(separator: "\n")
    var longest = 2
    var run = 0
    for scalar in text.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)\n\(text)\n\(fence)"
  }

  /// Words from elsewhere on one line.
  static func plain(_ text: String) -> String { Sanitiser.line(text) }

  /// Markdown of the plan, as it stands, but for characters that deceive.
  private static func prose(_ text: String) -> String {
    let text = TemplateHints.without(text)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { Sanitiser.code(String($0)) }.joined(
      separator: "\n")
  }
}
