/// Everything under `.handoff/` at one moment: of the work tree, or of a commit.
package struct Plan: Sendable {
  package var policy: Policy
  package var sources: [Source]
  package var intents: [Intent]
  package var epics: [Epic]
  package var stories: [Story]
  package var decisions: [Decision]
  package var signOffs: [SignOff]
  /// Items whose files are there and cannot be read: what names them names something.
  package var unreadable: Set<ItemID> = []

  package init(
    policy: Policy = Policy(), sources: [Source] = [], intents: [Intent] = [], epics: [Epic] = [],
    stories: [Story] = [], decisions: [Decision] = [], signOffs: [SignOff] = []
  ) {
    self.policy = policy
    self.sources = sources
    self.intents = intents
    self.epics = epics
    self.stories = stories
    self.decisions = decisions
    self.signOffs = signOffs
  }

  package func story(_ id: ID<Story>) -> Story? { stories.first { $0.id == id } }
  package func intent(_ id: ID<Intent>) -> Intent? { intents.first { $0.id == id } }
  package func source(_ id: ID<Source>) -> Source? { sources.first { $0.id == id } }
}
