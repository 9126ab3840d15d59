import CLibgit2
import CLibgit2Lazy
import Processes

/// The library as a whole: started once, asked for its errors.
enum Libgit2 {
  /// What the library refuses unless told that its reader knows them; objects and refs mean the same under all of
  /// them. Lower case, because the library compares them with normalised keys.
  private static let extensions = ["worktreeconfig", "preciousobjects", "relativeworktrees", "partialclone"]

  /// Loading and starting cost time, so that they happen when the first object is asked for. The setting of
  /// extensions is global and replaces the one before, so that it happens once, before any repository is opened.
  private static let started: Result<Void, GitError> = Result { () throws(GitError) in
    if let reason = handoff_libgit2_load() { throw .libraryNotLoaded(String(cString: reason)) }
    try check("git_libgit2_init", git_libgit2_init())
    let code = withCStrings(extensions) { names in
      let constant = names.map { $0.map { UnsafePointer($0) } }
      return handoff_libgit2_set_extensions(constant, extensions.count)
    }
    try check("git_libgit2_opts", code)
    // The standard is 256 MiB: a long history fills them, and hardly anything is read twice.
    try check("git_libgit2_opts", handoff_libgit2_set_cache_size(16 << 20))
    // As git does: a damaged object is fsck's to find, and half of reading a small one would be its hash.
    try check("git_libgit2_opts", handoff_libgit2_set_strict_hash_verification(0))
  }

  static func start() throws(GitError) { try started.get() }

  /// The door that every return code passes: a negative one is an error.
  @discardableResult static func check(_ function: String, _ code: Int32) throws(GitError) -> Int32 {
    guard code < 0 else { return code }
    throw .libgit2(function: function, code: code, message: lastMessage)
  }

  /// What the library says about the last failure on this thread.
  static var lastMessage: String {
    git_error_last().map { String(cString: $0.pointee.message) } ?? ""
  }
}

extension GitError {
  /// Whether this is libgit2's answer that something does not exist.
  var isNotFound: Bool {
    if case .libgit2(_, GIT_ENOTFOUND.rawValue, _) = self { true } else { false }
  }
}

/// Owns one object of the library and frees it.
///
/// The address is only lent: Swift may end a value's life right behind its last use, and an address that was read out
/// of it would not count as one.
struct Handle: ~Copyable {
  private let pointer: OpaquePointer
  private let free: (OpaquePointer) -> Void

  /// Calls `open`, the C function named `function`, which stores the object's address.
  init(
    _ function: String, freeing free: @escaping (OpaquePointer) -> Void, _ open: (inout OpaquePointer?) -> Int32
  ) throws(GitError) {
    var opened: OpaquePointer?
    let code = open(&opened)
    try Libgit2.check(function, code)
    guard let opened else { throw .libgit2(function: function, code: code, message: "") }
    pointer = opened
    self.free = free
  }

  deinit { free(pointer) }

  /// Calls `body` with the object's address, valid for the time of the call, as is all that is reached through it.
  borrowing func lend<Value: ~Copyable, Failure: Error>(
    _ body: (OpaquePointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try body(pointer)
  }
}

extension git_oid {
  /// Throws ``GitError/missingObject(_:)`` for a name that is too long for this library.
  init(_ id: ObjectID) throws(GitError) {
    self.init()
    guard id.count == 20, git_oid_fromraw(&self, id.bytes) == 0 else { throw .missingObject(id) }
  }

  var objectID: ObjectID {
    withUnsafeBytes(of: id) { ObjectID(bytes: $0) }
  }
}
