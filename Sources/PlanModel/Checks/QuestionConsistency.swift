/// Question ids are used once, and a story that is worked on has no question open.
enum QuestionConsistency: PlanCheck {
  static func findings(in index: IndexedPlan) -> [Finding] {
    let plan = index.plan
    return plan.intents.flatMap { duplicates($0.questions, in: $0.file) }
      + plan.stories.flatMap { duplicates($0.questions, in: $0.file) + open(in: $0) }
  }

  private static func duplicates(_ questions: [Question], in file: String) -> [Finding] {
    var firstLines: [QuestionID: Int] = [:]
    return questions.compactMap { question in
      guard let first = firstLines.updateValue(firstLines[question.id] ?? question.line, forKey: question.id) else {
        return nil
      }
      return Finding(.story(.duplicateQuestion(question.id, firstLine: first)), path: file, line: question.line)
    }
  }

  private static func open(in story: Story) -> [Finding] {
    guard story.status.acceptsWork else { return [] }
    // One that blocks is another rule's.
    return story.questions.filter { !$0.isAnswered && !$0.isBlocking }.map {
      Finding(.story(.openQuestion($0.id, status: story.status.rawValue)), path: story.file, line: $0.line)
    }
  }
}
