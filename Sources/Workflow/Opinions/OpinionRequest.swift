package import PlanModel
package import Verification

/// A question that a `judge` condition asks.
package struct OpinionQuestion: Hashable, Sendable {
  package var criterion: CriterionID
  package var title: String
  /// What stands under the criterion's heading.
  package var text: String
  package var question: String
  /// Which of the criterion's questions it is, from 1.
  package var number: Int

  package init(criterion: CriterionID, title: String, text: String, question: String, number: Int = 1) {
    self.criterion = criterion
    self.title = title
    self.text = text
    self.question = question
    self.number = number
  }

  /// What an opinion names it by: `AC2.1`.
  package var ref: String { "\(criterion).\(number)" }

  /// All that a story asks, in order.
  static func all(of story: Story) -> [OpinionQuestion] {
    story.criteria.flatMap { criterion -> [OpinionQuestion] in
      let asked = criterion.conditions.compactMap { if case .judge(let text) = $0.check { text } else { nil } }
      return asked.enumerated().map {
        OpinionQuestion(
          criterion: criterion.id, title: criterion.title, text: criterion.text, question: $1, number: $0 + 1)
      }
    }
  }
}

/// What an engine is asked of one story's work.
package struct OpinionRequest: Sendable {
  package var story: ID<Story>
  package var title: String
  package var questions: [OpinionQuestion]
  package var diff: StoryDiff
  /// Why the reply before was refused; none the first time.
  package var problems: [ReplyProblem] = []

  package init(story: ID<Story>, title: String, questions: [OpinionQuestion], diff: StoryDiff) {
    self.story = story
    self.title = title
    self.questions = questions
    self.diff = diff
  }
}
