import Git
import PlanModel
import Workflow
import Testing

/// Ids and items that the samples are about; the same everywhere, so that the messages read as one story.
struct Facts {
  let story: ID<Story>
  let otherStory: ID<Story>
  let epic: ID<Epic>
  let otherEpic: ID<Epic>
  let intent: ID<Intent>
  let source: ID<Source>
  let decision: ID<Decision>
  let otherDecision: ID<Decision>
  let commit: ObjectID
  let criterion: CriterionReference
  let citation: Citation
  let elsewhere: Citation
  let path = ".handoff/stories/st-9c4t8wq2-mute-emails.md"

  init() throws {
    story = try #require(ID<Story>("st-9c4t8wq2"))
    otherStory = try #require(ID<Story>("st-9c4t8wq3"))
    epic = try #require(ID<Epic>("ep-2m8r4tzc"))
    otherEpic = try #require(ID<Epic>("ep-2m8r4tzd"))
    intent = try #require(ID<Intent>("in-k3f9ab2x"))
    source = try #require(ID<Source>("so-7h3q2dkm"))
    decision = try #require(ID<Decision>("de-5t0w9xhv"))
    otherDecision = try #require(ID<Decision>("de-5t0w9xhw"))
    commit = try #require(ObjectID("83a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3"))
    criterion = CriterionReference(story: story, criterion: CriterionID(7))
    citation = Citation(source: source, lines: 12...14)
    elsewhere = Citation(source: source, lines: 3...3)
  }

  var question: QuestionReference { QuestionReference(item: story.any, question: QuestionID(1)) }

  /// A question of the story, and one of the intent that it serves.
  var openQuestions: [OpenQuestion] {
    [(story.any, "Mute emails"), (intent.any, "Fewer mails")].map { id, title in
      OpenQuestion(
        item: ItemSummary(id: id, title: title, file: path, status: "draft"),
        question: Question(
          id: QuestionID(1), text: "Per device or per account? @product", isAnswered: false, isBlocking: true, line: 40)
      )
    }
  }

  func signOff(
    _ act: SignOff.Act, reason: String? = nil, expires: String? = nil
  ) -> SignOff {
    SignOff(
      story: story, criterion: CriterionID(2), act: act, role: "support", by: "Sam <sam@example.com>",
      at: "2026-05-04T16:20:00+02:00", wording: "w1:0123456789ab", reason: reason, expires: expires, file: "")
  }
}
