import FileSystem
import Git
import Processes

/// The files of one commit in a folder of their own, outside of the repository, with nothing of it beside them: no `.git`, no
/// ignored or untracked file. What a process that was killed left behind is removed by the next.
struct CleanCheckout {
  /// Absolute; below it `code`, `home` and `tmp`.
  let folder: String
  private let environment: [String: String]
  var code: String { folder + "/code" }

  init(of commit: ObjectID, in repository: Repository, environment: [String: String]) throws(Failure) {
    self.environment = environment
    let parent = Self.parent(environment)
    folder = try failing(Failure.Reason.file) { () throws(FileError) in
      try FileSystem.realPath(try FileSystem.temporaryDirectory(inside: parent, prefix: Self.prefix))
    }
    do throws(Failure) {
      try fill(commit, repository)
    } catch {
      remove()
      throw error
    }
  }

  func remove() { Self.remove(folder, environment) }

  /// Through an index of its own: neither that of the repository nor its list of work trees is touched, and no hook runs.
  private func fill(_ commit: ObjectID, _ repository: Repository) throws(Failure) {
    try failing(Failure.Reason.file) { () throws(FileError) in
      for name in ["/code", "/home", "/tmp"] { try FileSystem.createDirectory(folder + name) }
    }
    var environment = RepositoryEnvironment.withoutRepository(repository.git.environment)
    environment["GIT_DIR"] = repository.location.gitDirectory
    environment["GIT_WORK_TREE"] = folder + "/code"
    environment["GIT_INDEX_FILE"] = folder + "/index"
    for key in ["GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"] {
      environment[key] = repository.git.environment[key]
    }
    let git = GitProgram(directory: folder + "/code", environment: environment)
    let limits = GitProgram.Limits(seconds: 600)
    let options = ["-c", "core.hooksPath=/dev/null", "-c", "core.sparseCheckout=false"]
    try failing(Failure.Reason.git) { () throws(GitError) in
      _ = try git.output(of: options + ["read-tree", commit.hex], limits: limits)
      _ = try git.output(of: options + ["checkout-index", "--all", "--quiet"], limits: limits)
    }
  }

  // MARK: Removing

  /// With the process's id in it, which tells a later process whether anybody is still at work there.
  private static var prefix: String { "handoff-run-\(ChildProcess.ownID)-" }

  private static func parent(_ environment: [String: String]) -> String {
    environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
  }

  /// Removes what processes left behind that are no more: those that were killed could not.
  static func sweep(_ environment: [String: String]) {
    let parent = parent(environment)
    for entry in (try? FileSystem.list(parent)) ?? [] where entry.kind == .directory {
      let parts = entry.name.split(separator: "-")
      guard parts.count == 4, entry.name.hasPrefix("handoff-run-"), let process = Int32(parts[2]),
        !ChildProcess.isRunning(process)
      else { continue }
      remove(parent + "/" + entry.name, environment)
    }
  }

  /// Folders that a command made unwritable, as caches of modules are, are made writable first.
  private static func remove(_ folder: String, _ environment: [String: String]) {
    for (name, arguments) in [("chmod", ["-R", "u+rwX"]), ("rm", ["-rf"])] {
      guard let executable = Executable.path(of: name, environment: environment) else { continue }
      let command = ChildProcess.Command(
        executable: executable, arguments: [name] + arguments + ["--", folder], environment: ["LC_ALL": "C"])
      _ = try? ChildProcess.run(command, input: [], limits: ProgramLimits(seconds: 600))
    }
  }
}
