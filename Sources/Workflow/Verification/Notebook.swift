import Git

/// What the notes say: those of this clone, and with them those that were fetched from others and are not merged yet.
///
/// A fetch puts the notes of a remote below `refs/notes/remotes/<remote>/` (`hooks install` sees to that); git joins two sides
/// line by line (git-notes(1), `cat_sort_uniq`), and so nobody is ever asked to resolve a conflict. Nothing is merged
/// before something is written, for reading never writes.
struct Notebook {
  /// Where a fetch puts the notes of remotes, one folder each.
  static let fetched = "refs/notes/remotes"

  private let repository: Repository
  /// Refs with notes that this clone's own do not hold yet.
  private let unmerged: [Reference]

  init(_ repository: Repository) throws(GitError) {
    self.repository = repository
    let own = try repository.reference(CommitRecord.ref)
    let name = CommitRecord.ref.split(separator: "/").last ?? ""
    var unmerged: [Reference] = []
    for reference in try repository.references(below: Self.fetched) where reference.name.hasSuffix("/" + name) {
      guard reference.id != own else { continue }
      if let own, try repository.isAncestor(reference.id, of: own) { continue }
      unmerged.append(reference)
    }
    self.unmerged = unmerged
  }

  /// What is noted on `ids`, commits or trees.
  func records(on ids: [ObjectID]) throws(GitError) -> [ObjectID: CommitRecord] {
    var texts = try repository.notes(on: ids, ref: CommitRecord.ref)
    for reference in unmerged {
      texts.merge(try repository.notes(on: ids, ref: reference.name)) { $0 + "\n" + $1 }
    }
    return texts.mapValues { CommitRecord($0) }
  }

  /// All that is noted, whatever it is about.
  func records() throws(GitError) -> [ObjectID: CommitRecord] {
    var ids = Set(try repository.noteBlobs(ref: CommitRecord.ref).keys)
    for reference in unmerged { ids.formUnion(try repository.noteBlobs(ref: reference.name).keys) }
    return try records(on: Array(ids))
  }

  /// Changes what is noted on objects, and joins what was fetched first, so that what is written can be pushed.
  func change(_ ids: [ObjectID], _ change: (ObjectID, inout CommitRecord) -> Void) throws(GitError) {
    try join()
    for id in ids {
      let old = try repository.note(on: id, ref: CommitRecord.ref)
      var record = CommitRecord(old ?? "")
      change(id, &record)
      if record.text != old ?? "" { try repository.writeNote(record.text, on: id, ref: CommitRecord.ref) }
    }
  }

  private func join() throws(GitError) {
    for reference in unmerged { try repository.mergeNotes(from: reference, into: CommitRecord.ref) }
  }
}
