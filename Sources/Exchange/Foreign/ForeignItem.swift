package import PlanModel

/// An item of another tool in the terms of the plan. Texts are Markdown as they were written; nothing is escaped yet.
package struct ForeignItem: Sendable {
  package enum Kind: Sendable {
    case intent, story
  }

  /// A criterion in the tool's own words.
  package struct Criterion: Hashable, Sendable {
    package var title: String
    package var text: String
    /// Lines of a `verify` block that its own words give, such as `test: "Name of a scenario"`.
    package var conditions: [String]
    /// Whether the tool has it ticked.
    package var isTicked: Bool

    init(_ title: String, text: String = "", conditions: [String] = [], isTicked: Bool = false) {
      self.title = title
      self.text = text
      self.conditions = conditions
      self.isTicked = isTicked
    }
  }

  /// What has no place of its own in the plan, with the name that the tool has for it.
  package struct Note: Hashable, Sendable {
    package var name: String
    package var text: String

    init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  package var kind: Kind
  /// The id that the tool has for it: `task-12`.
  package var key: String
  package var title: String
  /// The file that it was read from.
  package var path: String
  package var status: StoryStatus = .draft
  /// The tool's own word for it.
  package var statusWord: String?
  package var owner: String?
  /// The keys of what it is a part of.
  package var parents: [String] = []
  /// The keys of what has to be done before it.
  package var dependsOn: [String] = []
  package var narrative = ""
  package var outcome = ""
  package var goals: [String] = []
  package var constraints: [String] = []
  package var questions: [String] = []
  package var criteria: [Criterion] = []
  package var notes: [Note] = []

  init(_ kind: Kind, key: String, title: String, path: String) {
    self.kind = kind
    self.key = key
    self.title = title.foldingWhiteSpace()
    self.path = path
    if self.title.isEmpty { self.title = key }
  }

  /// Keeps what the plan has no place for; where nothing is said there is nothing to keep.
  package mutating func note(_ name: String, _ text: String) {
    if !text.foldingWhiteSpace().isEmpty { notes.append(Note(name, text)) }
  }
}
