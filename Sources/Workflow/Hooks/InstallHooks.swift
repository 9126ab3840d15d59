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
    // Nothing is written before all of it can be.
    for place in places { try checkInstallable(place) }
    for place in places {
      let state = try install(place)
      outcome.hooks.append(.init(kind: place.kind, state: state, owner: owner(at: place, state)))
    }
    if choice.isForServer {
      outcome.hooks += try removeOthers(than: places, layout, in: directory)
      // A server fetches from nobody.
      return outcome
    }
    outcome.mayWantServer = location.workTree == nil && !FileSystem.exists(location.commonDirectory + "/worktrees")
    outcome.notesFrom = try git { () throws(GitError) in try NotesRefspecs(repository).add() }
    return outcome
  }

  /// Takes the hooks away, and puts back what was there before.
  package func uninstallHooks() throws(Failure) -> HooksOutcome {
    let left = try uninstallLeftBehind()
    var outcome: HooksOutcome
    do throws(Failure) {
      outcome = try eachHook(in: ownHooksDirectory()) { place throws(Failure) in try uninstall(place) }
    } catch {
      // Where git looks is not this repository's own: nothing of ours is there.
      guard !left.isEmpty else { throw error }
      outcome = HooksOutcome(directory: location.commonDirectory + "/hooks")
    }
    outcome.hooks += left
    HookRuns(stateDirectory: stateDirectory).forget()
    try git { () throws(GitError) in try NotesRefspecs(repository).remove() }
    return outcome
  }

  /// Takes ours out of the repository's own folder where git has been told to look elsewhere since.
  private func uninstallLeftBehind() throws(Failure) -> [HooksOutcome.Hook] {
    let own = location.commonDirectory + "/hooks"
    guard try git({ () throws(GitError) in try repository.hooksDirectory() }) != own else { return [] }
    var removed: [HooksOutcome.Hook] = []
    for kind in HookKind.allCases {
      let place = HookPlace(kind: kind, directory: own)
      guard try place.standing() == .ours else { continue }
      let state = try uninstall(place)
      removed.append(.init(kind: kind, state: state, folder: own, owner: owner(at: place, state)))
    }
    return removed
  }

  /// What stands at the place of each hook.
  package func hooksStatus() throws(Failure) -> HooksOutcome {
    let directory = try git { () throws(GitError) in try repository.hooksDirectory() }
    var outcome = try eachHook(in: directory) { place throws(Failure) in
      switch try place.standing() {
      case nil: .absent
      case .foreign: HookSurroundings(place: place, top: location.workTree).isCalled ? .called : .foreign
      case .edited: .edited
      case .ours: place.hasPrevious ? .chained(place.previousName, runs: place.previousRuns) : .installed
      }
    }
    outcome.notesFrom = try git { () throws(GitError) in try NotesRefspecs(repository).remotes() }
    let runs = HookRuns(stateDirectory: stateDirectory)
    for index in outcome.hooks.indices { outcome.hooks[index].lastRun = runs.last(outcome.hooks[index].kind) }
    return outcome
  }

  /// Takes away what an earlier choice of layout, or of judging each ref, put elsewhere: or a push would be judged twice.
  private func removeOthers(
    than chosen: [HookPlace], _ layout: ServerLayout, in directory: String
  ) throws(Failure) -> [HooksOutcome.Hook] {
    let kept = Set(chosen.map(\.path))
    var removed: [HooksOutcome.Hook] = []
    for kind in HookKind.server {
      for place in layout.places(of: kind, hooks: directory, repository: location.commonDirectory)
      where !kept.contains(place.path) {
        let state = try uninstall(place)
        if state == .absent || state == .foreign { continue }
        removed.append(.init(kind: kind, state: state, folder: place.directory, owner: owner(at: place, state)))
      }
    }
    return removed
  }

  /// Asks each hook that stands somewhere, and of those that do not, each that could be wanted here.
  private func eachHook(
    in directory: String, _ body: (HookPlace) throws(Failure) -> HooksOutcome.State
  ) throws(Failure) -> HooksOutcome {
    let layout = foundLayout(directory)
    var outcome = HooksOutcome(directory: layout == .gitlab ? location.commonDirectory + "/custom_hooks" : directory)
    let wanted = wantedKinds(layout, in: directory)
    for kind in HookKind.allCases {
      var found: [HooksOutcome.Hook] = []
      let places = layout.places(of: kind, hooks: directory, repository: location.commonDirectory)
      for place in places {
        let state = try body(place)
        let isElsewhere = place.path != places.first?.path
        // What others have where ours does not belong is no business of ours.
        if isElsewhere, state == .absent || state == .foreign || state == .called { continue }
        let folder = isElsewhere ? place.directory : nil
        found.append(.init(kind: kind, state: state, folder: folder, owner: owner(at: place, state)))
      }
      let isWanted = wanted.contains(kind)
      outcome.hooks += found.filter { hook in
        hook.state == .absent ? isWanted && found.count == 1 : isWanted || hook.state != .foreign
      }
    }
    return outcome
  }

  /// `update` is wanted only where somebody chose it, and `pre-receive` where nobody did.
  private func wantedKinds(_ layout: ServerLayout, in directory: String) -> [HookKind] {
    if location.workTree != nil { return HookKind.client }
    let updates = layout.places(of: .update, hooks: directory, repository: location.commonDirectory)
    let judgesEachRef = updates.contains { (try? $0.standing()) == .ours }
    return judgesEachRef ? [.postReceive] : [.preReceive, .postReceive]
  }

  private func owner(at place: HookPlace, _ state: HooksOutcome.State) -> HookOwner? {
    let surroundings = HookSurroundings(place: place, top: location.workTree)
    return switch state {
    case .foreign, .called, .uncalled, .restored: surroundings.owner
    case .chained: surroundings.previousOwner
    default: nil
    }
  }

  private func foundLayout(_ hooks: String) -> ServerLayout {
    .found(hooks: hooks, repository: location.commonDirectory)
  }

  private func checkInstallable(_ place: HookPlace) throws(Failure) {
    guard try place.standing() == .foreign else { return }
    let surroundings = HookSurroundings(place: place, top: location.workTree)
    if surroundings.isCalled || surroundings.isBack { return }
    if place.hasPrevious { throw Failure(.place(.foreignHook(path: place.previousPath))) }
    // What husky puts there finds the user's own script by the name under which it was called: it cannot be renamed.
    if surroundings.owner == .husky {
      throw Failure(.place(.huskyHooks(path: place.directory)))
    }
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
      let surroundings = HookSurroundings(place: place, top: location.workTree)
      if surroundings.isBack {
        // Ours would be run by it, which ours runs.
        if let name = surroundings.displaced { try remove(name, at: place) }
      } else if surroundings.isCalled {
        return .called
      }
      try failing(Failure.Reason.file) { () throws(FileError) in
        try FileSystem.rename(place.path, to: place.previousPath)
      }
      do {
        try write(text, at: place)
      } catch {
        // Their hook goes on as it did.
        try? FileSystem.rename(place.previousPath, to: place.path)
        throw error
      }
      return .chained(place.previousName, runs: place.previousRuns)
    case nil:
      try write(text, at: place)
      return place.hasPrevious ? .chained(place.previousName, runs: place.previousRuns) : .installed
    }
  }

  private func uninstall(_ place: HookPlace) throws(Failure) -> HooksOutcome.State {
    switch try place.standing() {
    case nil: return .absent
    case .foreign:
      let surroundings = HookSurroundings(place: place, top: location.workTree)
      let (displaced, isBack) = (surroundings.displaced, surroundings.isBack)
      if let displaced { try remove(displaced, at: place) }
      if isBack { try remove(place.previousName, at: place) }
      return displaced != nil || isBack ? .uncalled : surroundings.isCalled ? .called : .foreign
    case .edited: return .edited
    case .ours:
      if place.hasPrevious {
        try failing(Failure.Reason.file) { () throws(FileError) in
          try FileSystem.rename(place.previousPath, to: place.path)
        }
        return .restored
      }
      try remove(place.name, at: place)
      return .removed
    }
  }

  private func remove(_ name: String, at place: HookPlace) throws(Failure) {
    var change = Change(root: place.directory)
    change.remove(name)
    try commit(change)
  }

  private func write(_ text: [UInt8], at place: HookPlace) throws(Failure) {
    var change = Change(root: place.directory)
    change.put(text, at: place.name, executable: true)
    try commit(change)
  }

  /// The hooks folder, when it is this repository's own: one that `core.hooksPath` sets for every repository of a user
  /// or machine is never written.
  func ownHooksDirectory() throws(Failure) -> String {
    let directory = try git { () throws(GitError) in try repository.hooksDirectory() }
    let homes = [location.commonDirectory, location.gitDirectory, location.workTree].compactMap(\.self)
    // A link that leads out of the repository would have the hooks written elsewhere (CVE-2025-48384 is of that kind).
    let real = (try? FileSystem.realPath(directory)) ?? directory
    guard [directory, real].allSatisfy({ path in homes.contains { path.hasPrefix($0 + "/") } }) else {
      throw Failure(.place(.hooksElsewhere(path: real)))
    }
    return directory
  }
}
