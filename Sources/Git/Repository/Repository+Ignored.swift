import Processes

/// A file that git leaves out of what is added, and the line that says so.
package struct IgnoredFile: Hashable, Sendable {
  package var path: String
  package var pattern: String
  /// The file of patterns, as git names it, such as `.gitignore` or `/home/ada/.config/git/ignore`.
  package var source: String
  package var line: Int
}

extension Repository {
  /// Files below a folder of the work tree that are not tracked, and ignored (git-ls-files(1), `-o -i`). Paths are from the
  /// top.
  package func ignoredFiles(below folder: String) throws(GitError) -> [String] {
    let arguments = [
      "ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--full-name", "--", ":(top,literal)\(folder)",
    ]
    return Self.fields(of: try git.output(of: arguments))
  }

  /// Which of these files git would leave out, there or not: none that it tracks (git-check-ignore(1)).
  package func ignoredFiles(among paths: [String]) throws(GitError) -> [IgnoredFile] {
    let arguments = ["check-ignore", "--verbose", "-z", "--stdin"]
    let outcome = try git.outcome(of: arguments, input: paths.flatMap { Array($0.utf8) + [0] })
    // 1 is what it says where none is ignored.
    guard outcome.status <= 1 else {
      throw .program(arguments: arguments, status: outcome.status, stderr: outcome.complaint)
    }
    let fields = Self.fields(of: outcome.output)
    return stride(from: 0, to: fields.count - 3, by: 4).compactMap { place in
      let file = IgnoredFile(
        path: fields[place + 3], pattern: fields[place + 2], source: fields[place], line: Int(fields[place + 1]) ?? 1)
      // The last pattern that fits is told, also where it takes a file in again.
      return file.pattern.hasPrefix("!") ? nil : file
    }
  }

  private static func fields(of output: [UInt8]) -> [String] {
    output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}
