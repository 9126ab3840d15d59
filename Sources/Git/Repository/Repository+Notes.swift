/// The notes of one ref: which blob says what about which object (git-notes(1)).
///
/// Read out of the ref's tree, where the object's name is the path, with slashes in it when there are many.
extension Repository {
  /// The longest note that is read, in bytes.
  package static let longestNote = 1 << 20

  /// The note on an object; nil when there is none. `ref` is a full name such as `refs/notes/handoff`.
  package func note(on id: ObjectID, ref: String) throws(GitError) -> String? {
    guard let tip = try reference(ref) else { return nil }
    for path in Self.notePaths(id) {
      guard let entry = try entry(at: path, in: tip) else { continue }
      return String(decoding: try blob(entry.id, limit: Self.longestNote), as: UTF8.self)
    }
    return nil
  }

  /// All notes of a ref by the object that they are about: the blobs that hold them, for ``blob(_:limit:)``.
  package func noteBlobs(ref: String) throws(GitError) -> [ObjectID: ObjectID] {
    guard let tip = try reference(ref) else { return [:] }
    return try noteBlobs(at: tip)
  }

  /// All notes of a commit of notes, whether a ref leads to it or not.
  package func noteBlobs(at tip: ObjectID) throws(GitError) -> [ObjectID: ObjectID] {
    var blobs: [ObjectID: ObjectID] = [:]
    for entry in try files(in: tip) {
      if let id = ObjectID(entry.path.filter { $0 != "/" }) { blobs[id] = entry.id }
    }
    return blobs
  }

  /// The notes of a ref on `ids`, and on no others.
  package func notes(on ids: some Sequence<ObjectID>, ref: String) throws(GitError) -> [ObjectID: String] {
    guard let tip = try reference(ref) else { return [:] }
    return try notes(on: ids, at: tip)
  }

  /// The notes of a commit of notes on `ids`, and on no others.
  package func notes(on ids: some Sequence<ObjectID>, at tip: ObjectID) throws(GitError) -> [ObjectID: String] {
    let blobs = try noteBlobs(at: tip)
    var notes: [ObjectID: String] = [:]
    for id in ids {
      guard let note = blobs[id] else { continue }
      notes[id] = String(decoding: try blob(note, limit: Self.longestNote), as: UTF8.self)
    }
    return notes
  }

  /// Writes the whole note on an object in place of the one that may be there; an empty text removes it.
  package func writeNote(_ text: String, on id: ObjectID, ref: String) throws(GitError) {
    guard !text.isEmpty else {
      _ = try git.output(of: ["notes", "--ref", ref, "remove", "--ignore-missing", id.hex])
      return
    }
    _ = try git.output(of: ["notes", "--ref", ref, "add", "--force", "--file=-", id.hex], input: Array(text.utf8))
  }

  /// Writes whole notes in place of those that may be there, all of them or none, whatever ends the process or git.
  ///
  /// git-notes(1) moves its ref with every note. So they are written below a ref of nobody else's, and the real one is moved
  /// once, to the last of them, unless somebody moved it meanwhile.
  package func writeNotes(_ notes: [(id: ObjectID, text: String)], ref: String) throws(GitError) {
    let draft = "refs/notes/being-written/" + (ref.split(separator: "/").last ?? "")
    guard notes.count > 1 else {
      for note in notes { try writeNote(note.text, on: note.id, ref: ref) }
      // What a run that was killed has left.
      if try reference(draft) != nil { try updateReferences(["delete \(draft)"]) }
      return
    }
    let old = try reference(ref)
    // It may be there from such a run; then it is written over.
    try updateReferences([old.map { "update \(draft) \($0)" } ?? "delete \(draft)"])
    for note in notes { try writeNote(note.text, on: note.id, ref: draft) }
    guard let new = try reference(draft) else { return }
    let none = String(repeating: "0", count: new.hex.count)
    try updateReferences(["update \(ref) \(new) \(old?.hex ?? none)", "delete \(draft) \(new)"])
  }

  /// All of what the lines say, or nothing (git-update-ref(1), `--stdin`).
  private func updateReferences(_ lines: [String]) throws(GitError) {
    _ = try git.output(of: ["update-ref", "--stdin"], input: Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  /// Joins other notes into those of `ref`, line by line where both say something of one object.
  package func mergeNotes(from other: Reference, into ref: String) throws(GitError) {
    if try reference(ref) == nil {
      // Only where nobody else was faster.
      _ = try git.output(of: ["update-ref", ref, other.id.hex, String(repeating: "0", count: other.id.hex.count)])
    } else {
      _ = try git.output(of: ["notes", "--ref", ref, "merge", "--quiet", "--strategy=cat_sort_uniq", other.name])
    }
  }

  /// The path of a note with none, one, two or three levels of folders; git makes no more for less than 16 million.
  private static func notePaths(_ id: ObjectID) -> [String] {
    (0...3).map { depth in
      let hex = id.hex
      let folders = (0..<depth).map { hex.dropFirst($0 * 2).prefix(2) + "/" }
      return folders.joined() + hex.dropFirst(depth * 2)
    }
  }
}
