import Git
import Grounding
import Synchronization

/// What is near the code of a story: it follows from a commit, and from where the story's anchors stand in it.
struct NearCode: Sendable {
  /// The places that the story is about: its anchors, or what is proposed where it has none.
  var readings: [AnchorReading] = []
  var dependents = Dependents()
  var patterns: [FoundPattern] = []
  var tests: [CoveringTest] = []
  var history: [PastCommit] = []
}

/// What was found near the code of stories, kept by a process that answers many questions: to follow the references to a
/// file reads hundreds of others, and agents ask for the same story again and again while the commit stays.
package final class CodeMemory: Sendable {
  /// All that an answer follows from.
  struct Question: Hashable, Sendable {
    /// Of the repository.
    var folder: String
    var commit: ObjectID
    /// The words of the story.
    var text: String
    /// Where its anchors stand.
    var readings: [AnchorReading]
  }

  private struct Known: Sendable {
    /// The latest first.
    var answers: [(question: Question, near: NearCode)] = []
    var searches = 0

    /// What is known, which is then the latest.
    mutating func take(_ question: Question) -> NearCode? {
      guard let place = answers.firstIndex(where: { $0.question == question }) else { return nil }
      let answer = answers.remove(at: place)
      answers.insert(answer, at: 0)
      return answer.near
    }
  }

  private let known = Mutex(Known())
  private static let most = 32

  package init() {}

  /// How often code had to be searched.
  package var searches: Int { known.withLock { $0.searches } }

  /// - Parameter find: asked where nothing is known; what it throws is not kept.
  func near(
    _ question: Question, _ find: () throws(Failure) -> NearCode
  ) throws(Failure) -> NearCode {
    if let kept = known.withLock({ $0.take(question) }) { return kept }
    let found = try find()
    known.withLock {
      $0.searches += 1
      $0.answers = [(question, found)] + $0.answers.prefix(Self.most - 1)
    }
    return found
  }
}
