package import Git
package import PlanModel
import Synchronization

/// Which commits mention which stories, kept by a process that answers many questions: to search the messages of a long
/// history takes seconds, and what can be reached from a commit does not change.
package final class HistoryMemory: Sendable {
  /// One history, searched once for all stories.
  private struct Known: Sendable {
    var folder: String
    var tip: ObjectID
    /// Oldest first.
    var commits: [ObjectID] = []
    /// Places in `commits`, in their order.
    var places: [ID<Story>: [Int]] = [:]
    /// Those of what may take others back.
    var reverts: [Int] = []
  }

  private let known = Mutex<[Known]>([])
  /// Work trees of one repository stand at few commits.
  private static let most = 4

  package init() {}

  /// The commits that `tip` can reach and whose messages hold the id of one of the stories, or may take others back, the
  /// oldest first.
  package func commits(
    mentioning stories: Set<ID<Story>>, at tip: ObjectID, in repository: Repository, folder: String
  ) throws(GitError) -> [ObjectID] {
    let found: Known
    if let kept = known.withLock({ $0.first { $0.folder == folder && $0.tip == tip } }) {
      found = kept
    } else {
      found = try Self.search(tip, in: repository, folder: folder)
      // In a shallow clone more can come to be reached.
      if !repository.isShallow { known.withLock { $0 = [found] + $0.prefix(Self.most - 1) } }
    }
    return Set(stories.flatMap { found.places[$0] ?? [] } + found.reverts).sorted().map { found.commits[$0] }
  }

  private static func search(
    _ tip: ObjectID, in repository: Repository, folder: String
  ) throws(GitError) -> Known {
    var known = Known(folder: folder, tip: tip)
    for commit in try repository.commits(holding: ["\(ItemKind.story.rawValue)-"] + Reverts.words, at: [tip]) {
      let message = try repository.commit(commit).message
      let stories = stories(in: Array(message.utf8))
      let mayRevert = Reverts.words.contains { message.contains($0) }
      if stories.isEmpty, !mayRevert { continue }
      if mayRevert { known.reverts.append(known.commits.count) }
      for story in stories { known.places[story, default: []].append(known.commits.count) }
      known.commits.append(commit)
    }
    return known
  }

  /// All that could be the id of a story, whatever stands around it.
  static func stories(in message: [UInt8]) -> Set<ID<Story>> {
    var stories: Set<ID<Story>> = []
    let length = "\(ItemKind.story.rawValue)-".utf8.count + 8
    let hyphen = UInt8(ascii: "-")
    for place in message.indices where message[place] == hyphen {
      let start = place - ItemKind.story.rawValue.utf8.count
      guard start >= 0, start + length <= message.count else { continue }
      if let id = ID<Story>(String(decoding: message[start..<start + length], as: UTF8.self)) { stories.insert(id) }
    }
    return stories
  }
}

extension Workspace {
  /// The commits that `tip` can reach and whose messages hold the id of one of the stories, or may take others back, the
  /// oldest first.
  ///
  /// - Parameter newest: commits that have been read, oldest first: what `tip` can reach and some others cannot. Git
  ///   searches what lies behind them.
  func commits(
    mentioning stories: Set<ID<Story>>, at tip: ObjectID, after newest: [Commit] = []
  ) throws(GitError) -> [ObjectID] {
    if let memory = surroundings.memory {
      return try memory.commits(
        mentioning: stories, at: tip, in: repository, folder: location.commonDirectory)
    }
    let border = Set(newest.flatMap(\.parents)).subtracting(newest.map(\.id)).sorted()
    let old = try repository.commits(mentioning: stories, at: newest.isEmpty ? [tip] : border)
    return old + newest.filter { $0.mentions(any: stories) }.map(\.id)
  }
}

extension Repository {
  /// The commits that some can reach and whose messages hold the id of one of the stories, or may take others back, the
  /// oldest first.
  func commits(mentioning stories: Set<ID<Story>>, at tips: [ObjectID]) throws(GitError) -> [ObjectID] {
    // Few stories are searched for by their ids; for many, everything that names some story is read.
    let words = stories.count > 50 ? ["\(ItemKind.story.rawValue)-"] : stories.sorted().map(\.description)
    return try commits(holding: words + Reverts.words, at: tips)
  }

  /// The commits that some can reach and whose messages hold one of the words, the oldest first.
  fileprivate func commits(holding words: [String], at tips: [ObjectID]) throws(GitError) -> [ObjectID] {
    guard !tips.isEmpty else { return [] }
    let arguments =
      ["rev-list", "--reverse", "--topo-order", "--fixed-strings"] + words.map { "--grep=\($0)" } + tips.map(\.hex)
    return try git.line(of: arguments).split(separator: "\n").compactMap { ObjectID($0) }
  }
}

extension Commit {
  /// Whether its message holds the id of one of the stories, or may take others back.
  func mentions(any stories: Set<ID<Story>>) -> Bool {
    let message = Array(message.utf8)[...]
    return (stories.map(\.description) + Reverts.words).contains { message.firstPlace(of: Array($0.utf8)) != nil }
  }
}
