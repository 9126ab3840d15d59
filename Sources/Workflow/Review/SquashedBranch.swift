import Git

extension Repository {
  /// Whether the main branch had each file as the branch leaves it, since the branch left it: so it is after a squash, of
  /// which git itself keeps no trace.
  func hasSquashed(_ tip: ObjectID, into main: ObjectID) throws(GitError) -> Bool {
    guard let base = try mergeBase(main, tip), base != tip, base != main else { return false }
    let changes = try changes(from: base, to: tip)
    let paths = Set(changes.map(\.path) + changes.compactMap(\.oldPath)).sorted()
    // Of so many files no list of arguments can be made everywhere.
    guard !paths.isEmpty, paths.count <= 500 else { return false }
    let arguments = [
      "log", "--raw", "-z", "--no-abbrev", "--no-renames", "--format=", "\(base.hex)..\(main.hex)", "--",
    ]
    let log = try git.output(of: arguments + paths.map { ":(top,literal)\($0)" })
    var known: Set<[Substring]> = []
    let parts = String(decoding: log, as: UTF8.self).split(separator: "\0")
    for (facts, path) in zip(parts, parts.dropFirst()) where facts.hasPrefix(":") {
      // `:100644 100644 <old> <new> M`, and the path.
      let words = facts.split(separator: " ")
      if words.count == 5 { known.insert([path, words[3]]) }
    }
    return changes.allSatisfy { change in
      let none = Substring(String(repeating: "0", count: base.hex.count))
      let isLeft = change.oldPath.map { known.contains([Substring($0), none]) } ?? true
      return isLeft && known.contains([Substring(change.path), change.newBlob.map { Substring($0.hex) } ?? none])
    }
  }
}
