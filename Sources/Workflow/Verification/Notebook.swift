import Git

/// What the notes say: those of this clone, and with them those that were fetched from others and are not merged yet.
///
/// A fetch puts the notes of a remote below `refs/notes/remotes/<remote>/` (`hooks install` sees to that); git joins two sides
/// line by line (git-notes(1), `cat_sort_uniq`), and so nobody is ever asked to resolve a conflict. Nothing is merged
/// before something is written, for reading never writes.
final class Notebook {
  /// Where a fetch puts the notes of remotes, one folder each.
  static let fetched = "refs/notes/remotes"

  private let repository: Repository
  /// Where this clone's own are, when this was opened.
  private let own: ObjectID?
  /// Refs with notes that this clone's own do not hold yet.
  private let unmerged: [Reference]
  /// What servers noted of themselves: it counts where nobody else has said anything.
  private let fromServers: [Reference]
  /// The blobs of each commit of notes that was read: a push of many refs asks again and again.
  private var blobs: [ObjectID: [ObjectID: ObjectID]] = [:]
  private var everything: [ObjectID: CommitRecord]?

  /// - Parameter pushed: notes that come with a push, and that no ref leads to yet.
  init(_ repository: Repository, pushed: [Reference] = []) throws(GitError) {
    self.repository = repository
    let own = try repository.reference(CommitRecord.ref)
    let name = CommitRecord.ref.split(separator: "/").last ?? ""
    var unmerged: [Reference] = []
    let known = try repository.references(below: Self.fetched)
    let fetched = known.filter { $0.name.hasSuffix("/" + name) }
    let serverName = CommitRecord.serverRef.split(separator: "/").last ?? ""
    let here = try repository.reference(CommitRecord.serverRef).map {
      [Reference(name: CommitRecord.serverRef, id: $0)]
    }
    fromServers = (here ?? []) + known.filter { $0.name.hasSuffix("/" + serverName) }
    for reference in fetched + pushed {
      guard reference.id != own else { continue }
      if let own, try repository.isAncestor(reference.id, of: own) { continue }
      unmerged.append(reference)
    }
    self.unmerged = unmerged
    self.own = own
  }

  /// Whether nobody but servers has noted anything.
  var isEmpty: Bool { own == nil && unmerged.isEmpty }

  /// What is noted on `ids`, commits or trees.
  func records(on ids: [ObjectID]) throws(GitError) -> [ObjectID: CommitRecord] {
    var texts = if let own { try notes(on: ids, at: own) } else { [ObjectID: String]() }
    for reference in unmerged {
      texts.merge(try notes(on: ids, at: reference.id)) { $0 + "\n" + $1 }
    }
    var records = texts.mapValues { CommitRecord($0) }
    for reference in fromServers {
      for (id, text) in try notes(on: ids, at: reference.id) {
        for verdict in CommitRecord(text).verdicts where records[id]?.knows(verdict) != true {
          records[id, default: CommitRecord("")].verdicts.append(verdict)
        }
      }
    }
    return records
  }

  /// All that is noted, whatever it is about.
  func records() throws(GitError) -> [ObjectID: CommitRecord] {
    if let everything { return everything }
    var ids: Set<ObjectID> = []
    for tip in (own.map { [$0] } ?? []) + (unmerged + fromServers).map(\.id) {
      ids.formUnion(try blobs(at: tip).keys)
    }
    let records = try records(on: Array(ids))
    everything = records
    return records
  }

  private func notes(on ids: [ObjectID], at tip: ObjectID) throws(GitError) -> [ObjectID: String] {
    let blobs = try blobs(at: tip)
    var notes: [ObjectID: String] = [:]
    for id in ids {
      guard let note = blobs[id] else { continue }
      notes[id] = String(decoding: try repository.blob(note, limit: Repository.longestNote), as: UTF8.self)
    }
    return notes
  }

  private func blobs(at tip: ObjectID) throws(GitError) -> [ObjectID: ObjectID] {
    if let known = blobs[tip] { return known }
    let found = try repository.noteBlobs(at: tip)
    blobs[tip] = found
    return found
  }

  /// Changes what is noted on objects, on all of them or on none, and joins what was fetched first, so that what is
  /// written can be pushed.
  ///
  /// - Parameter ref: where it is noted; a server's own notes are joined with nobody's.
  func change(
    _ ids: [ObjectID], in ref: String = CommitRecord.ref, _ change: (ObjectID, inout CommitRecord) -> Void
  ) throws(GitError) {
    if ref == CommitRecord.ref { try join() }
    var changed: [(id: ObjectID, text: String)] = []
    for id in ids {
      let old = try repository.note(on: id, ref: ref)
      var record = CommitRecord(old ?? "")
      change(id, &record)
      if record.text != old ?? "" { changed.append((id, record.text)) }
    }
    try repository.writeNotes(changed, ref: ref)
  }

  private func join() throws(GitError) {
    for reference in unmerged { try repository.mergeNotes(from: reference, into: CommitRecord.ref) }
  }
}

extension CommitRecord {
  /// Whether there is a verdict on the same story and content already.
  fileprivate func knows(_ verdict: RecordedVerdict) -> Bool {
    verdicts.contains { $0.story == verdict.story && $0.tree == verdict.tree }
  }
}
