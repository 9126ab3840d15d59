import Markdown
import PlanFiles
import PlanModel

/// Reads spec-kit: a folder a feature, with `spec.md` and what was worked out from it
/// (<https://github.com/github/spec-kit>).
///
/// A feature becomes an intent, each of its user stories a story. What is marked as to be clarified is an open question.
enum SpecKitReader {
  static func isPart(_ file: ForeignFile) -> Bool {
    guard let folder = file.folders.last, let at = file.folders.firstIndex(of: "specs"),
      at == file.folders.count - 2 || file.folders.count - at == 3
    else { return false }
    let feature = file.folders[at + 1]
    return feature.prefix(while: { $0.isASCII && $0.isNumber }).count >= 3 && feature.contains("-") && !folder.isEmpty
  }

  static func read(_ files: [ForeignFile]) -> ForeignPlan {
    var plan = ForeignPlan(.specKit)
    let features = Dictionary(grouping: files) { file in
      file.folders.firstIndex(of: "specs").flatMap { at in
        at + 1 < file.folders.count ? String(file.folders[at + 1]) : nil
      } ?? file.folders.last.map(String.init) ?? String(file.stem)
    }
    for (key, files) in features.sorted(by: { $0.key < $1.key }) {
      guard let spec = files.first(where: { $0.name == "spec.md" }) else {
        plan.passedOver += files.map(\.path)
        continue
      }
      do throws(Finding) {
        var intent = ForeignItem(.intent, key: key, title: key, path: spec.path)
        var stories: [ForeignItem] = []
        try readSpec(spec, &intent, &stories)
        for file in files where file.path != spec.path {
          intent.note(String(file.name), String(decoding: file.bytes, as: UTF8.self))
        }
        plan.items += [intent] + stories
      } catch {
        plan.findings.append(error)
      }
    }
    return plan
  }

  private static func readSpec(
    _ file: ForeignFile, _ intent: inout ForeignItem, _ stories: inout [ForeignItem]
  ) throws(Finding) {
    let text = try ForeignText(file.bytes, path: file.path)
    if let title = text.title {
      intent.title = title.dropping("Feature Specification:")
    }
    addOpening(text, to: &intent)
    for section in text.body.markedSections {
      let title = section.title.lowercased()
      if title.hasPrefix("user scenarios") {
        addStories(of: section, text.body, key: intent.key, path: file.path, &intent, &stories)
      } else if title.hasPrefix("requirements") || title.hasPrefix("success criteria") {
        addRequirements(of: section, text.body, to: &intent, areGoals: title.hasPrefix("success"))
      } else {
        intent.note(section.title, text.body.string(under: section))
      }
    }
  }

  /// `**Status**: Draft` and its like, and whatever else stands above the first section.
  private static func addOpening(_ text: ForeignText, to intent: inout ForeignItem) {
    let lines = text.opening.split(separator: "\n", omittingEmptySubsequences: false).map { $0.foldingWhiteSpace() }
    if let line = lines.first(where: { $0.hasPrefix("**Status**:") }) {
      intent.setStatus(line.dropping("**Status**:"))
    }
    if let line = lines.first(where: { $0.hasPrefix("**Input**:") }) { intent.narrative = line.dropping("**Input**:") }
    let rest = lines.filter { !$0.hasPrefix("**Status**:") && !$0.hasPrefix("**Input**:") }
    intent.note("opening", rest.joined(separator: "\n"))
  }

  private static func addStories(
    of section: Body.Part, _ body: Body, key: String, path: String, _ intent: inout ForeignItem,
    _ stories: inout [ForeignItem]
  ) {
    let own = Array(section.blocks.prefix { $0.kind != .heading(level: 3) })
    addQuestions(in: body.string(of: own), to: &intent)
    intent.note(section.title, body.string(of: own))
    for part in body.subsections(of: section) {
      let heading = part.title.lowercased()
      // Templates of before October 2025 have one story, whose scenarios stand beside it.
      if heading.hasPrefix("primary user story") {
        var story = ForeignItem(.story, key: "\(key)/US\(stories.count + 1)", title: intent.title, path: path)
        story.status = intent.status
        story.parents = [key]
        story.narrative = body.string(under: part)
        addQuestions(in: story.narrative, to: &story)
        stories.append(story)
        continue
      }
      if heading.hasPrefix("acceptance scenarios"), let last = stories.indices.last, stories[last].criteria.isEmpty {
        stories[last].criteria = body.listItems(of: part.blocks).map { ForeignItem.Criterion($0) }
        stories[last].note(part.title, body.rest(of: part.blocks))
        addQuestions(in: body.string(under: part), to: &stories[last])
        continue
      }
      guard heading.hasPrefix("user story") else {
        addQuestions(in: body.string(under: part), to: &intent)
        intent.note(part.title, body.string(under: part))
        continue
      }
      var story = ForeignItem(
        .story, key: "\(key)/US\(stories.count + 1)", title: storyTitle(part.title), path: path)
      story.status = intent.status
      story.parents = [key]
      story.criteria = body.listItems(of: part.blocks).map { ForeignItem.Criterion($0) }
      story.narrative = body.rest(of: part.blocks)
      story.note("heading", part.title)
      addQuestions(in: body.string(under: part), to: &story)
      stories.append(story)
    }
  }

  /// `User Story 1 - Title (Priority: P1)` is `Title`.
  private static func storyTitle(_ heading: String) -> String {
    guard let dash = heading.firstIndex(where: { $0 == "-" || $0 == "–" || $0 == "—" || $0 == ":" }) else {
      return heading
    }
    let title = heading[heading.index(after: dash)...]
    let end = title.ranges(of: "(Priority").last?.lowerBound ?? title.endIndex
    return title[..<end].foldingWhiteSpace()
  }

  private static func addRequirements(
    of section: Body.Part, _ body: Body, to intent: inout ForeignItem, areGoals: Bool
  ) {
    let parts = body.subsections(of: section)
    let own = section.blocks.prefix { $0.kind != .heading(level: 3) }
    for (title, blocks) in [(section.title, Array(own))] + parts.map({ ($0.title, $0.blocks) }) {
      // What the feature keeps is no demand on it.
      if title.lowercased().hasPrefix("key entities") {
        intent.note(title, body.string(of: blocks))
        addQuestions(in: body.string(of: blocks), to: &intent)
        continue
      }
      let items = body.listItems(of: blocks).map { $0.text.foldingWhiteSpace() }
      if areGoals { intent.goals += items } else { intent.constraints += items }
      for item in items { addQuestions(in: item, to: &intent) }
      intent.note(title, body.rest(of: blocks))
    }
  }

  /// `[NEEDS CLARIFICATION: which roles?]`
  private static func addQuestions(in text: String, to item: inout ForeignItem) {
    for mark in text.ranges(of: "[NEEDS CLARIFICATION:") {
      let words = text[mark.upperBound...].prefix { $0 != "]" }
      item.questions.append(words.foldingWhiteSpace())
    }
  }
}

extension String {
  /// The text without these words at its beginning.
  fileprivate func dropping(_ words: String) -> String {
    (hasPrefix(words) ? dropFirst(words.count) : self[...]).foldingWhiteSpace()
  }
}
