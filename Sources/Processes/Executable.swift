import FileSystem

/// Finds programs.
package enum Executable {
  /// The program called `name` in the absolute folders of PATH.
  ///
  /// Empty and relative entries of PATH are skipped: a program in a work tree must not pass for another.
  package static func path(of name: String, environment: [String: String]) -> String? {
    for folder in (environment["PATH"] ?? "").split(separator: ":") where folder.hasPrefix("/") {
      let candidate = "\(folder)/\(name)"
      if FileSystem.isExecutable(candidate) { return candidate }
    }
    return nil
  }
}
