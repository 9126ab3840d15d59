import FileSystem

/// The place of one hook in a hooks folder, and of the hook that was there before ours.
struct HookPlace {
  private static let sizeLimit = 1 << 20

  let kind: HookKind
  let directory: String
  /// The file's name in the folder.
  let name: String

  /// The file that git itself runs.
  init(kind: HookKind, directory: String) {
    self.init(kind: kind, directory: directory, name: kind.rawValue)
  }

  private init(kind: HookKind, directory: String, name: String) {
    self.kind = kind
    self.directory = directory
    self.name = name
  }

  /// One of several in the folder `<hook>.d`, all of which a forge runs by itself.
  static func amongOthers(_ kind: HookKind, in directory: String) -> HookPlace {
    HookPlace(kind: kind, directory: "\(directory)/\(kind.rawValue).d", name: "git-handoff")
  }

  var path: String { "\(directory)/\(name)" }
  /// What the shims call the hook from before.
  var previousName: String { kind.rawValue + ".before-handoff" }
  var previousPath: String { "\(directory)/\(previousName)" }

  /// Whether anything stands there, a dead link included.
  var hasPrevious: Bool { FileSystem.kind(of: previousPath) != nil }
  /// Git runs no hook that is not executable (githooks(5)), and neither do the shims.
  var previousRuns: Bool { FileSystem.isExecutable(previousPath) }

  /// What stands at the place; nil for nothing. A link, a program or anything else that we did not write is foreign.
  func standing() throws(Failure) -> HookShim.Standing? {
    guard let kind = FileSystem.kind(of: path) else { return nil }
    guard kind == .file, let bytes = try contents() else { return .foreign }
    return HookShim(kind: self.kind).standing(of: bytes)
  }

  /// The file's bytes; nil when it is not there, or larger than any script of ours.
  func contents() throws(Failure) -> [UInt8]? {
    do {
      return try FileSystem.read(path, limit: Self.sizeLimit, followingLinks: false)
    } catch .notFound, .tooLarge {
      return nil
    } catch {
      throw Failure(.file(error))
    }
  }
}
