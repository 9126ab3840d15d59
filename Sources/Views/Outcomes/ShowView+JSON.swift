import PlanModel
package import Workflow

extension ShowView {
  package static func json(_ item: ShownItem) -> JSONValue {
    switch item {
    case .source(let source, let lines): SourceView.json(source, lines: lines)
    case .story(let story): .document(kind: "show", ["story": json(story)])
    case .intent(let intent, let stories):
      .document(
        kind: "show",
        [
          "intent": [
            "id": .string(intent.id.description), "title": .string(intent.title),
            "status": .string(intent.status.rawValue), "priority": JSONValue(intent.priority),
            "path": .string(intent.file), "sections": JSONValue(intent.sections, json),
            "questions": JSONValue(intent.questions, json),
          ], "stories": JSONValue(stories, ListView.json),
        ])
    case .epic(let epic, let stories):
      .document(
        kind: "show",
        [
          "epic": [
            "id": .string(epic.id.description), "title": .string(epic.title), "intent": JSONValue(epic.intent),
            "path": .string(epic.file),
          ], "stories": JSONValue(stories, ListView.json),
        ])
    case .decision(let decision):
      .document(
        kind: "show",
        [
          "decision": [
            "id": .string(decision.id.description), "title": .string(decision.title),
            "status": .string(decision.status.rawValue), "date": JSONValue(decision.date),
            "supersedes": JSONValue(decision.supersedes), "superseded_by": JSONValue(decision.supersededBy),
            "path": .string(decision.file), "sections": JSONValue(decision.sections, json),
          ]
        ])
    }
  }

  static func json(_ story: Story) -> JSONValue {
    [
      "id": .string(story.id.description), "title": .string(story.title), "status": .string(story.status.rawValue),
      "owner": JSONValue(story.owner), "intent": JSONValue(story.intent), "epic": JSONValue(story.epic),
      "depends_on": JSONValue(story.dependsOn) { .string($0.description) }, "path": .string(story.file),
      "narrative": .string(story.narrative),
      "citations": JSONValue(story.citations) { .string($0.description) },
      "criteria": JSONValue(story.criteria) { criterion in
        [
          "id": .string(criterion.id.description), "title": .string(criterion.title), "text": .string(criterion.text),
          "conditions": JSONValue(criterion.conditions) { .string(ConditionWording.words($0.check)) },
          "line": .int(criterion.line),
        ]
      },
      "code": JSONValue(story.anchors) { anchor in
        ["path": .string(anchor.path), "symbol": JSONValue(anchor.symbol), "role": JSONValue(anchor.role)]
      },
      "questions": JSONValue(story.questions, json), "sections": JSONValue(story.sections, json),
    ]
  }

  static func json(_ question: Question) -> JSONValue {
    [
      "id": .string(question.id.description), "text": .string(question.text), "answered": .bool(question.isAnswered),
      "blocking": .bool(question.isBlocking), "asks": JSONValue(question.asks),
    ]
  }

  static func json(_ section: Section) -> JSONValue {
    ["title": .string(section.title), "text": .string(section.text)]
  }
}

extension Story {
  /// The statements that it cites, each once, in order of appearance.
  var citations: [Citation] {
    var seen: Set<Citation> = []
    return mentions.compactMap { mention in
      guard case .statements(let citation) = mention.target, seen.insert(citation).inserted else { return nil }
      return citation
    }
  }
}
