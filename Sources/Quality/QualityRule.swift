import PlanModel

/// A rule about one story; each stands in a file of its own, and names where it comes from.
protocol StoryRule: Sendable {
  static var rule: Rule { get }
  static func findings(in story: WordedStory) -> [Finding]
}

/// A rule about what is between stories.
protocol PlanRule: Sendable {
  static var rule: Rule { get }
  static func findings(in plan: WordedPlan) -> [Finding]
}

/// A rule that looks for phrases.
protocol PhraseRule: StoryRule {
  /// The phrases in lower case, parted by `|`. Words are parted by a space, which stands for any white space or a hyphen.
  static var phrases: String { get }
  /// Which words of a story it is about.
  static var scope: Scope { get }
  /// Whether a phrase that was found means what the rule is about, by the words around it.
  static func isMeant(_ hit: Hit, in story: WordedStory) -> Bool
}

/// Which words of a story a rule judges.
enum Scope {
  /// All that is prose.
  case anywhere
  /// What has to hold: the want of the user story, what the narrative says with `must` or its kind, criteria, constraints.
  case obligations
  /// Criteria alone.
  case criteria
}

extension PhraseRule {
  static var scope: Scope { .obligations }

  static func isMeant(_ hit: Hit, in story: WordedStory) -> Bool { true }

  static func findings(in story: WordedStory) -> [Finding] { phraseFindings(in: story) }

  /// What the phrases find.
  static func phraseFindings(in story: WordedStory) -> [Finding] {
    story.hits(of: rule).filter { story.isIn(scope, $0) && isMeant($0, in: story) }.map { hit in
      let wording = story.wordings[hit.wording]
      return wording.finding(rule, hit.words, in: story.file)
    }
  }
}
