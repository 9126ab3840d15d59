import Git
import PlanModel

extension Workspace {
  /// As many tags as are looked at, the latest.
  private static let mostReleases = 40

  /// The stories whose commits came with each tag, the latest first; before them, what is in no tag yet.
  func planReleases(upTo tip: ObjectID, _ work: [ID<Story>: [Commit]]) throws(Failure) -> [PlanRelease] {
    var stories: [ObjectID: [ID<Story>]] = [:]
    for (story, commits) in work { for commit in commits { stories[commit.id, default: []].append(story) } }
    let tags = try releaseTags(behind: tip)
    var releases: [PlanRelease] = []
    var end = (name: String?.none, commit: try git { () throws(GitError) in try repository.commit(tip) })
    for index in 0...tags.count {
      let previous = index < tags.count ? tags[index] : nil
      let commits = try git { () throws(GitError) in
        try repository.commits(
          reachableFrom: [end.commit.id], notFrom: previous.map { [.commit($0.commit.id)] } ?? [])
      }
      let release = PlanRelease(
        tag: end.name,
        day: Timestamp(seconds: end.commit.committer.seconds, offset: end.commit.committer.offset).date,
        stories: Set(commits.flatMap { stories[$0] ?? [] }).sorted(), commits: commits.count)
      // A release without a story has nobody to tell.
      if !release.stories.isEmpty { releases.append(release) }
      guard let previous else { break }
      end = (previous.name, previous.commit)
    }
    return releases
  }

  /// The tags that `tip` can reach, the latest first.
  private func releaseTags(behind tip: ObjectID) throws(Failure) -> [(name: String, commit: Commit)] {
    try git { () throws(GitError) in
      let arguments = ["for-each-ref", "--merged=\(tip.hex)", "--format=%(refname)", "refs/tags/"]
      let merged = Set(try repository.git.line(of: arguments).split(separator: "\n").map(String.init))
      var tags: [(name: String, commit: Commit)] = []
      for tag in try repository.references(below: "refs/tags/") where merged.contains(tag.name) {
        guard let id = try repository.commitID(peeling: tag.id) else { continue }
        tags.append((String(tag.name.dropFirst("refs/tags/".count)), try repository.commit(id)))
      }
      tags.sort { ($1.commit.committer.seconds, $0.name) < ($0.commit.committer.seconds, $1.name) }
      var ordered = Array(tags.prefix(Self.mostReleases))
      try putDescendantsFirst(&ordered)
      return ordered
    }
  }

  /// Of commits of one second the later one is the one that has the other behind it.
  private func putDescendantsFirst(_ tags: inout [(name: String, commit: Commit)]) throws(GitError) {
    for index in tags.indices.dropFirst() {
      var place = index
      while place > 0, tags[place - 1].commit.committer.seconds == tags[place].commit.committer.seconds,
        tags[place - 1].commit.id != tags[place].commit.id,
        try repository.isAncestor(tags[place - 1].commit.id, of: tags[place].commit.id)
      {
        tags.swapAt(place - 1, place)
        place -= 1
      }
    }
  }
}
