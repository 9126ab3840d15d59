import Git

/// Which commits later ones take back, by what git-revert(1) writes into messages: `This reverts commit <id>.`, of a merge
/// `This reverts commit <id>, reversing changes made to <id>.`; without such a line by the subject, `Revert "…"`, which is
/// all that some forges write.
///
/// What is taken back is no work on a story any more. It is again when its revert is taken back.
struct Reverts {
  /// What a message holds that may be one of a revert.
  static let words = ["This reverts commit ", "Revert \""]

  /// By the commit that is taken back, the one that does so.
  private(set) var reverting: [ObjectID: ObjectID] = [:]

  /// - Parameter commits: oldest first, the commits that may be taken back and all that may do so.
  init(among commits: [Commit], in repository: Repository) throws(GitError) {
    for (place, commit) in commits.enumerated().reversed() {
      guard reverting[commit.id] == nil, let claim = RevertClaim(message: commit.message) else { continue }
      for id in try Self.targets(of: claim, among: commits[..<place], in: repository) where reverting[id] == nil {
        reverting[id] = commit.id
      }
    }
  }

  func isReverted(_ commit: ObjectID) -> Bool { reverting[commit] != nil }

  private static func targets(
    of claim: RevertClaim, among earlier: ArraySlice<Commit>, in repository: Repository
  ) throws(GitError) -> [ObjectID] {
    switch claim {
    case .subject(let subject): return earlier.last { $0.subject == subject }.map { [$0.id] } ?? []
    case .id(let hex):
      let known = earlier.filter {
        $0.id.hex.hasPrefix(hex) || $0.message.contains("(cherry picked from commit \(hex)")
      }
      guard let id = known.last?.id ?? ObjectID(hex), try repository.kind(of: id) == .commit else { return [] }
      let commit = try repository.commit(id)
      guard commit.isMerge, let main = commit.parents.first else { return [id] }
      return try repository.commits(reachableFrom: [id], notFrom: [.commit(main)])
    }
  }
}

/// What a message says that it takes back.
private enum RevertClaim {
  /// The beginning of a commit's id, seven digits or more.
  case id(String)
  case subject(String)

  init?(message: String) {
    let lines = message.split(whereSeparator: \.isNewline)
    guard let first = lines.first else { return nil }
    if let line = lines.first(where: { $0.hasPrefix(Reverts.words[0]) }) {
      let hex = line.dropFirst(Reverts.words[0].count).prefix { $0.isHexDigit && $0.isASCII }
      guard hex.utf8.count >= 7 else { return nil }
      self = .id(hex.lowercased())
    } else if first.hasPrefix(Reverts.words[1]), let end = first.lastIndex(of: "\"") {
      let subject = first[..<end].dropFirst(Reverts.words[1].count)
      guard !subject.isEmpty else { return nil }
      self = .subject(String(subject))
    } else {
      return nil
    }
  }
}
