import Exchange
import PlanFiles
import PlanModel

/// Puts an item of another tool into the form of a plan file.
struct ImportedText {
  private let item: ForeignItem
  private let origin: String
  private let ids: [String: ItemID]
  /// The dependencies that the plan can hold.
  private(set) var dependencies = 0
  /// The names of what had no place.
  private(set) var noted: [String] = []

  init(_ item: ForeignItem, origin: String, _ ids: [String: ItemID]) {
    self.item = item
    self.origin = origin
    self.ids = ids
  }

  mutating func story(_ id: ID<Story>, intent: ID<Intent>?) -> String {
    var draft = StoryDraft(id: id, title: item.title)
    draft.intent = intent
    draft.status = item.status
    draft.owner = item.owner?.foldingWhiteSpace()
    draft.origin = origin
    draft.narrative = Self.embedded(item.narrative, below: 2)
    draft.criteria = item.criteria.map { criterion in
      let conditions = criterion.conditions.filter { (try? ConditionReader.read(line: $0)) != nil }
      return StoryDraft.Criterion(
        title: criterion.title, conditions: conditions, text: Self.embedded(criterion.text, below: 3) ?? "")
    }
    draft.constraints = item.constraints
    draft.questions = item.questions
    var unknown: [String] = []
    for key in item.dependsOn {
      guard let other = ids[key.lowercased()], let story = ID<Story>(other), story != id else {
        unknown.append(key)
        continue
      }
      if !draft.dependsOn.contains(story) { draft.dependsOn.append(story) }
    }
    dependencies = draft.dependsOn.count
    draft.notes = notes(
      dependencies: unknown, parents: item.parents.filter { intent == nil || named($0) != intent?.any })
    return draft.text
  }

  mutating func intent(_ id: ID<Intent>) -> String {
    var draft = IntentDraft(id: id, title: item.title)
    draft.status = item.status.ofIntent
    draft.origin = origin
    draft.problem = Self.embedded(item.narrative, below: 2)
    draft.outcome = Self.embedded(item.outcome, below: 2)
    draft.goals = item.goals + item.criteria.map { [$0.title, $0.text].joined(separator: " ") }
    draft.constraints = item.constraints
    draft.questions = item.questions
    draft.notes = notes(dependencies: item.dependsOn, parents: item.parents)
    return draft.text
  }

  private static func embedded(_ text: String, below level: Int) -> String? {
    let words = EmbeddedMarkdown.text(text, below: level)
    return words.isEmpty ? nil : words
  }

  private func named(_ key: String) -> ItemID? { ids[key.lowercased()] }

  // MARK: notes

  /// What has no place of its own: short things in a list, long ones under headings.
  private mutating func notes(dependencies: [String], parents: [String]) -> [String] {
    var lines = dependencies.map { line("depends on", reference($0)) }
    lines += parents.map { line("part of", reference($0)) }
    if !dependencies.isEmpty { noted.append("dependencies") }
    if !parents.isEmpty { noted.append("part of") }
    var parts: [String] = []
    for note in item.notes {
      noted.append(note.name.foldingWhiteSpace())
      let isShort = note.text.utf8.count <= 120 && !note.text.utf8.contains(UInt8(ascii: "\n"))
      if isShort, Self.isPlain(note.text) {
        lines.append(line(note.name, note.text))
      } else {
        parts += ["### \(note.name.foldingWhiteSpace())", EmbeddedMarkdown.text(note.text, below: 3)]
      }
    }
    noted = noted.reduce(into: []) { names, name in if !names.contains(name) { names.append(name) } }
    return (lines.isEmpty ? [] : [lines.joined(separator: "\n")]) + parts
  }

  private func line(_ name: String, _ text: String) -> String {
    "- \(PlainText.escaped(name.foldingWhiteSpace())): \(PlainText.escaped(text.foldingWhiteSpace()))"
  }

  /// An id of the tool, with the item that it became.
  private func reference(_ key: String) -> String { named(key).map { "\($0) (\(key))" } ?? key }

  private static func isPlain(_ text: String) -> Bool { !text.utf8.starts(with: "```".utf8) }
}
