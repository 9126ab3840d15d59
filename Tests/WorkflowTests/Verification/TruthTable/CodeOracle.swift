import PlanModel
import TestKit

/// What conditions about symbols, tests, coverage and commands come to, by git, awk, a shell and arithmetic.
struct CodeOracle {
  let repository: TemporaryRepository

  // MARK: Symbols

  /// The texts of the functions of that name in a commit, without white space and sorted, by awk.
  func definitions(of name: String, _ pathspec: String, in commit: String) throws -> [String] {
    let program = """
      $0 ~ "^[ \\t]*func " name "[(]" { on = 1; text = "" }
      on { line = $0; gsub(/[ \\t]/, "", line); text = text line }
      on && /^[ \\t]*}/ { on = 0; print text }
      """
    let empty = try repository.git("hash-object", "-t", "tree", "/dev/null")
    let files = try repository.git("diff-tree", "-r", "-z", "--name-only", empty, commit, "--", pathspec)
      .split(separator: "\0").filter { $0.hasSuffix(".swift") }
    let texts = try files.flatMap { file -> [String] in
      let code = try repository.run("git", ["show", "\(commit):\(file)"]).output
      let outcome = try repository.run("awk", ["-v", "name=\(name)", program], input: code)
      return outcome.stdout.split(separator: "\n").map(String.init)
    }
    return texts.sorted()
  }

  // MARK: Reports

  /// A report of tests that a run of the code at HEAD might have left.
  func junit() throws -> String {
    var cases: [String] = []
    for word in ["muted", "legacy"] {
      let passes = try has(word)
      cases.append("<testcase name=\"has \(word)\">\(passes ? "" : "<failure message=\"no\"/>")</testcase>")
    }
    if try !files("src/new.txt").isEmpty { cases.append("<testcase name=\"new file\"/>") }
    return "<testsuite name=\"words\">\n\(cases.joined(separator: "\n"))\n</testsuite>\n"
  }

  /// By what the report was made of.
  func verdict(onTest name: String) throws -> Verdict {
    switch name {
    case "has muted": return try has("muted") ? .met : .unmet
    case "has *": return try has("muted") && has("legacy") ? .met : .unmet
    default: return try files("src/new.txt").isEmpty ? .unproven : .met
    }
  }

  private func has(_ word: String) throws -> Bool {
    try repository.run("git", ["grep", "-q", "-F", word, "HEAD", "--", "src"]).status == 0
  }

  private func files(_ path: String) throws -> String { try repository.git("ls-tree", "HEAD", "--", path) }

  /// Every second line of every text file was run, beginning with the first.
  func lcov() throws -> String {
    try textFiles(".").map { file in
      let count = try lines(of: file)
      let data = count == 0 ? "" : (1...count).map { "DA:\($0),\($0 % 2)\n" }.joined()
      return "SF:\(file)\n\(data)end_of_record\n"
    }.joined()
  }

  /// By blame: a line is the story's when git puts it down to one of its commits, or to one of its merges.
  func verdict(onCoverage pathspec: String, atLeast percent: Int, _ commits: [String]) throws -> Verdict {
    var own: [Int] = []
    for file in try textFiles(pathspec) {
      let all = try blame(file, [])
      let main = try blame(file, ["--first-parent"])
      for (index, pair) in zip(all, main).enumerated() where commits.contains(pair.0) || commits.contains(pair.1) {
        own.append(index + 1)
      }
    }
    if own.isEmpty { return .unproven }
    return own.count(where: { $0 % 2 == 1 }) * 100 >= percent * own.count ? .met : .unmet
  }

  private func blame(_ file: String, _ options: [String]) throws -> [String] {
    try repository.git(in: repository.path, ["blame", "-s", "-l", "--root"] + options + ["HEAD", "--", file])
      .unicodeScalars.split(separator: "\n").map { String($0.prefix(40)) }
  }

  /// Binary files, links and submodules have no lines.
  private func textFiles(_ pathspec: String) throws -> [String] {
    let outcome = try repository.run("git", ["grep", "-I", "-l", "-z", "-e", "", "HEAD", "--", pathspec])
    return outcome.stdout.split(separator: "\0").map { String($0.dropFirst("HEAD:".count)) }
      .filter { !$0.hasPrefix(".handoff/") }
  }

  private func lines(of file: String) throws -> Int {
    let text = try repository.run("git", ["show", "HEAD:\(file)"]).output
    return text.count { $0 == 10 } + (text.last.map { $0 == 10 } ?? true ? 0 : 1)
  }

  // MARK: Commands

  /// In a folder that `git archive` filled.
  func verdict(onCommand command: String) throws -> Verdict {
    let folder = repository.scratch + "/archive"
    let unpack = "rm -rf \"$1\" && mkdir \"$1\" && git archive HEAD | tar -x -C \"$1\""
    _ = try repository.run("sh", ["-c", unpack, "sh", folder])
    return try repository.run("sh", ["-c", command], in: folder).status == 0 ? .met : .unmet
  }
}
