#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open folder. What is done in it names its entries by one component each and follows no symbolic link, so that nothing
/// that others do to the path meanwhile can lead elsewhere.
struct Folder: ~Copyable {
  let descriptor: Descriptor
  /// What errors call the folder.
  let path: String
  let observe: StepObserver

  /// Opens the folder at `path`, which may itself be reached through links.
  init(opening path: String, observedBy observe: @escaping StepObserver) throws(FileError) {
    let descriptor = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK)
    let kind = try descriptor.status().kind
    guard kind == .directory else { throw .notDirectory(path: path, kind: kind) }
    self.init(descriptor: descriptor, path: path, observe: observe)
  }

  private init(descriptor: consuming Descriptor, path: String, observe: @escaping StepObserver) {
    self.descriptor = descriptor
    self.path = path
    self.observe = observe
  }

  /// What errors call the entry `name`.
  func path(of name: String) -> String { path + "/" + name }

  /// The folder called `name`, itself when `name` is `.`.
  func folder(_ name: String) throws(FileError) -> Folder {
    let shown = name == "." ? path : path(of: name)
    do {
      let flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_DIRECTORY
      let child = try Descriptor(opening: name, flags, in: descriptor.number, shownAs: shown)
      return Folder(descriptor: child, path: shown, observe: observe)
    } catch {
      // Linux says "not a folder" of a link to one.
      switch try status(of: name)?.kind {
      case .symbolicLink: throw .symbolicLink(path: shown)
      case .file: throw .notDirectory(path: shown, kind: .file)
      case .other: throw .notDirectory(path: shown, kind: .other)
      case .directory, nil: throw error
      }
    }
  }

  /// The folder below this one that `names` lead to.
  func folder(_ names: [String], creating: Bool = false) throws(FileError) -> Folder {
    var here = try folder(".")
    for name in names {
      if creating { try here.createFolder(name) }
      here = try here.folder(name)
    }
    return here
  }

  /// What stands at `name`; nil for nothing.
  func status(of name: String) throws(FileError) -> FileStatus? {
    var status = stat()
    if fstatat(descriptor.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return FileStatus(status) }
    if errno == ENOENT { return nil }
    throw FileError(path: path(of: name), operation: .inspect, code: errno)
  }

  /// The contents of the regular file `name`; nil for nothing.
  func read(_ name: String, limit: Int) throws(FileError) -> [UInt8]? {
    do {
      let flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW
      let file = try Descriptor(opening: name, flags, in: descriptor.number, shownAs: path(of: name))
      return try file.readAll(limit: limit)
    } catch .notFound {
      return nil
    }
  }

  /// The names of all that is in the folder; those that are no UTF-8 are left out.
  func names() throws(FileError) -> [String] {
    var names: [String] = []
    let own = try Descriptor(opening: ".", O_RDONLY | O_NONBLOCK, in: descriptor.number, shownAs: path)
    try DirectoryStream(own).forEachName { name, _ in
      if let name = String(validating: name, as: UTF8.self) { names.append(name) }
      return true
    }
    return names
  }

  /// Throws unless this process may make and rename entries here.
  func checkWritable() throws(FileError) {
    guard faccessat(descriptor.number, ".", W_OK | X_OK, AT_EACCESS) == 0 else {
      throw FileError(path: path, operation: .write, code: errno)
    }
  }
}
