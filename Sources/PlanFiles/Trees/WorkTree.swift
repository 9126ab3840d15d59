import Concurrency
import FileSystem
import PlanModel

/// The plan as it stands in the work tree.
///
/// No symbolic link is followed: a plan that a pull brings must not make this program read elsewhere.
package struct WorkTree: PlanTree {
  /// The top of the work tree, absolute.
  package let top: String

  package init(top: String) { self.top = top }

  package func entries(in folder: String) throws(PlanTreeError) -> [PlanTreeEntry] {
    guard try isFolder(folder) else { return [] }
    do {
      return try FileSystem.list("\(top)/\(folder)").map { PlanTreeEntry(name: $0.name, kind: .init($0.kind)) }
    } catch {
      throw PlanTreeError(error, path: folder)
    }
  }

  package func read(_ path: String, limit: Int) throws(PlanTreeError) -> [UInt8] {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    guard try isFolder(folder) else { throw .notFound(path) }
    return try file(path, limit: limit)
  }

  /// - Parameter path: in a folder that is known to be one.
  private func file(_ path: String, limit: Int) throws(PlanTreeError) -> [UInt8] {
    guard !path.hasSuffix("/.."), path != ".." else { throw .notFound(path) }
    do {
      return try FileSystem.read("\(top)/\(path)", limit: limit, followingLinks: false)
    } catch {
      throw PlanTreeError(error, path: path)
    }
  }

  /// Side by side, where each file's folder is looked at once.
  package func read(_ paths: [String], limit: Int) -> [Result<[UInt8], PlanTreeError>] {
    var folders: [Substring: Bool] = [:]
    let isPlain = paths.map { path in
      let folder = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
      if let known = folders[folder] { return known }
      let isThere = (try? isFolder(String(folder))) == true
      folders[folder] = isThere
      return isThere
    }
    return concurrently(Array(paths.indices), chunk: 32) { place in
      Result { () throws(PlanTreeError) in
        isPlain[place] ? try file(paths[place], limit: limit) : try read(paths[place], limit: limit)
      }
    }
  }

  package func firstName(in folder: String, withPrefix prefix: String) throws(PlanTreeError) -> String? {
    guard try isFolder(folder) else { return nil }
    do {
      return try FileSystem.firstName(in: "\(top)/\(folder)", withPrefix: prefix)
    } catch {
      throw PlanTreeError(error, path: folder)
    }
  }

  /// Whether `folder` is there, with no link on the way to it.
  private func isFolder(_ folder: String) throws(PlanTreeError) -> Bool {
    var path = ""
    for component in folder.split(separator: "/").map(String.init) {
      // What leads out of the work tree, or is written so, is none of the plan's.
      guard component != "..", component != "." else { return false }
      path = path.isEmpty ? component : "\(path)/\(component)"
      switch FileSystem.kind(of: "\(top)/\(path)") {
      case nil: return false
      case .directory: continue
      case .symbolicLink: throw .unusable(.symbolicLink, path: path)
      case .file, .other: throw .unusable(.notFolder, path: path)
      }
    }
    return true
  }
}

extension PlanTreeEntry.Kind {
  init(_ kind: FileKind) {
    switch kind {
    case .file: self = .file
    case .directory: self = .folder
    case .symbolicLink: self = .symbolicLink
    case .other: self = .other
    }
  }
}

extension PlanTreeError {
  init(_ error: FileError, path: String) {
    switch error {
    case .notFound: self = .notFound(path)
    case .notRegular, .notDirectory: self = .unusable(.notRegular, path: path)
    case .symbolicLink: self = .unusable(.symbolicLink, path: path)
    case .tooLarge(_, let bytes, let limit): self = .unusable(.tooLarge(bytes: bytes, limit: limit), path: path)
    case .permission: self = .unusable(.unreadable(reason: "permission denied"), path: path)
    case .system(_, _, let code): self = .unusable(.unreadable(reason: "errno \(code)"), path: path)
    default: self = .unusable(.unreadable(reason: "it cannot be opened"), path: path)
    }
  }
}
