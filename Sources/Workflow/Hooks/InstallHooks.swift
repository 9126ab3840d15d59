import FileSystem
import Git

/// What became of each hook.
package struct HooksOutcome: Sendable {
  package enum State: Hashable, Sendable {
    case installed
    case unchanged
    /// Written anew: the program has moved.
    case updated
    /// Installed in front of a hook that was there, which still runs, as the file named.
    case chained(String)
    /// Ours, but edited by somebody: left alone.
    case edited
    case removed
    /// Removed, and the hook from before put back.
    case restored
    case absent
    /// Somebody else's.
    case foreign
  }

  package var directory: String
  package var hooks: [(kind: HookKind, state: State)]
}

extension Workspace {
  private static let sizeLimit = 1 << 20

  /// Writes the hooks; hooks that are there already are kept and run first. Doing it again changes nothing.
  package func installHooks() throws(Failure) -> HooksOutcome {
    let directory = try ownHooksDirectory()
    var outcome = HooksOutcome(directory: directory, hooks: [])
    try failing(Failure.Reason.file) { () throws(FileError) in
      try FileSystem.createDirectory(directory, withIntermediates: true)
    }
    var change = Change(root: directory)
    for kind in HookKind.allCases {
      outcome.hooks.append((kind, try install(kind, in: directory, &change)))
    }
    if !change.isEmpty { try commit(change) }
    return outcome
  }

  /// Takes the hooks away, and puts back what was there before.
  package func uninstallHooks() throws(Failure) -> HooksOutcome {
    let directory = try ownHooksDirectory()
    var outcome = HooksOutcome(directory: directory, hooks: [])
    var change = Change(root: directory)
    for kind in HookKind.allCases {
      outcome.hooks.append((kind, try uninstall(kind, in: directory, &change)))
    }
    if !change.isEmpty { try commit(change) }
    return outcome
  }

  /// What stands at the place of each hook.
  package func hooksStatus() throws(Failure) -> HooksOutcome {
    let directory = try git { () throws(GitError) in try repository.hooksDirectory() }
    let hooks = try HookKind.allCases.map { kind throws(Failure) -> (kind: HookKind, state: HooksOutcome.State) in
      guard let bytes = try read(kind.rawValue, in: directory) else { return (kind, .absent) }
      let previous = Self.previousName(of: kind)
      switch HookShim(kind: kind).standing(of: bytes) {
      case .foreign: return (kind, .foreign)
      case .edited: return (kind, .edited)
      case .ours: return (kind, FileSystem.exists("\(directory)/\(previous)") ? .chained(previous) : .installed)
      }
    }
    return HooksOutcome(directory: directory, hooks: hooks)
  }

  private func install(
    _ kind: HookKind, in directory: String, _ change: inout Change
  ) throws(Failure) -> HooksOutcome.State {
    let shim = HookShim(kind: kind)
    let text = shim.text(program: surroundings.program)
    guard let old = try read(kind.rawValue, in: directory) else {
      change.put(text, at: kind.rawValue, executable: true, expecting: .absent)
      return .installed
    }
    switch shim.standing(of: old) {
    case .edited: return .edited
    case .ours:
      if old == text { return .unchanged }
      change.put(text, at: kind.rawValue, executable: true, expecting: .contents(old))
      return .updated
    case .foreign:
      let previous = Self.previousName(of: kind)
      guard !FileSystem.exists("\(directory)/\(previous)") else {
        throw Failure(.foreignHook(path: "\(directory)/\(previous)"))
      }
      let path = "\(directory)/\(kind.rawValue)"
      change.put(old, at: previous, executable: FileSystem.isExecutable(path), expecting: .absent)
      change.remove(kind.rawValue, expecting: .contents(old))
      // A new file of its own: written over the old one it would keep that one's permissions.
      var shimChange = Change(root: directory)
      try commit(change)
      shimChange.put(text, at: kind.rawValue, executable: true, expecting: .absent)
      change = shimChange
      return .chained(previous)
    }
  }

  private func uninstall(
    _ kind: HookKind, in directory: String, _ change: inout Change
  ) throws(Failure) -> HooksOutcome.State {
    guard let bytes = try read(kind.rawValue, in: directory) else { return .absent }
    switch HookShim(kind: kind).standing(of: bytes) {
    case .foreign: return .foreign
    case .edited: return .edited
    case .ours:
      change.remove(kind.rawValue, expecting: .contents(bytes))
      let previous = Self.previousName(of: kind)
      guard let old = try read(previous, in: directory) else { return .removed }
      let isExecutable = FileSystem.isExecutable("\(directory)/\(previous)")
      try commit(change)
      change = Change(root: directory)
      change.put(old, at: kind.rawValue, executable: isExecutable, expecting: .absent)
      change.remove(previous, expecting: .contents(old))
      return .restored
    }
  }

  private static func previousName(of kind: HookKind) -> String { kind.rawValue + ".before-handoff" }

  private func read(_ name: String, in directory: String) throws(Failure) -> [UInt8]? {
    do {
      return try FileSystem.read("\(directory)/\(name)", limit: Self.sizeLimit, followingLinks: false)
    } catch .notFound {
      return nil
    } catch .symbolicLink, .notRegular, .tooLarge {
      throw Failure(.foreignHook(path: "\(directory)/\(name)"))
    } catch {
      throw Failure(.file(error))
    }
  }

  /// The hooks folder, when it is this repository's own: one that `core.hooksPath` sets for every repository of a user
  /// or machine is never written.
  private func ownHooksDirectory() throws(Failure) -> String {
    let directory = try git { () throws(GitError) in try repository.hooksDirectory() }
    let homes = [location.commonDirectory, location.gitDirectory, location.workTree].compactMap(\.self)
    guard homes.contains(where: { directory.hasPrefix($0 + "/") }) else {
      throw Failure(.hooksElsewhere(path: directory))
    }
    return directory
  }
}
