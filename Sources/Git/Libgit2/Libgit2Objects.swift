import CLibgit2

/// Reads objects through libgit2.
///
/// Opens the common directory as if it were bare: work tree, index and HEAD are never this class's business, so that
/// what the library misreads about them cannot matter.
final class Libgit2Objects: ObjectReader {
  let repository: Handle
  private let database: Handle
  /// The commits where a shallow clone ends; libgit2 1.5 does not know of them.
  private let border: Set<ObjectID>
  /// The folders that were listed last: both sides of most pushes have the same plan.
  var listed: [Listing] = []

  init(_ location: RepositoryLocation, git: GitProgram) throws(GitError) {
    try Libgit2.start()
    let opening = Libgit2Opening(location: location, git: git)
    let repository = try opening.repository()
    database = try opening.database(of: repository)
    border = ShallowBorder.commits(of: location)
    self.repository = repository
  }

  func kind(of id: ObjectID) throws(GitError) -> ObjectKind? {
    do throws(GitError) {
      return try header(of: id).kind
    } catch .missingObject {
      return nil
    }
  }

  func commitID(peeling id: ObjectID) throws(GitError) -> ObjectID? {
    let object = try object(id, kind: GIT_OBJECT_ANY)
    do throws(GitError) {
      let commit = try Handle("git_object_peel", freeing: git_object_free) { commit in
        object.lend { git_object_peel(&commit, $0, GIT_OBJECT_COMMIT) }
      }
      return commit.lend { git_object_id($0)?.pointee.objectID }
    } catch .libgit2(_, GIT_EPEEL.rawValue, _), .libgit2(_, GIT_EINVALIDSPEC.rawValue, _) {
      return nil
    }
  }

  func commit(_ id: ObjectID) throws(GitError) -> Commit {
    let object = try object(id, kind: GIT_OBJECT_COMMIT)
    return try object.lend { pointer throws(GitError) in
      try Commit(id: id, pointer: pointer, isBorder: border.contains(id))
    }
  }

  func blob(_ id: ObjectID, limit: Int?) throws(GitError) -> [UInt8] {
    // The header alone costs a quarter of what a text of some kilobytes does.
    if let limit { try checkBlob(id, limit: limit) }
    var oid = try git_oid(id)
    let object: Handle
    do throws(GitError) {
      object = try Handle("git_odb_read", freeing: git_odb_object_free) { object in
        database.lend { git_odb_read(&object, $0, &oid) }
      }
    } catch {
      throw error.isNotFound ? .missingObject(id) : error
    }
    guard object.lend({ git_odb_object_type($0) }) == GIT_OBJECT_BLOB else { throw .wrongKind(id, expected: .blob) }
    return object.lend { Array(UnsafeRawBufferPointer(start: git_odb_object_data($0), count: git_odb_object_size($0))) }
  }

  /// Finds an object of a kind; the library tells neither a wrong kind nor a missing object from other failures.
  func object(_ id: ObjectID, kind: git_object_t) throws(GitError) -> Handle {
    var oid = try git_oid(id)
    do throws(GitError) {
      return try Handle("git_object_lookup", freeing: git_object_free) { object in
        repository.lend { git_object_lookup(&object, $0, &oid, kind) }
      }
    } catch {
      guard error.isNotFound else { throw error }
      guard try self.kind(of: id) != nil, let expected = ObjectKind(kind) else { throw .missingObject(id) }
      throw .wrongKind(id, expected: expected)
    }
  }

  /// Throws unless `id` is a blob of at most `limit` bytes.
  func checkBlob(_ id: ObjectID, limit: Int) throws(GitError) {
    let header = try header(of: id)
    guard header.kind == .blob else { throw .wrongKind(id, expected: .blob) }
    guard header.size <= limit else { throw .objectTooLarge(id, bytes: header.size, limit: limit) }
  }

  private func header(of id: ObjectID) throws(GitError) -> (kind: ObjectKind?, size: Int) {
    var oid = try git_oid(id)
    var size = 0
    var kind = GIT_OBJECT_INVALID
    let code = database.lend { git_odb_read_header(&size, &kind, $0, &oid) }
    if code == GIT_ENOTFOUND.rawValue { throw .missingObject(id) }
    try Libgit2.check("git_odb_read_header", code)
    return (ObjectKind(kind), size)
  }
}

extension ObjectKind {
  init?(_ kind: git_object_t) {
    switch kind {
    case GIT_OBJECT_COMMIT: self = .commit
    case GIT_OBJECT_TREE: self = .tree
    case GIT_OBJECT_BLOB: self = .blob
    case GIT_OBJECT_TAG: self = .tag
    default: return nil
    }
  }
}
