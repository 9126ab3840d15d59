/// What an engine thinks of the question of a `judge` condition. It is advice: no verdict looks at it.
package struct Opinion: Hashable, Sendable {
  package enum View: String, CaseIterable, Sendable {
    case holds, fails, unclear
  }

  /// A line of the story's diff that it rests on, as the diff has it.
  package struct Quote: Hashable, Sendable {
    package var path: String
    package var line: StoryDiff.Line

    package init(path: String, line: StoryDiff.Line) {
      self.path = path
      self.line = line
    }
  }

  /// As the condition has it.
  package var question: String
  package var view: View
  /// The engine's own words, on one line.
  package var because: String
  package var quotes: [Quote]
  /// Whether it was given for this content before, and not now.
  package var isRecorded: Bool

  package init(question: String, view: View, because: String, quotes: [Quote], isRecorded: Bool = false) {
    self.question = question
    self.view = view
    self.because = because
    self.quotes = quotes
    self.isRecorded = isRecorded
  }
}
