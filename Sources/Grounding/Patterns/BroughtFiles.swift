import CodeIndex

/// Which commits of the past brought files that are still there.
struct BroughtFiles {
  struct File {
    /// In the snapshot.
    let place: Int
    let role: CodePattern.Role
    /// Whether no earlier commit that is known changed it.
    let isNew: Bool
  }

  private let history: History
  private let paths: PastPaths
  /// By file of the snapshot: its part in the whole; nil for what is neither.
  private let roles: [CodePattern.Role?]
  /// By path of the history: the first commit that changed it; -1 for none.
  private let first: [Int32]

  init(_ history: History, _ paths: PastPaths, _ snapshot: Snapshot) {
    self.history = history
    self.paths = paths
    roles = snapshot.files.map(Self.role)
    var first = [Int32](repeating: -1, count: history.paths.count)
    for number in history.commits.indices where history.isAncestor(number) {
      for file in history.files(of: number) where first[Int(file)] < 0 { first[Int(file)] = Int32(number) }
    }
    self.first = first
  }

  private static func role(_ file: IndexedFile) -> CodePattern.Role? {
    if file.traits.contains(.vendored) || file.traits.contains(.generated) { return nil }
    if file.traits.contains(.documentation) { return .documentation }
    guard file.isCode else { return nil }
    return file.traits.contains(.test) ? .test : .code
  }

  /// The commits that brought code which is still there, the oldest first.
  var commits: [Int] {
    var isBringing = [Bool](repeating: false, count: history.commits.count)
    for (path, number) in first.enumerated() where number >= 0 && paths.files[path] >= 0 {
      if roles[Int(paths.files[path])] == .code { isBringing[Int(number)] = true }
    }
    return isBringing.indices.filter { isBringing[$0] }
  }

  func files(of commit: Int) -> [File] {
    history.files(of: commit).compactMap { path in
      let place = Int(paths.files[Int(path)])
      guard place >= 0, let role = roles[place] else { return nil }
      return File(place: place, role: role, isNew: first[Int(path)] == Int32(commit))
    }
  }
}
