import FileSystem

/// Reads refs from their files: one each, or packed together (gitrepository-layout(5)).
struct ReferenceFiles {
  let location: RepositoryLocation

  enum Target: Hashable {
    case object(ObjectID)
    case reference(String)
  }

  /// 100,000 refs are about 6 MB.
  private static let limit = 256 << 20
  /// As many as git follows from one symbolic ref to the next.
  private static let longestChain = 5

  /// Whether refs are kept in files at all: git puts a branch that cannot be into HEAD where they are kept in another way,
  /// so that old programs do not take the repository for theirs (git's reftable documentation).
  var areUsed: Bool {
    let head = try? GitFile.text(location.gitDirectory + "/HEAD")
    return head != "ref: refs/heads/.invalid"
  }

  /// What the ref `name` leads to in the end; nil when it does not exist.
  func id(of name: String) throws(GitError) -> ObjectID? {
    var name = name
    for _ in 0..<Self.longestChain {
      switch try target(of: name) {
      case .object(let id)?: return id
      case .reference(let next)?: name = next
      case nil: return nil
      }
    }
    return nil
  }

  /// What the ref `name` holds itself.
  func target(of name: String) throws(GitError) -> Target? {
    guard Self.isSafe(name) else { throw .invalidReferenceName(name) }
    let folder = Self.isShared(name) ? location.commonDirectory : location.gitDirectory
    if GitFile.kind(folder + "/" + name) == .file {
      let text = try read(folder + "/" + name)
      guard text.hasPrefix("ref:") else { return ObjectID(text.prefix { !$0.isWhitespace }).map { .object($0) } }
      return .reference(String(text.dropFirst("ref:".count).drop { $0 == " " }))
    }
    return try packed(name).map { .object($0) }
  }

  private func read(_ path: String) throws(GitError) -> String {
    do throws(FileError) { return try GitFile.text(path) } catch { throw .file(error) }
  }

  /// Looks for `<id> <name>` among the packed refs.
  private func packed(_ name: String) throws(GitError) -> ObjectID? {
    guard let bytes = try packedBytes() else { return nil }
    let wanted = Array(name.utf8)
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.count > wanted.count {
      guard line.suffix(wanted.count).elementsEqual(wanted) else { continue }
      let id = line.dropLast(wanted.count)
      if id.last == UInt8(ascii: " "), let found = ObjectID(String(decoding: id.dropLast(), as: UTF8.self)) {
        return found
      }
    }
    return nil
  }

  /// The file of packed refs; nil when there is none.
  func packedBytes() throws(GitError) -> [UInt8]? {
    do throws(FileError) {
      return try FileSystem.read(location.commonDirectory + "/packed-refs", limit: Self.limit)
    } catch .notFound {
      return nil
    } catch {
      throw .file(error)
    }
  }

  /// Whether a ref belongs to all work trees: HEAD and its like, and `refs/worktree/`, `refs/bisect/` and
  /// `refs/rewritten/`, belong to one (git-worktree(1)).
  private static func isShared(_ name: String) -> Bool {
    name.hasPrefix("refs/") && !["refs/worktree/", "refs/bisect/", "refs/rewritten/"].contains(where: name.hasPrefix)
  }

  /// Whether a name leads nowhere but to a ref: the rules of git-check-ref-format(1) that matter for a path.
  private static func isSafe(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/") && !name.utf8.contains { $0 < 32 }
      && name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0.first != UInt8(ascii: ".")
      }
  }
}
