import Git
import PlanModel

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
    let past = RevertiblePast(commits)
    for (place, commit) in commits.enumerated().reversed() {
      guard reverting[commit.id] == nil, let claim = RevertClaim(message: commit.message) else { continue }
      for id in try Self.targets(of: claim, before: place, in: past, repository) where reverting[id] == nil {
        reverting[id] = commit.id
      }
    }
  }

  func isReverted(_ commit: ObjectID) -> Bool { reverting[commit] != nil }

  private static func targets(
    of claim: RevertClaim, before place: Int, in past: RevertiblePast, _ repository: Repository
  ) throws(GitError) -> [ObjectID] {
    switch claim {
    case .subject(let subject): return past.last(before: place, subject: subject).map { [$0] } ?? []
    case .id(let hex):
      guard let id = past.last(before: place, hex: hex) ?? ObjectID(hex), try repository.kind(of: id) == .commit else {
        return []
      }
      let commit = try repository.commit(id)
      guard commit.isMerge, let main = commit.parents.first else { return [id] }
      return try repository.commits(reachableFrom: [id], notFrom: [.commit(main)])
    }
  }
}

/// What later commits may call the commits of a history: each is read once, for every revert asks for all before it.
private struct RevertiblePast {
  private let ids: [ObjectID]
  private let digits: [[UInt8]]
  private let subjects: [String]
  /// What stands where a commit says which other one it was picked from, in order.
  private var picks: [(place: Int, digits: [UInt8])] = []

  private static let picked = Array("(cherry picked from commit ".utf8)

  init(_ commits: [Commit]) {
    ids = commits.map(\.id)
    digits = commits.map { Array($0.id.hex.utf8) }
    subjects = commits.map(\.subject)
    for (place, commit) in commits.enumerated() {
      var rest = Array(commit.message.utf8)[...]
      while let open = rest.firstIndex(of: UInt8(ascii: "(")) {
        rest = rest[open...]
        if rest.starts(with: Self.picked) {
          picks.append((place, Array(rest.dropFirst(Self.picked.count).prefix(64))))
        }
        rest = rest.dropFirst()
      }
    }
  }

  /// The last commit before a place whose id begins so, or that was picked from one whose id does.
  func last(before place: Int, hex: String) -> ObjectID? {
    let hex = Array(hex.utf8)
    let own = digits[..<place].lastIndex { $0.starts(with: hex) }
    let pick = picks.last { $0.place < place && $0.digits.starts(with: hex) }?.place
    return [own, pick].compactMap(\.self).max().map { ids[$0] }
  }

  func last(before place: Int, subject: String) -> ObjectID? {
    subjects[..<place].lastIndex(of: subject).map { ids[$0] }
  }
}

/// What a message says that it takes back.
enum RevertClaim {
  /// The beginning of a commit's id, seven digits or more.
  case id(String)
  case subject(String)

  init?(message: String) {
    let bytes = Array(message.utf8)[...]
    // Hardly any message is one, and to take lines apart is slow.
    guard Reverts.words.contains(where: { bytes.firstPlace(of: Array($0.utf8)) != nil }) else { return nil }
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
