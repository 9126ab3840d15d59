import Git
import PlanModel

/// The lines of the judged tree that a story's commits added.
///
/// Each line that a commit adds is followed to the tip by the difference between the file as that commit left it and as it
/// is there: it is the story's as long as nothing in between replaced it, whoever changed the lines around it. A file is
/// followed when it was renamed since. What a merge adds to its first parent counts, as for `adds`.
struct StoryLines {
  let subject: any Subject
  let commits: [StoryCommit]

  /// The numbers of the lines, by path, for the files that `glob` matches at the tip.
  func added(to glob: Glob) throws -> [String: Set<Int>] {
    var files: [String: ObjectID] = [:]
    for file in try subject.files() where file.kind == .file || file.kind == .executable { files[file.path] = file.id }
    var lines: [String: Set<Int>] = [:]
    for commit in commits {
      for change in commit.changes {
        guard let blob = change.newBlob, let path = try subject.currentPath(of: change.path, since: commit.id),
          glob.means(path), let tip = files[path]
        else { continue }
        let added = Set(try subject.lines(of: change).added.map(\.number))
        if added.isEmpty { continue }
        let current = try Self.carried(added, from: blob, to: tip, path, subject)
        if !current.isEmpty { lines[path, default: []].formUnion(current) }
      }
    }
    return lines
  }

  /// The numbers that the lines `numbers` of one text have in another, without those that are not in it.
  private static func carried(
    _ numbers: Set<Int>, from old: ObjectID, to new: ObjectID, _ path: String, _ subject: any Subject
  ) throws -> [Int] {
    if old == new { return Array(numbers) }
    let change = FileChange(kind: .modified, path: path, oldBlob: old, newBlob: new)
    let since = try subject.lines(of: change)
    return since.isBinary ? [] : since.carried(numbers)
  }
}

extension LineChanges {
  /// Where lines of the old text stand in the new one. The lines that stay are in the same order in both.
  func carried(_ numbers: Set<Int>) -> [Int] {
    let gone = removed.map(\.number).sorted()
    let new = added.map(\.number).sorted()
    var carried: [Int] = []
    var before = 0
    var inserted = 0
    for number in numbers.sorted() {
      while before < gone.count, gone[before] < number { before += 1 }
      if before < gone.count, gone[before] == number { continue }
      let place = number - before
      while inserted < new.count, new[inserted] <= place + inserted { inserted += 1 }
      carried.append(place + inserted)
    }
    return carried
  }
}
