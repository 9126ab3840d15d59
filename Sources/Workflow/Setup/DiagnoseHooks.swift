import FileSystem
import Git

extension Workspace {
  /// What stands where git looks for hooks, what else runs, and what was left where it no longer looks.
  func lookAtHooks(_ diagnosis: inout Diagnosis) throws(Failure) {
    let configured = try configuredHooks()
    diagnosis.configuredHooks = configured
    let status = try hooksStatus()
    diagnosis.hooks = status
    let isConfigured = { (kind: HookKind) in
      configured.contains { $0.events.contains(kind.rawValue) && $0.command.contains("handoff") }
    }
    if status.directory == "/dev/null" {
      diagnosis.problems.append(.hooksOff)
    } else if (try? ownHooksDirectory()) == nil, !status.hooks.allSatisfy({ isConfigured($0.kind) }) {
      diagnosis.problems.append(.hooksElsewhere(status.directory, isServer: location.workTree == nil))
    } else {
      // A server may do without hooks of its own, and wants only what is there to be right.
      let hooks = status.hooks.filter { location.workTree != nil || $0.state != .absent }
      for hook in hooks where !isConfigured(hook.kind) {
        if let problem = problem(with: hook, in: status.directory) { diagnosis.problems.append(problem) }
      }
    }
    if let path = leftBehind(status.directory) { diagnosis.problems.append(.hooksLeftBehind(path)) }
  }

  private func problem(with hook: HooksOutcome.Hook, in directory: String) -> DoctorProblem? {
    let surroundings = HookSurroundings(
      place: HookPlace(kind: hook.kind, directory: directory), top: location.workTree)
    if surroundings.isAround, let owner = surroundings.owner { return .hookAround(hook.kind, by: owner) }
    return switch hook.state {
    case .absent: .hookMissing(hook.kind)
    case .edited: .hookEdited(hook.kind)
    case .foreign: .hookTaken(hook.kind, by: hook.owner)
    case .chained(let file, runs: false): .previousHookOff(hook.kind, file: file)
    default: movedProgram(of: hook.kind, in: directory).map { .programMoved(hook.kind, path: $0) }
    }
  }

  /// The program that a hook of ours names, where it is gone.
  private func movedProgram(of kind: HookKind, in directory: String) -> String? {
    guard let bytes = try? HookPlace(kind: kind, directory: directory).contents(),
      let path = HookShim.program(in: bytes), !path.isEmpty, !FileSystem.isExecutable(path)
    else { return nil }
    return path
  }

  /// The repository's own folder, with hooks of ours in it, while git looks elsewhere.
  private func leftBehind(_ directory: String) -> String? {
    let own = location.commonDirectory + "/hooks"
    guard directory != own else { return nil }
    let stands = HookKind.client.contains { kind in
      (try? HookPlace(kind: kind, directory: own).standing()) == .ours
    }
    return stands ? own : nil
  }

  /// The hooks of git's own configuration, which run before those of the folder (git-config(1), `hook.<name>.command`).
  private func configuredHooks() throws(Failure) -> [Diagnosis.ConfiguredHook] {
    let settings = try git { () throws(GitError) in
      try repository.configuration(matching: "^hook\\..*\\.(command|event|enabled)$")
    }
    func name(_ key: String) -> String { String(key.dropFirst("hook.".count).prefix { $0 != "." }) }
    var found: [Diagnosis.ConfiguredHook] = []
    for setting in settings where setting.key.hasSuffix(".command") {
      let own = settings.filter { name($0.key) == name(setting.key) }
      if own.last(where: { $0.key.hasSuffix(".enabled") })?.value == "false" { continue }
      let events = own.filter { $0.key.hasSuffix(".event") }.compactMap(\.value)
      found.append(.init(name: name(setting.key), command: setting.value ?? "", events: events))
    }
    return found
  }
}
