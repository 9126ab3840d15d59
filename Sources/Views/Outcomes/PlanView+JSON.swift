import Drafting
import Grounding
import PlanModel
package import Workflow

extension PlanView {
  package static func json(_ outcome: PlanOutcome) -> JSONValue {
    let draft = outcome.draft
    let pairs = Array(zip(draft.intents, outcome.ids))
    let stories = pairs.flatMap { intent, ids in zip(intent.stories, ids.stories).map { (intent: ids.intent, $0, $1) } }
    let intentQuestions = pairs.flatMap { intent, ids in questions(intent, ids.intent) }
    let storyQuestions = stories.flatMap { _, story, id in story.missing.map { question($0.question, of: id, nil) } }
    return .document(
      kind: "plan",
      [
        "intents": JSONValue(zip(pairs, outcome.heard)) { json($0.0, $0.1.intent, $1) },
        "stories": JSONValue(stories) {
          json($0.1, $0.2, of: $0.intent, code: outcome.code[$0.2.any] ?? [])
        },
        "questions": .array(intentQuestions + storyQuestions), "carried": .int(outcome.carried),
        "carried_before": .int(outcome.carriedBefore),
        "set_aside": JSONValue(draft.headings + draft.formalities) { .string($0.citation.description) },
        "like": JSONValue(draft.intents.filter { $0.known != nil }, like),
        "unassigned": JSONValue(outcome.draft.unassigned, statement), "applied": .bool(outcome.isApplied),
        "files": JSONValue(outcome.files) { .string($0) },
        "sampled": draft.sampling.map(json) ?? .null, "left_over": .int(draft.leftOver),
      ])
  }

  private static func like(_ intent: DraftedIntent) -> JSONValue {
    [
      "intent": JSONValue(intent.known?.id), "statements": .int(intent.statements.count),
      "score": intent.known.map { .rounded($0.similarity) } ?? .null, "refs": citations(intent.statements),
    ]
  }

  private static func json(_ sampling: Topics.Sampling) -> JSONValue {
    [
      "voices": .int(sampling.texts), "different": .int(sampling.different), "compared": .int(sampling.compared),
      "attached": .int(sampling.attached), "alone": .int(sampling.alone),
    ]
  }

  private static func json(_ intent: DraftedIntent, _ id: ID<Intent>, _ heard: PlanOutcome.Heard) -> JSONValue {
    [
      "id": .string(id.description), "title": .string(intent.title), "new": .bool(intent.known == nil),
      "similarity": intent.known.map { .rounded($0.similarity) } ?? .null,
      "voices": .int(heard.people), "named": .bool(heard.isNamed), "sources": .int(heard.sources),
      "citations": citations(intent.statements), "problem": JSONValue(intent.problem, statement),
      "outcome": JSONValue(intent.outcome, statement), "goals": JSONValue(intent.goals, statement),
      "constraints": JSONValue(intent.constraints, statement), "out_of_scope": JSONValue(intent.outOfScope, statement),
      "decisions": JSONValue(intent.decisions, statement), "actions": JSONValue(intent.actions, statement),
      "rationale": JSONValue(intent.rationale, statement),
    ]
  }

  private static func json(
    _ story: DraftedStory, _ id: ID<Story>, of intent: ID<Intent>, code: [GroundedFile]
  ) -> JSONValue {
    let criteria = story.criteria.enumerated().map { index, criterion -> JSONValue in
      [
        "id": .string("AC\(index + 1)"), "text": .string(criterion.title),
        "citations": citations(criterion.statements), "statements": JSONValue(criterion.statements, statement),
      ]
    }
    return [
      "id": .string(id.description), "title": .string(story.title), "intent": .string(intent.description),
      "narrative": JSONValue(story.narrative?.text), "citations": citations(story.statements),
      "criteria": .array(criteria), "quotations": JSONValue(story.quotations, statement),
      "importance": JSONValue(story.importance?.rawValue),
      "code": JSONValue(code) { GroundView.json($0, isAnchored: false) },
    ]
  }

  private static func questions(_ intent: DraftedIntent, _ id: ID<Intent>) -> [JSONValue] {
    intent.questions.map { question($0.text, of: id, $0.citation) }
      + (intent.known == nil ? intent.missing.map { question($0.question, of: id, nil) } : [])
  }

  private static func question(_ text: String, of item: some CustomStringConvertible, _ citation: Citation?)
    -> JSONValue
  {
    ["item": .string(item.description), "text": .string(text), "citation": JSONValue(citation)]
  }

  private static func citations(_ statements: [Said]) -> JSONValue {
    JSONValue(statements) { .string($0.citation.description) }
  }

  private static func statement(_ said: Said) -> JSONValue {
    [
      "ref": .string(said.citation.description), "text": .string(said.text), "speaker": .string(said.speaker),
      "label": .string(said.label?.rawValue ?? "unsure"),
    ]
  }
}
