import CodeIndex

/// Which commits of the past brought files that are still there.
struct BroughtFiles {
  struct File {
    let path: String
    let role: CodePattern.Role
    /// Whether no earlier commit that is known changed it.
    let isNew: Bool
  }

  private let history: History
  /// By path of the history: its part in the whole; nil for what is there no longer, or is neither.
  private let roles: [CodePattern.Role?]
  /// By path of the history: the first commit that changed it; -1 for none.
  private let first: [Int32]
  private let now: Int64

  init(_ history: History, _ snapshot: Snapshot) {
    self.history = history
    let known = Dictionary(snapshot.files.map { ($0.path, $0) }) { first, _ in first }
    roles = history.paths.map { known[$0].flatMap(Self.role) }
    var first = [Int32](repeating: -1, count: history.paths.count)
    var now: Int64 = 0
    for (number, commit) in history.commits.enumerated() where history.isAncestor(number) {
      now = max(now, commit.seconds)
      for file in history.files(of: number) where first[Int(file)] < 0 { first[Int(file)] = Int32(number) }
    }
    self.first = first
    self.now = now
  }

  private static func role(_ file: IndexedFile) -> CodePattern.Role? {
    if file.traits.contains(.vendored) || file.traits.contains(.generated) { return nil }
    if file.traits.contains(.documentation) { return .documentation }
    guard file.isCode else { return nil }
    return file.traits.contains(.test) ? .test : .code
  }

  /// The commits that brought code which is still there.
  var commits: [(number: Int, files: [File])] {
    var bringing: Set<Int> = []
    for (path, number) in first.enumerated() where number >= 0 && roles[path] == .code { bringing.insert(Int(number)) }
    return bringing.sorted().map { ($0, files(of: $0)) }
  }

  func files(of commit: Int) -> [File] {
    history.files(of: commit).compactMap { place in
      guard let role = roles[Int(place)] else { return nil }
      return File(path: history.paths[Int(place)], role: role, isNew: first[Int(place)] == Int32(commit))
    }
  }

  func age(_ commit: Int) -> Int64 { now - history.commits[commit].seconds }
}
