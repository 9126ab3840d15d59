import Markdown
import PlanFiles
import PlanModel

/// Reads OpenSpec: what holds, in `specs/<capability>/spec.md`, and what is to change, in `changes/<name>/`
/// (<https://github.com/Fission-AI/OpenSpec>).
///
/// A capability and a change become intents, their requirements stories, and scenarios criteria. What stands in `specs` is
/// built, and so are archived changes.
enum OpenSpecReader {
  static func isPart(_ file: ForeignFile) -> Bool {
    place(of: file) != nil
  }

  /// The intent that a file belongs to, and the capability that it specifies.
  private struct Place: Hashable {
    var key: String
    var capability: String?
    var isArchived = false
    var isChange: Bool { key.hasPrefix("changes/") }
  }

  private static func place(of file: ForeignFile) -> Place? {
    let folders = file.folders.map(String.init)
    guard let root = folders.lastIndex(of: "openspec") else { return nil }
    var inside = folders[(root + 1)...]
    guard let kind = inside.popFirst() else { return nil }
    if kind == "specs", file.name == "spec.md", let capability = inside.last {
      return Place(key: "specs/\(capability)", capability: capability)
    }
    guard kind == "changes", var name = inside.popFirst() else { return nil }
    let isArchived = name == "archive"
    if isArchived {
      guard let archived = inside.popFirst() else { return nil }
      name = archived
    }
    let isSpec = file.name == "spec.md" && inside.first == "specs"
    return Place(key: "changes/\(name)", capability: isSpec ? inside.last : nil, isArchived: isArchived)
  }

  static func read(_ files: [ForeignFile]) -> ForeignPlan {
    var plan = ForeignPlan(.openspec)
    var order: [String] = []
    var intents: [String: ForeignItem] = [:]
    var stories: [String: [ForeignItem]] = [:]
    for file in files {
      guard let place = place(of: file) else {
        plan.passedOver.append(file.path)
        continue
      }
      if intents[place.key] == nil { order.append(place.key) }
      var intent = intents[place.key] ?? newIntent(place, file)
      do throws(Finding) {
        stories[place.key, default: []] += try read(file, place, &intent)
      } catch {
        plan.findings.append(error)
      }
      intents[place.key] = intent
    }
    for key in order {
      guard let intent = intents[key] else { continue }
      plan.items.append(intent)
      plan.items += (stories[key] ?? []).map { story in
        var story = story
        story.status = intent.status
        return story
      }
    }
    return plan
  }

  private static func newIntent(_ place: Place, _ file: ForeignFile) -> ForeignItem {
    var name = place.key.split(separator: "/").last.map(String.init) ?? place.key
    name = name.split(separator: "-").joined(separator: " ")
    var intent = ForeignItem(.intent, key: place.key, title: name, path: file.path)
    intent.status = place.isChange && !place.isArchived ? .ready : .shipped
    return intent
  }

  /// What a file adds to its intent, and the stories that it holds.
  private static func read(
    _ file: ForeignFile, _ place: Place, _ intent: inout ForeignItem
  ) throws(Finding) -> [ForeignItem] {
    let text = try ForeignText(file.bytes, path: file.path)
    if let capability = place.capability {
      // `# auth Specification` says what the folder's name says.
      if let title = text.title, slug(of: title) != "\(capability)-specification" {
        intent.note("title of \(capability)", title)
      }
      return requirements(text.body, place, capability, file.path, &intent)
    }
    guard file.name == "proposal.md" else {
      intent.note(String(file.name), String(decoding: file.bytes, as: UTF8.self))
      let ticks = text.body.listItems(of: text.body.blocks).compactMap(\.isTicked)
      if file.name == "tasks.md", intent.status == .ready, ticks.contains(true) { intent.status = .active }
      return []
    }
    if let title = text.title { intent.note("title", title) }
    intent.note("opening", text.opening)
    for section in text.body.markedSections {
      let words = text.body.string(under: section)
      switch section.title.lowercased() {
      case "why": intent.narrative.append(paragraph: words)
      case "what changes": intent.outcome.append(paragraph: words)
      default: intent.note(section.title, words)
      }
    }
    return []
  }

  private static func requirements(
    _ body: Body, _ place: Place, _ capability: String, _ path: String, _ intent: inout ForeignItem
  ) -> [ForeignItem] {
    var stories: [ForeignItem] = []
    let preamble = body.opening.filter { $0.kind != .heading(level: 1) }
    intent.note("opening of \(capability)", body.string(of: preamble))
    for section in body.markedSections {
      if section.title.lowercased() == "purpose", !place.isChange {
        intent.outcome.append(paragraph: body.string(under: section))
        continue
      }
      let head = section.blocks.prefix { $0.kind != .heading(level: 3) }
      intent.note(section.title, body.string(of: Array(head)))
      for part in body.subsections(of: section) {
        guard part.title.lowercased().hasPrefix("requirement:") else {
          intent.note(part.title, body.string(under: part))
          continue
        }
        stories.append(story(part, of: section.title, body, place, capability, path))
      }
    }
    return stories
  }

  private static func story(
    _ part: Body.Part, of section: String, _ body: Body, _ place: Place, _ capability: String, _ path: String
  ) -> ForeignItem {
    let title = part.title.split(separator: ":", maxSplits: 1).last?.foldingWhiteSpace() ?? part.title
    let key = place.isChange ? "\(place.key)/\(capability)/\(slug(of: title))" : "\(place.key)/\(slug(of: title))"
    var story = ForeignItem(.story, key: key, title: title, path: path)
    story.parents = [place.key]
    if section.lowercased() != "requirements" { story.note("change", "\(section) (\(capability))") }
    story.narrative = body.string(of: Array(part.blocks.prefix { $0.kind != .heading(level: 4) }))
    for scenario in body.subsections(of: part, level: 4) {
      let name = scenario.title.split(separator: ":", maxSplits: 1)
      let isScenario = name.count == 2 && name[0].lowercased() == "scenario"
      guard isScenario else {
        story.note(scenario.title, body.string(under: scenario))
        continue
      }
      story.criteria.append(
        ForeignItem.Criterion(name[1].foldingWhiteSpace(), text: body.string(under: scenario)))
    }
    return story
  }
}

extension String {
  fileprivate mutating func append(paragraph words: String) {
    self += isEmpty || words.isEmpty ? words : "\n\n" + words
  }
}
