import PlanModel

/// The forms in which briefs state stories and scenarios.
enum StoryForm {
  /// Whether somebody is named who wants something.
  static func isUserStory(_ text: String) -> Bool {
    guard let story = UserStory(text) else { return false }
    return story.role != nil && story.want != nil
  }

  enum Step { case scenario, given, when, then, more }

  /// The step that a line of Gherkin is (<https://cucumber.io/docs/gherkin/reference/>).
  static func step(_ text: String) -> Step? {
    let words = text.lowercased()
    for (opening, step) in [
      ("scenario:", Step.scenario), ("scenario outline:", .scenario), ("example:", .scenario), ("given ", .given),
      ("when ", .when), ("then ", .then), ("and ", .more), ("but ", .more),
    ] where words.hasPrefix(opening) { return step }
    return nil
  }

  /// The want of a user story, or the text: what a title is made of.
  static func want(_ text: String) -> String {
    guard let story = UserStory(text), story.role != nil, let want = story.want else { return text }
    return String(decoding: Array(text.utf8)[want], as: UTF8.self)
  }
}
