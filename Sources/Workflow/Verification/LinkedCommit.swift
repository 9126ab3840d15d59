package import Git
package import PlanModel
package import Verification

/// A commit of the range that is judged, with the stories it is for.
package struct LinkedCommit: Sendable {
  package var commit: Commit
  package var stories: [ID<Story>]
  /// The criteria that the message names.
  package var criteria: [CriterionReference] = []
  /// What git says of its signature, where it has one and that was asked.
  package var signature: Signature?
  /// Links that cannot stand.
  package var invalid: [InvalidLink.Problem]
  /// Why it needs no story; nil where one is needed.
  package var exemption: Exemption?
  /// Why what it does is not what it is exempt for.
  package var doubt: ExemptionDoubt?
  /// Why a line that looks like a link is none.
  package var missed: MissedTrailer?
  /// Whether its message says why it has no story, which the policy may not take.
  package var declines = false

  /// Without a story, and not exempt.
  package var isUnlinked: Bool { stories.isEmpty && invalid.isEmpty && exemption == nil }
}

/// What a commit's message and note say about stories, before anybody looks whether they exist.
struct LinkClaims {
  var stories: [ID<Story>] = []
  var criteria: [CriterionReference] = []
  /// Values of the story trailer that are no id.
  var malformed: [String] = []
  /// A `No-Story:` trailer with a reason.
  var declinesWithReason = false

  static let criterionKey = "Criterion"
  static let noStoryKey = "No-Story"

  /// Reads the trailers of `message` (git-interpret-trailers(1)); without any, the blocks of a squashed message.
  init(message: String, key: String) {
    var trailers = Trailers.parse(message)
    if !trailers.contains(where: { $0.isKeyed(key) }) { trailers = Trailers.parseSquashed(message) }
    for trailer in trailers {
      if trailer.isKeyed(key) {
        add(story: trailer.value)
      } else if trailer.isKeyed(Self.criterionKey), let reference = CriterionReference(trailer.value) {
        criteria.append(reference)
        add(story: reference.story.description)
      } else if trailer.isKeyed(Self.noStoryKey), !trailer.value.isEmpty {
        declinesWithReason = true
      }
    }
  }

  mutating func add(story text: String) {
    if let id = ID<Story>(text) {
      if !stories.contains(id) { stories.append(id) }
    } else {
      malformed.append(text)
    }
  }
}
