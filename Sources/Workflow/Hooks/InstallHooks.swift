import FileSystem
import Git

extension Workspace {
  /// Writes the hooks; hooks that are there already are kept and run first. Doing it again changes nothing.
  package func installHooks(_ choice: HookChoice = HookChoice()) throws(Failure) -> HooksOutcome {
    let directory = try ownHooksDirectory()
    let layout = choice.isForServer ? choice.layout ?? foundLayout(directory) : .plain
    let places = choice.kinds.map { layout.place(of: $0, hooks: directory, repository: location.commonDirectory) }
    for folder in Set(places.map(\.directory)) {
      try failing(Failure.Reason.file) { () throws(FileError) in
        try FileSystem.createDirectory(folder, withIntermediates: true)
      }
    }
    var outcome = HooksOutcome(directory: layout == .gitlab ? location.commonDirectory + "/custom_hooks" : directory)
    for place in places { outcome.hooks.append(.init(kind: place.kind, state: try install(place))) }
    // A server fetches from nobody.
    if choice.isForServer { return outcome }
    outcome.notesFrom = try git { () throws(GitError) in try NotesRefspecs(repository).add() }
    return outcome
  }

  /// Takes the hooks away, and puts back what was there before.
  package func uninstallHooks() throws(Failure) -> HooksOutcome {
    let directory = try ownHooksDirectory()
    let outcome = try eachHook(in: directory) { place throws(Failure) in try uninstall(place) }
    HookRuns(stateDirectory: stateDirectory).forget()
    try git { () throws(GitError) in try NotesRefspecs(repository).remove() }
    return outcome
  }

  /// What stands at the place of each hook.
  package func hooksStatus() throws(Failure) -> HooksOutcome {
    let directory = try git { () throws(GitError) in try repository.hooksDirectory() }
    var outcome = try eachHook(in: directory) { place throws(Failure) in
      switch try place.standing() {
      case nil: .absent
      case .foreign: .foreign
      case .edited: .edited
      case .ours: place.hasPrevious ? .chained(place.previousName, runs: place.previousRuns) : .installed
      }
    }
    outcome.notesFrom = try git { () throws(GitError) in try NotesRefspecs(repository).remotes() }
    let runs = HookRuns(stateDirectory: stateDirectory)
    for index in outcome.hooks.indices { outcome.hooks[index].lastRun = runs.last(outcome.hooks[index].kind) }
    return outcome
  }

  /// Asks each hook that stands somewhere, and of those that do not, each that could be wanted here.
  private func eachHook(
    in directory: String, _ body: (HookPlace) throws(Failure) -> HooksOutcome.State
  ) throws(Failure) -> HooksOutcome {
    let layout = foundLayout(directory)
    var outcome = HooksOutcome(directory: layout == .gitlab ? location.commonDirectory + "/custom_hooks" : directory)
    // `update` is wanted only where somebody chose it.
    let wanted: [HookKind] = location.workTree == nil ? [.preReceive, .postReceive] : HookKind.client
    for kind in HookKind.allCases {
      let layout = HookKind.server.contains(kind) ? layout : .plain
      let state = try body(layout.place(of: kind, hooks: directory, repository: location.commonDirectory))
      if !wanted.contains(kind), state == .absent || state == .foreign { continue }
      outcome.hooks.append(.init(kind: kind, state: state))
    }
    return outcome
  }

  private func foundLayout(_ hooks: String) -> ServerLayout {
    .found(hooks: hooks, repository: location.commonDirectory)
  }

  private func install(_ place: HookPlace) throws(Failure) -> HooksOutcome.State {
    let text = HookShim(kind: place.kind).text(program: surroundings.program)
    switch try place.standing() {
    case .edited: return .edited
    case .ours:
      if try place.contents() == text { return .unchanged }
      try write(text, at: place)
      return .updated
    case .foreign:
      guard !place.hasPrevious else { throw Failure(.foreignHook(path: place.previousPath)) }
      try failing(Failure.Reason.file) { () throws(FileError) in
        try FileSystem.rename(place.path, to: place.previousPath)
      }
      try write(text, at: place)
      return .chained(place.previousName, runs: place.previousRuns)
    case nil:
      try write(text, at: place)
      return place.hasPrevious ? .chained(place.previousName, runs: place.previousRuns) : .installed
    }
  }

  private func uninstall(_ place: HookPlace) throws(Failure) -> HooksOutcome.State {
    switch try place.standing() {
    case nil: return .absent
    case .foreign: return .foreign
    case .edited: return .edited
    case .ours:
      if place.hasPrevious {
        try failing(Failure.Reason.file) { () throws(FileError) in
          try FileSystem.rename(place.previousPath, to: place.path)
        }
        return .restored
      }
      var change = Change(root: place.directory)
      change.remove(place.name)
      try commit(change)
      return .removed
    }
  }

  private func write(_ text: [UInt8], at place: HookPlace) throws(Failure) {
    var change = Change(root: place.directory)
    change.put(text, at: place.name, executable: true)
    try commit(change)
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
