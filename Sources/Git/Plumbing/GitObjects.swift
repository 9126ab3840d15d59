import Processes

/// Reads objects through git itself, where libgit2 cannot: by another hash than SHA-1, another storage of refs, an extension
/// that it does not know.
///
/// Three processes at most, however much is read: one tells kinds and sizes, one contents, one compares trees.
final class GitObjects: ObjectReader {
  private let headers: GitDialogue
  private let contents: GitDialogue
  private let differences: GitDialogue
  /// The commits where a shallow clone ends: the objects themselves do not know.
  private let border: Set<ObjectID>
  /// The trees that were read last: one commit's files are asked for by many paths.
  private var trees: [ObjectID: [RawTree.Entry]] = [:]

  private static let mostTrees = 4096

  /// Throws what git says when it cannot read the repository either.
  init(_ location: RepositoryLocation, git: GitProgram) throws(GitError) {
    // As libgit2 sees them: nobody replaces what is judged.
    let environment = git.environment.merging(["GIT_NO_REPLACE_OBJECTS": "1"]) { $1 }
    let git = GitProgram(directory: git.directory, environment: environment)
    headers = GitDialogue(git, ["cat-file", "--batch-check"])
    contents = GitDialogue(git, ["cat-file", "--batch"])
    differences = GitDialogue(
      git, ["diff-tree", "--stdin", "-r", "--raw", "--no-abbrev", "-z", "-M50%", "-l1000"])
    border = ShallowBorder.commits(of: location)
    _ = try headers.ask("HEAD\n") { answer throws(ChildProcess.Failure) in try answer.part() }
  }

  func kind(of id: ObjectID) throws(GitError) -> ObjectKind? {
    do throws(GitError) { return try header(of: id).kind } catch .missingObject { return nil }
  }

  func commitID(peeling id: ObjectID) throws(GitError) -> ObjectID? {
    if try header(of: id).kind == .commit { return id }
    return try header("\(id.hex)^{commit}")?.id
  }

  func commit(_ id: ObjectID) throws(GitError) -> Commit {
    let bytes = try object(id, .commit, limit: Self.longestCommit)
    guard let raw = RawCommit(bytes) else { throw .wrongKind(id, expected: .commit) }
    return raw.commit(id, isBorder: border.contains(id))
  }

  func blob(_ id: ObjectID, limit: Int?) throws(GitError) -> [UInt8] { try object(id, .blob, limit: limit ?? .max) }

  func lineChanges(from old: ObjectID?, to new: ObjectID?, limit: Int) throws(GitError) -> LineChanges {
    var sides: [[UInt8]?] = []
    for id in [old, new] {
      if let id { sides.append(try blob(id, limit: limit)) } else { sides.append(nil) }
    }
    return try LineChanges.between(sides[0], sides[1])
  }

  func changes(from old: ObjectID?, to new: ObjectID) throws(GitError) -> [FileChange] {
    let newTree = try treeID(of: new)
    let oldTree = if let old { try treeID(of: old) } else { ObjectID.emptyTree(likeIn: newTree) }
    if oldTree == newTree { return [] }
    // What is no object name is printed as it came, at once: the end of the answer.
    let records = try differences.ask("\(oldTree.hex) \(newTree.hex)\n.\n") { answer throws(ChildProcess.Failure) in
      _ = try answer.part()
      var records: [ArraySlice<UInt8>] = []
      while try answer.peek() == UInt8(ascii: ":") {
        let head = try answer.part(endingWith: 0)
        records.append(head[...])
        records.append(try answer.part(endingWith: 0)[...])
        if FileChange.hasTwoPaths(raw: head) { records.append(try answer.part(endingWith: 0)[...]) }
      }
      _ = try answer.part()
      return records
    }
    return try FileChange.all(raw: records[...])
  }

  /// The entries of the tree `id`.
  func tree(_ id: ObjectID) throws(GitError) -> [RawTree.Entry] {
    if let known = trees[id] { return known }
    let bytes = try object(id, .tree, limit: Self.largestTree)
    guard let entries = RawTree.entries(bytes, idLength: id.count) else {
      throw .wrongKind(id, expected: .tree)
    }
    if trees.count >= Self.mostTrees { trees = [:] }
    trees[id] = entries
    return entries
  }

  /// The tree of a commit, or the one that has this id itself.
  func treeID(of id: ObjectID) throws(GitError) -> ObjectID {
    try kind(of: id) == .tree ? id : try commit(id).tree
  }

  private static let longestCommit = 256 << 20
  private static let largestTree = 1 << 30

  private func object(_ id: ObjectID, _ kind: ObjectKind, limit: Int) throws(GitError) -> [UInt8] {
    let header = try header(of: id)
    guard header.kind == kind else { throw .wrongKind(id, expected: kind) }
    guard header.size <= limit else { throw .objectTooLarge(id, bytes: header.size, limit: limit) }
    return try contents.ask(id.hex + "\n") { answer throws(ChildProcess.Failure) in
      _ = try answer.part()
      let bytes = try answer.bytes(header.size)
      _ = try answer.part()
      return bytes
    }
  }

  private func header(of id: ObjectID) throws(GitError) -> Header {
    guard let header = try header(id.hex) else { throw .missingObject(id) }
    return header
  }

  private struct Header {
    let id: ObjectID
    let kind: ObjectKind?
    let size: Int
  }

  /// Nil for `<name> missing`, and where git ends because it may not fetch what a partial clone lacks.
  private func header(_ name: String) throws(GitError) -> Header? {
    let line: [UInt8]
    do throws(GitError) {
      line = try headers.ask(name + "\n") { answer throws(ChildProcess.Failure) in try answer.part() }
    } catch .missingObject {
      return nil
    }
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard words.count == 3, let id = ObjectID(words[0]), let size = Int(words[2]) else { return nil }
    return Header(id: id, kind: ObjectKind(rawValue: String(words[1])), size: size)
  }
}

extension ObjectID {
  /// The tree without entries, by the hash that `other` is of; git knows it in every repository.
  static func emptyTree(likeIn other: ObjectID) -> ObjectID {
    let hex =
      other.count == 20
      ? "4b825dc642cb6eb9a060e54bf8d69288fbee4904" : "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
    return ObjectID(hex) ?? other
  }
}
