import FileSystem
import Git
import PlanFiles
import PlanModel
import Review

/// How a plan file was put together.
package struct MergeOutcome: Sendable {
  package var path: String
  package var conflicts: Int
  /// Whether it could only be merged line by line.
  package var isOfLines: Bool
}

/// The files that git hands to a merge driver (gitattributes(5), "Defining a custom merge driver").
package struct MergeFiles: Sendable {
  package var base: String
  /// Where the result is written.
  package var ours: String
  package var theirs: String
  package var markerSize: Int
  /// The path in the repository, for reading the result by.
  package var path: String

  package init(base: String, ours: String, theirs: String, markerSize: Int = 7, path: String = "") {
    self.base = base
    self.ours = ours
    self.theirs = theirs
    self.markerSize = markerSize
    self.path = path
  }
}

extension Workspace {
  /// What git calls for a file that both sides changed, also for bases that it makes up itself.
  package func merge(_ files: MergeFiles) throws(Failure) -> MergeOutcome {
    var contents: [[UInt8]] = []
    for path in [files.base, files.ours, files.theirs] {
      contents.append(
        try failing(Failure.Reason.file) { () throws(FileError) in
          try FileSystem.read(surroundings.absolute(path), limit: PlanDocument.byteLimit)
        })
    }
    let marks = PlanMerge.Marks(size: min(max(files.markerSize, 1), 200))
    let merge = Self.merge(contents[0], contents[1], contents[2], marks, path: files.path)
    var change = Change(root: surroundings.directory)
    change.put(merge.bytes, at: files.ours, expecting: .contents(contents[1]))
    try commit(change)
    return MergeOutcome(path: files.path, conflicts: merge.conflicts, isOfLines: merge.isOfLines)
  }

  /// Merges a file anew that a merge left in conflict. The index stays as it is: `git add` settles it.
  package func mergeConflicted(_ path: String) throws(Failure) -> MergeOutcome {
    let top = try top()
    let absolute = surroundings.absolute(path)
    let relative = absolute.hasPrefix(top + "/") ? String(absolute.dropFirst(top.utf8.count + 1)) : path
    let stages = try git { () throws(GitError) in try repository.stagedFiles(under: relative) }
      .filter { $0.path == relative && $0.stage > 0 }
    guard let ours = stages.first(where: { $0.stage == 2 }), let theirs = stages.first(where: { $0.stage == 3 }) else {
      if !stages.isEmpty { throw Failure(.place(.removedOnOneSide(path: relative))) }
      let isThere = FileSystem.exists(absolute)
      throw Failure(.place(isThere ? .notInConflict(path: relative) : .nothingToMerge(path: path)))
    }
    let base = stages.first { $0.stage == 1 }
    let contents = try git { () throws(GitError) in
      (
        try base.map { base throws(GitError) in try repository.blob(base.blob, limit: PlanDocument.byteLimit) } ?? [],
        try repository.blob(ours.blob, limit: PlanDocument.byteLimit),
        try repository.blob(theirs.blob, limit: PlanDocument.byteLimit)
      )
    }
    let merge = Self.merge(contents.0, contents.1, contents.2, PlanMerge.Marks(), path: relative)
    var change = try change()
    change.put(merge.bytes, at: relative, expecting: .anything)
    try commit(change)
    return MergeOutcome(path: relative, conflicts: merge.conflicts, isOfLines: merge.isOfLines)
  }

  /// A result without conflicts has to read as well as its sides did; else the lines alone are merged, as git would.
  static func merge(
    _ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8], _ marks: PlanMerge.Marks, path: String
  ) -> PlanMerge {
    let merge = PlanMerge(base: base, ours: ours, theirs: theirs, marks: marks)
    func isReadable(_ bytes: [UInt8]) -> Bool { (try? PlanDocument(bytes, path: path)) != nil }
    if merge.conflicts > 0 || merge.isOfLines || isReadable(merge.bytes) || !isReadable(ours) || !isReadable(theirs) {
      return merge
    }
    return PlanMerge(base: base, ours: ours, theirs: theirs, marks: marks, byLines: true)
  }

  /// Tells git to merge and to show plan files by what they say, in this clone: `git config`, and the attributes of the
  /// clone itself, so that nothing is written that others would get.
  package func installMergeDriver() throws(Failure) {
    let program = Self.quoted(surroundings.program ?? "git-handoff")
    let settings = [
      ("merge.handoff.name", "plan files of git-handoff"),
      ("merge.handoff.driver", "\(program) merge-driver %O %A %B %L %P"),
      ("diff.handoff.textconv", "\(program) textconv"), ("diff.handoff.cachetextconv", "false"),
    ]
    try git { () throws(GitError) in
      for (key, value) in settings { _ = try repository.git.output(of: ["config", "--local", key, value]) }
    }
    try writeAttributes { lines in lines.contains(Self.attribute) ? lines : lines + [Self.attribute] }
  }

  package func removeMergeDriver() throws(Failure) {
    try git { () throws(GitError) in
      for section in ["merge.handoff", "diff.handoff"] {
        _ = try repository.git.outcome(of: ["config", "--local", "--remove-section", section])
      }
    }
    try writeAttributes { lines in lines.filter { $0 != Self.attribute } }
  }

  private static let attribute = "/.handoff/**/*.md merge=handoff diff=handoff"

  /// git runs the driver by a shell, and fills in the names of files with quotes around them.
  private static func quoted(_ path: String) -> String { "'" + path.replacing("'", with: "'\\''") + "'" }

  private func writeAttributes(_ edit: ([String]) -> [String]) throws(Failure) {
    let path = "info/attributes"
    let file = location.commonDirectory + "/" + path
    let old = try? FileSystem.read(file, limit: 1 << 20)
    let lines = String(decoding: old ?? [], as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let kept = lines.last == "" ? Array(lines.dropLast()) : lines
    let new = edit(kept)
    if new == kept { return }
    var change = Change(root: location.commonDirectory)
    if new.isEmpty {
      change.remove(path, expecting: .anything)
    } else {
      change.put(Array((new.joined(separator: "\n") + "\n").utf8), at: path, expecting: .anything)
    }
    try commit(change)
  }

  /// A plan file for `git diff`: each paragraph on one line a sentence, so that a word more moves no lines.
  package func plainText(of path: String) throws(Failure) -> [UInt8] {
    let bytes = try failing(Failure.Reason.file) { () throws(FileError) in
      try FileSystem.read(surroundings.absolute(path), limit: 1 << 26)
    }
    return PlanLines.unwrapped(bytes)
  }
}
