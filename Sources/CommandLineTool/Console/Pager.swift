import FileSystem
import Git

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Long output on a terminal goes through the pager that git would use (git-var(1), GIT_PAGER).
enum Pager {
  /// Set by `--no-pager`.
  static let isDisabled = CommandLine.arguments.contains("--no-pager") || Console.environment["GIT_PAGER_IN_USE"] != nil

  /// Shows `text`; false when there is no pager to do it.
  static func show(_ text: String) -> Bool {
    guard !isDisabled, let pager = command, !pager.isEmpty, pager != "cat" else { return false }
    // As git does: quit if it fits on the screen, keep colours, do not clear.
    setenv("LESS", "FRX", 0)
    setenv("LV", "-c", 0)
    signal(SIGPIPE, SIG_IGN)
    guard let stream = popen(pager, "w") else { return false }
    fputs(text, stream)
    let status = pclose(stream)
    // By these the shell says that there is no such program; one that ends otherwise has shown what its user wanted to see.
    return status != -1 && ![126, 127].contains(status >> 8 & 0xff)
  }

  private static var command: String? {
    let directory = (try? FileSystem.workingDirectory()) ?? "/"
    return try? GitProgram(directory: directory, environment: Console.environment).line(of: ["var", "GIT_PAGER"])
  }
}
