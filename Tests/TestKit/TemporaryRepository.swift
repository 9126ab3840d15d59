import Foundation

/// A real git repository for one test, sealed off from the machine: its own home, no system or user
/// configuration, UTC, the C locale, and a clock that starts at 2024-01-01 and moves a minute with every commit,
/// so that the ids of commits are the same on every run.
///
/// The folder is removed when the value goes away, unless `HANDOFF_KEEP_REPOSITORIES` is set.
package final class TemporaryRepository {
  /// What a program that was run left behind.
  package struct Outcome: Sendable {
    package let status: Int32
    package let output: [UInt8]
    package let errors: [UInt8]

    package var stdout: String { String(decoding: output, as: UTF8.self) }
    package var stderr: String { String(decoding: errors, as: UTF8.self) }
  }

  /// A program that should have succeeded and did not, with everything that it said.
  package struct ProgramFailed: Error, CustomStringConvertible {
    package let description: String
  }

  /// The folder that holds `home`, the repository, and whatever else a test puts there; real path, removed at the end.
  package let scratch: String
  /// The top of the work tree; for a bare repository, the git directory.
  package let path: String
  /// What every program runs with; a test may add to it.
  package var environment: [String: String]
  /// Seconds since 1970 of the next commit.
  package var clock = 1_704_067_200

  /// Makes an empty repository with the branch `main`; `options` go to `git init`.
  package init(bare: Bool = false, options: [String] = []) throws {
    scratch = try Self.makeScratchFolder()
    path = scratch + (bare ? "/repository.git" : "/repository")
    environment = Self.sealedEnvironment(home: scratch + "/home")
    try Self.makeFolder(scratch + "/home")
    let kind = bare ? ["--bare"] : []
    try check(["init", "--quiet", "--initial-branch=main"] + kind + options + [path], in: scratch)
  }

  /// Clones `original`; `options` go to `git clone`.
  package init(cloning original: TemporaryRepository, options: [String] = []) throws {
    scratch = try Self.makeScratchFolder()
    path = scratch + "/repository"
    environment = Self.sealedEnvironment(home: scratch + "/home")
    clock = original.clock
    try Self.makeFolder(scratch + "/home")
    try check(["clone", "--quiet"] + options + ["file://" + original.path, path], in: scratch)
  }

  deinit {
    if ProcessInfo.processInfo.environment["HANDOFF_KEEP_REPOSITORIES"] == nil {
      try? FileManager.default.removeItem(atPath: scratch)
    }
  }

  /// Writes a file of the work tree, with the folders above it.
  package func write(_ file: String, _ text: String) throws {
    try write(file, bytes: Array(text.utf8))
  }

  /// Writes a file of the work tree, with the folders above it.
  package func write(_ file: String, bytes: [UInt8]) throws {
    let url = URL(fileURLWithPath: path + "/" + file)
    try Self.makeFolder(url.deletingLastPathComponent().path)
    try Data(bytes).write(to: url)
  }

  /// Writes a program that can be run at once, with the folders above it; `file` is absolute or of the work tree.
  ///
  /// Another process writes it: what a test beside this one starts meanwhile can inherit a file that is open for writing
  /// here, and a program that is open for writing anywhere cannot be started (execve(2), ETXTBSY).
  package func writeProgram(_ file: String, _ text: String) throws {
    let script = #"mkdir -p "$(dirname "$1")" && cat >"$1" && chmod 755 "$1""#
    let outcome = try run("sh", ["-c", script, "sh", file], input: Array(text.utf8))
    guard outcome.status == 0 else { throw ProgramFailed(description: "\(file)\n\(outcome.stderr)") }
  }

  /// The text of a file of the work tree; bytes that are no UTF-8 are U+FFFD.
  package func read(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + file)), as: UTF8.self)
  }

  /// Runs git at the top of the work tree; its standard output without the last line end. Throws when git fails.
  @discardableResult package func git(_ arguments: String...) throws -> String {
    try check(arguments, in: path)
  }

  /// Runs git in `directory`, an absolute path; its standard output without the last line end.
  @discardableResult package func git(in directory: String, _ arguments: [String]) throws -> String {
    try check(arguments, in: directory)
  }

  /// Writes `files`, stages everything and commits it, empty or not; the id of the new commit in hexadecimal.
  @discardableResult package func commit(_ message: String, files: [String: String] = [:]) throws -> String {
    for (file, text) in files.sorted(by: { $0.key < $1.key }) { try write(file, text) }
    try git("add", "--all")
    try git("commit", "--quiet", "--allow-empty", "--allow-empty-message", "-m", message)
    return try git("rev-parse", "HEAD")
  }

  /// Runs any program, found in PATH, and returns what it left behind, whatever its exit status.
  package func run(
    _ program: String, _ arguments: [String], input: [UInt8] = [], environment additions: [String: String] = [:],
    in directory: String? = nil
  ) throws -> Outcome {
    var environment = self.environment.merging(additions) { $1 }
    environment["GIT_AUTHOR_DATE"] = "\(clock) +0000"
    environment["GIT_COMMITTER_DATE"] = "\(clock) +0000"
    let run = ProgramRun(folder: scratch, environment: environment, directory: directory ?? path)
    return try run.outcome(of: program, arguments, input: input)
  }

  @discardableResult private func check(_ arguments: [String], in directory: String) throws -> String {
    let outcome = try run("git", arguments, in: directory)
    if Self.committing.contains(arguments.first ?? "") { clock += 60 }
    guard outcome.status == 0 else {
      let command = (["git"] + arguments).joined(separator: " ")
      throw ProgramFailed(
        description: "\(command)\nin \(directory)\nexit status \(outcome.status)\n\(outcome.stdout)\(outcome.stderr)")
    }
    return outcome.stdout.hasSuffix("\n") ? String(outcome.stdout.dropLast()) : outcome.stdout
  }

  /// The commands that make commits: the clock moves behind each.
  private static let committing: Set = ["commit", "merge", "cherry-pick", "revert", "rebase", "am", "pull", "notes"]
}

extension TemporaryRepository {
  private static func makeScratchFolder() throws -> String {
    let temporary = FileManager.default.temporaryDirectory.path
    // Git answers with real paths, and the temporary folder of macOS is behind a symbolic link.
    let real = realpath(temporary, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    let folder = (real ?? temporary) + "/handoff-" + UUID().uuidString.lowercased()
    try makeFolder(folder)
    return folder
  }

  private static func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// The built program comes before one that the machine has, or has not: hooks call it by its name.
  private static let searchPath: String = {
    let inherited = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    guard let program = try? BuiltProducts.path(of: "git-handoff") else { return inherited }
    return URL(fileURLWithPath: program).deletingLastPathComponent().path + ":" + inherited
  }()

  private static func sealedEnvironment(home: String) -> [String: String] {
    [
      // So that a whole run can be played in repositories of the other hash.
      "GIT_DEFAULT_HASH": ProcessInfo.processInfo.environment["GIT_DEFAULT_HASH"] ?? "sha1",
      "PATH": searchPath,
      "HOME": home,
      "XDG_CONFIG_HOME": home + "/.config",
      "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_CONFIG_GLOBAL": home + "/.gitconfig",
      "GIT_TEMPLATE_DIR": "",
      "GIT_TERMINAL_PROMPT": "0",
      "GIT_EDITOR": ":",
      "GIT_ADVICE": "0",
      "GIT_ALLOW_PROTOCOL": "file",
      "GIT_AUTHOR_NAME": "Ada Author",
      "GIT_AUTHOR_EMAIL": "ada@example.com",
      "GIT_COMMITTER_NAME": "Carl Committer",
      "GIT_COMMITTER_EMAIL": "carl@example.com",
      "TZ": "UTC",
      "LC_ALL": "C",
      "PAGER": "cat",
      "TERM": "dumb",
    ]
  }
}
