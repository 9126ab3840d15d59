package import Git
import PlanModel
package import Verification

/// What the policy has a word on, in sentences that tell what to do.
package enum PushWording {
  /// One line about a commit, a file or a story.
  package static func words(_ problem: PushProblem) -> String {
    switch problem {
    case .unlinked(let commit, let subject, let declines):
      "\(commit.short) names no story: \(subject)" + (declines ? "; \(declined)" : "")
    case .invalidLink(let link): "\(link.commit.short): \(words(link.problem))"
    case .finding(let finding):
      "\(finding.path):\(finding.line): \(FindingWording(finding).message)"
    case .weakened(let setting): words(setting)
    case .verdict(let verdict, let story, let title, let criteria):
      criteria.isEmpty
        ? "\(story) \(Phrase.quoted(title)) has no acceptance criteria"
        : "\(Phrase.list(criteria.map(\.description), limit: 12)) of \(story) \(Phrase.quoted(title)) "
          + "\(criteria.count == 1 ? "is" : "are") \(verdict.rawValue)"
    }
  }

  /// Why a message that says that it has no story does not count.
  static let declined = "its 'No-Story:' does not count, as handoff.yml has no 'no-story' among commits.exempt.kinds"

  private static func words(_ setting: WeakenedSetting) -> String {
    if setting.field == "item" { return "these commits take handoff.yml away, and with it what was agreed" }
    let change =
      switch (setting.before, setting.after) {
      case (let before?, let after?): "\(Phrase.quoted(before)) before, \(Phrase.quoted(after)) now"
      case (let before?, nil): "\(Phrase.quoted(before)) is gone"
      case (nil, let after?): "\(Phrase.quoted(after)) is new"
      case (nil, nil): "it is another"
      }
    return "\(setting.field) in handoff.yml asks for less: \(change)"
  }

  /// What is wrong with a link, without the commit that has it.
  package static func words(_ problem: InvalidLink.Problem) -> String {
    switch problem {
    case .malformed(let value): "\(Phrase.quoted(value)) is not the id of a story, such as st-9c4t8wq2"
    case .unknownStory(let id, let nearest):
      "there is no story \(id)" + (nearest.map { "; did you mean \($0)?" } ?? "")
    case .closedStory(let id, .draft): "\(id) is a draft, and not open for work yet"
    case .closedStory(let id, let status): "\(id) is \(status.rawValue), and not open for work"
    case .unknownCriterion(let reference): "\(reference.story) has no criterion \(reference.criterion)"
    }
  }

  /// Why a line that looks like the link is none.
  package static func words(_ missed: MissedTrailer) -> String {
    switch missed {
    case .inTitle(let line): "line \(line) looks like a link, but it is part of the title; put an empty line before it"
    case .belowDivider(let line, let divider):
      "line \(line) looks like a link, but git stops reading at the '---' of line \(divider); move it above that"
    case .notInLastParagraph(let line):
      "line \(line) looks like a link, but it is not in the last paragraph; move it to the end"
    case .amongProse(let line, let prose):
      "line \(line) looks like a link, but line \(prose) of its paragraph is ordinary text; put an empty line between them"
    case .indented(let line): "line \(line) looks like a link, but it is indented; remove the white space before it"
    }
  }

  /// Why a commit needs no story.
  package static func words(_ exemption: Exemption) -> String {
    switch exemption {
    case .notRequired: "the policy asks for no story"
    case .beforePlan: "it is older than the plan"
    case .kind(.noStory): "its message says why it has no story"
    case .kind(let kind): "it is a \(kind.rawValue) commit"
    case .author(let glob): "its author matches \(glob)"
    case .paths(count: 1): "its only file may change without a story"
    case .paths(let count): "all of its \(Phrase.count(count, "file")) may change without a story"
    }
  }

  /// How to mend it, for the person at the terminal.
  package static func hint(_ problem: PushProblem, key: String = "Story") -> String? {
    switch problem {
    case .unlinked(let commit, _, _):
      "name its story: git handoff link \(commit.short) <story>; the last commit can also be amended, with a last line '\(key): <id>'"
    case .invalidLink(let link):
      switch link.problem {
      case .closedStory(let id, .draft): "once the story is agreed: git handoff set \(id) status ready, and commit that"
      case .closedStory: "name another story, or open this one again"
      default: "correct the last lines of the message: git commit --amend"
      }
    case .finding(let finding): FindingWording(finding).fix ?? "see everything that is wrong: git handoff check"
    case .weakened: "put it back: git checkout <main> -- .handoff/handoff.yml"
    case .verdict(_, let story, _, let criteria) where criteria.isEmpty:
      "say what has to be true: git handoff edit \(story)"
    case .verdict(.unproven, let story, _, _):
      "see what is missing: git handoff verify \(story); to record results: git handoff verify --results <report> --record, of `run` conditions: --run --record"
    case .verdict(_, let story, _, _): "see why: git handoff verify \(story)"
    }
  }

  static func json(_ problem: PushProblem) -> JSONValue {
    ["problem": JSONValue(problem.kind?.rawValue), "text": .string(words(problem))]
  }
}
