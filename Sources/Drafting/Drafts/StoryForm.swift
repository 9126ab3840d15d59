/// The forms in which briefs state stories and scenarios.
enum StoryForm {
  /// "As a …, I want …": Connextra's form, as told by Cohn, "User Stories Applied" (2004).
  static func isUserStory(_ text: String) -> Bool {
    let words = text.lowercased()
    let opens = ["as a ", "as an ", "as the ", "as our "].contains { words.hasPrefix($0) }
    let wants = [
      " i want", " i need", " i can", " i would", " i'd", " i should", " i must", " we want", " we need", " i wish",
    ]
    return (opens || words.hasPrefix("in order to ")) && wants.contains { words.contains($0) }
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
    guard isUserStory(text) else { return text }
    let lower = text.lowercased()
    for opening in [
      " i want to ", " i want ", " i need to ", " i need ", " i would like to ", " i'd like to ", " i can ",
    ] {
      guard let place = lower.firstPlace(of: opening) else { continue }
      let rest = text.dropFirst(place + opening.count)
      let lowerRest = String(lower.dropFirst(place + opening.count))
      let end = [" so that ", ", so that", " so i ", " in order to ", ", so "].compactMap {
        lowerRest.firstPlace(of: $0)
      }.min()
      return String(rest.prefix(end ?? rest.count))
    }
    return text
  }
}

extension String {
  /// How many characters stand before `words`; nil when they are not there.
  fileprivate func firstPlace(of words: String) -> Int? {
    var rest = self[...]
    var place = 0
    while !rest.isEmpty {
      if rest.hasPrefix(words) { return place }
      rest = rest.dropFirst()
      place += 1
    }
    return nil
  }
}
