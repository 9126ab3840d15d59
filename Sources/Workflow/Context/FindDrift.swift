package import CodeIndex
package import Git
package import Grounding
import FileSystem
import PlanFiles
package import PlanModel

/// What work was based on and is true no longer.
package struct DriftOutcome: Sendable {
  /// The commit that anchors were looked for in.
  package var commit: ObjectID
  /// Every anchor that was looked for, in the order of the stories' ids.
  package var anchors: [StoryAnchor] = []
  /// What changed on the main branch, since this one left it, in the stories that are worked on here.
  package var stories: [StoryDrift] = []
  /// Acts about a wording that a criterion has no longer.
  package var signOffs: [SignOff] = []
  /// What was said for their intents and nobody carries. It is told, and is no drift: nothing has to be done about it.
  package var feedback: [Feedback] = []
  /// Stories that name no code.
  package var ungrounded: [ID<Story>] = []
  /// The anchors that were read again and accepted.
  package var accepted = 0

  package var isDrifted: Bool {
    !stories.isEmpty || !signOffs.isEmpty || anchors.contains { $0.reading.state != .same && !$0.isOwnWork }
  }
}

/// An anchor of a story, and what became of it.
package struct StoryAnchor: Hashable, Sendable {
  package var story: ID<Story>
  package var title: String
  package var reading: AnchorReading
  /// Who changed its file since, the newest first, where it is not as it was and git tells.
  package var changes: [AnchorChange] = []

  /// Whether the story's own commits made it what it is now, and nobody else's.
  package var isOwnWork: Bool { !changes.isEmpty && changes.allSatisfy(\.isOwn) }
}

/// A story that the main branch has in another wording than it had when this branch was cut.
package struct StoryDrift: Hashable, Sendable {
  package var story: ID<Story>
  package var title: String
  package var changes: [StoryChange]
}

extension Workspace {
  /// Compares stories with the code and the main branch.
  ///
  /// - Parameters:
  ///   - stories: ids; all that are not over when empty.
  ///   - isAccepted: what was found of their anchors is written into the stories as read again and still true. What is
  ///     gone stays as it is.
  package func drift(
    _ stories: [String] = [], accepting isAccepted: Bool = false, progress: (IndexProgress) -> Void = { _ in }
  ) throws(Failure) -> DriftOutcome {
    let commit = try commit("HEAD")
    let snapshot = try snapshot()
    let chosen = try chosen(stories, in: snapshot.plan)
    var outcome = DriftOutcome(commit: commit)
    outcome.ungrounded = chosen.filter(\.anchors.isEmpty).map(\.id)
    outcome.anchors = try readings(of: chosen, in: commit, progress)
    try addChanges(to: &outcome.anchors, of: chosen, key: snapshot.plan.policy.trailer, at: commit)
    outcome.stories = try driftFromMain(commit).filter { drift in
      stories.isEmpty || chosen.contains { $0.id == drift.story }
    }
    outcome.signOffs = Self.outdated(snapshot.plan.signOffs, chosen)
    outcome.feedback = try feedback(for: chosen, in: snapshot.plan)
    if isAccepted { outcome.accepted = try accept(outcome.anchors) }
    return outcome
  }

  private func chosen(_ names: [String], in plan: Plan) throws(Failure) -> [Story] {
    guard names.isEmpty else {
      var chosen: [Story] = []
      for name in names { chosen.append(try item(try id(name, of: Story.self))) }
      return chosen
    }
    return plan.stories.filter { ![.shipped, .dropped].contains($0.status) }.sorted {
      $0.id.description < $1.id.description
    }
  }

  // MARK: anchors

  private func readings(
    of stories: [Story], in commit: ObjectID, _ progress: (IndexProgress) -> Void
  ) throws(Failure) -> [StoryAnchor] {
    guard stories.contains(where: { !$0.anchors.isEmpty }) else { return [] }
    return try reading(commit, progress) { snapshot throws(Failure) in
      let resolver = anchorResolver(snapshot, commit)
      var found: [StoryAnchor] = []
      for story in stories {
        for anchor in story.anchors {
          found.append(StoryAnchor(story: story.id, title: story.title, reading: try resolver.read(anchor)))
        }
      }
      return found
    }
  }

  /// Of many that are not as they were, the first are asked about: each costs git two walks.
  private func addChanges(
    to anchors: inout [StoryAnchor], of stories: [Story], key: String, at commit: ObjectID
  ) throws(Failure) {
    let drifted = anchors.indices.filter { anchors[$0].reading.state != .same }.prefix(32)
    guard !drifted.isEmpty else { return }
    let history = try git { () throws(GitError) in try AnchorHistory(repository, at: commit, key: key) }
    let known = Dictionary(stories.map { ($0.id, $0) }) { first, _ in first }
    for place in drifted {
      guard let story = known[anchors[place].story] else { continue }
      let reading = anchors[place].reading
      anchors[place].changes = try git { () throws(GitError) in try history.changes(of: reading, in: story) }
    }
  }

  /// Finds anchors in a commit, with git's history where a path is no longer there.
  func anchorResolver(_ snapshot: Snapshot, _ commit: ObjectID) -> AnchorResolver<Failure> {
    let known = AnchoredFiles()
    return AnchorResolver(
      snapshot,
      text: { path throws(Failure) in
        try known.text(of: path) { () throws(Failure) in
          try self.git { () throws(GitError) in try self.repository.file(at: path, in: commit, limit: Self.sourceLimit)
          }
        }
      },
      fingerprint: Fingerprint.code,
      departure: { path throws(Failure) in
        try known.departure(of: path) { () throws(Failure) in try self.departure(of: path, from: commit) }
      },
      index: { Failure(.index($0)) })
  }

  /// The largest file that an anchor is looked for in, in bytes.
  static var sourceLimit: Int { 8 << 20 }

  /// Where git says that a path went which a commit has no longer: renames are followed, one commit each.
  private func departure(of path: String, from commit: ObjectID) throws(Failure) -> Departure {
    var path = path
    var departure = Departure()
    for _ in 0..<8 {
      let arguments = [
        "log", "-1", "--format=%H", "--diff-filter=D", "--no-renames", commit.hex, "--", ":(top,literal)\(path)",
      ]
      let output = try git { () throws(GitError) in try repository.git.output(of: arguments) }
      guard let last = ObjectID(String(decoding: output, as: UTF8.self).prefix { $0 != "\n" }) else { break }
      let changes = try git { () throws(GitError) in try repository.changes(of: last) }
      departure.beside = changes.filter { $0.kind != .deleted }.map(\.path)
      guard let change = changes.first(where: { $0.oldPath == path && $0.path != path }) else { break }
      path = change.path
      let isThere = try git { () throws(GitError) in try repository.entry(at: path, in: commit) } != nil
      if isThere {
        departure.successor = path
        break
      }
    }
    return departure
  }

  /// Writes what was found into the stories.
  private func accept(_ anchors: [StoryAnchor]) throws(Failure) -> Int {
    var change = try change()
    var count = 0
    for (story, anchors) in Dictionary(grouping: anchors, by: \.story).sorted(by: {
      $0.key.description < $1.key.description
    }) {
      var document = try document(of: story.any)
      let old = document.text.bytes
      // From the last line up, so that what is added moves no line that is still to be found.
      for reading in anchors.map(\.reading).sorted(by: { $0.anchor.line > $1.anchor.line }) {
        guard let place = reading.place, let seen = reading.fingerprint,
          seen != reading.anchor.seen || reading.state != .same
        else { continue }
        let edited = try failing({ .edit($0, path: document.path) }) { () throws(PlanDocument.EditProblem) in
          try document.accepting(place, seen: seen, for: reading.anchor)
        }
        document = try self.document(edited, path: document.path)
        count += 1
      }
      if document.text.bytes != old { change.put(document.text.bytes, at: document.path, expecting: .contents(old)) }
    }
    if count > 0 { try commit(change) }
    return count
  }

  // MARK: stories and sign-offs

  private func driftFromMain(_ head: ObjectID) throws(Failure) -> [StoryDrift] {
    guard let main = try mainBranch(seenFrom: head, remote: "origin"), main.commit != head,
      let base = try git({ () throws(GitError) in try repository.mergeBase(main.commit, head) }), base != main.commit
    else { return [] }
    let worked = Set(try verify(VerifyOptions()).commits.flatMap(\.stories) + [try branchStory()].compactMap { $0 })
    let (old, new) = try git { () throws(GitError) in
      (
        PlanReader(try CommitTree(base, in: repository), cache: cache),
        PlanReader(try CommitTree(main.commit, in: repository), cache: cache)
      )
    }
    var found: [StoryDrift] = []
    for id in worked.sorted(by: { $0 < $1 }) {
      let before = try tree { () throws(PlanTreeError) in try old.item(id)?.item }
      let after = try tree { () throws(PlanTreeError) in try new.item(id)?.item }
      guard let before else { continue }
      let changes = StoryChange.changes(from: before, to: after)
      if !changes.isEmpty { found.append(StoryDrift(story: id, title: before.title, changes: changes)) }
    }
    return found
  }

  private func branchStory() throws(Failure) -> ID<Story>? {
    try git { () throws(GitError) in try repository.head() }.branch.flatMap { Story.id(inBranch: $0) }
  }

  /// The latest act in each role about each criterion, where it is about another wording.
  private static func outdated(_ signOffs: [SignOff], _ stories: [Story]) -> [SignOff] {
    stories.flatMap { story in
      story.criteria.flatMap { criterion in
        let own = signOffs.filter { $0.story == story.id && $0.criterion == criterion.id }.sorted { $0.at < $1.at }
        let latest = Dictionary(own.map { ($0.role, $0) }) { $1 }.values.sorted { ($0.role, $0.at) < ($1.role, $1.at) }
        return latest.filter { $0.wording != Fingerprint.wording(of: criterion) }
      }
    }
  }
}

extension PlanDocument {
  fileprivate func accepting(_ place: CodePlace, seen: String, for anchor: Anchor) throws(EditProblem) -> [UInt8] {
    if anchor.symbol != nil, let symbol = place.symbol,
      place.path != anchor.path || place.symbol?.hasSuffix(anchor.symbol ?? "") == false
    {
      return try settingAnchor(atLine: anchor.line, ["path": place.path, "symbol": symbol, "seen": seen])
    }
    return try settingAnchor(atLine: anchor.line, ["path": place.path, "seen": seen])
  }
}
