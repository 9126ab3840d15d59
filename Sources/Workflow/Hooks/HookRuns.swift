import FileSystem

/// When each hook last ran: a file each below git's own folder, which may be lost at any time.
struct HookRuns {
  private static let limit = 64
  private let folder: String

  init(stateDirectory: String) { folder = stateDirectory + "/ran" }

  /// Notes that a hook runs now. That it cannot be noted, as on a file system that is read only, is no failure.
  func note(_ kind: HookKind, at moment: Timestamp) {
    let path = "\(folder)/\(kind.rawValue)"
    let text = moment.iso8601 + "\n"
    if (try? FileSystem.mark(path, text)) != nil { return }
    try? FileSystem.createDirectory(folder, withIntermediates: true)
    try? FileSystem.mark(path, text)
  }

  /// The moment, as ISO 8601 has it; nil when the hook has not run yet.
  func last(_ kind: HookKind) -> String? {
    guard let bytes = try? FileSystem.read("\(folder)/\(kind.rawValue)", limit: Self.limit, followingLinks: false)
    else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).first.map(String.init)
  }

  func forget() {
    for kind in HookKind.allCases { try? FileSystem.removeFile("\(folder)/\(kind.rawValue)") }
  }
}

extension Workspace {
  /// Notes that a hook runs now, for `hooks status`.
  package func noteRun(of kind: HookKind) {
    HookRuns(stateDirectory: stateDirectory).note(kind, at: surroundings.clock())
  }
}
