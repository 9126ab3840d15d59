package import Git
package import PlanModel

/// A commit's link that cannot stand.
package struct InvalidLink: Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    /// The link's value is no id of a story.
    case malformed(String)
    case unknownStory(ID<Story>, nearest: ID<Story>?)
    /// The story takes no work: it is a draft still, or over.
    case closedStory(ID<Story>, StoryStatus)
    case unknownCriterion(CriterionReference)
  }

  package var commit: ObjectID
  /// The first line of the commit's message.
  package var subject: String
  package var problem: Problem

  package init(commit: ObjectID, subject: String, problem: Problem) {
    self.commit = commit
    self.subject = subject
    self.problem = problem
  }
}

extension InvalidLink.Problem {
  /// What is wrong with a link to `id`, which is `story` if the plan has it; nil when nothing is.
  /// `known` are the stories that a slip in the id could have meant.
  package init?(linkTo id: ID<Story>, _ story: Story?, known: some Sequence<ID<Story>>) {
    guard let story else {
      self = .unknownStory(id, nearest: nearest(to: "\(id)", among: known.map(\.description)).flatMap(ID<Story>.init))
      return
    }
    if story.status.acceptsWork { return nil }
    self = .closedStory(id, story.status)
  }
}
