import Processes

/// One setting as git tells it.
package struct Setting: Hashable, Sendable {
  /// Section and name in lower case, a subsection between them as it is: `remote.Origin.url`.
  package let key: String
  /// Nil for a setting without `=`, which means true.
  package let value: String?

  package init(key: String, value: String?) {
    self.key = key
    self.value = value
  }
}

extension Repository {
  /// The settings whose keys match an extended regular expression, such as `^handoff\.`, from all of git's sources;
  /// of several with the same key, the last one counts.
  package func configuration(matching pattern: String) throws(GitError) -> [Setting] {
    let arguments = ["config", "-z", "--get-regexp", pattern]
    let outcome = try git.outcome(of: arguments)
    guard outcome.status == 0 || outcome.status == 1 else {
      throw .program(arguments: arguments, status: outcome.status, stderr: outcome.complaint)
    }
    return outcome.output.split(separator: 0).map { record in
      let parts = record.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
      return Setting(
        key: String(decoding: parts[0], as: UTF8.self),
        value: parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : nil)
    }
  }

  /// Who acts, now: the author that git would put into a commit.
  package func identity() throws(GitError) -> Identity {
    let arguments = ["var", "GIT_AUTHOR_IDENT"]
    guard let identity = Identity(try git.line(of: arguments)) else { throw .unexpectedOutput(arguments: arguments) }
    return identity
  }

  /// The names of the remotes and where each is, for pushing: `git remote get-url --push`.
  package func remotes() throws(GitError) -> [Remote] {
    let lines = try git.output(of: ["remote", "--verbose"])
    return String(decoding: lines, as: UTF8.self).split(separator: "\n").compactMap { line in
      guard line.hasSuffix(" (push)"), let tab = line.firstIndex(of: "\t") else { return nil }
      return Remote(name: String(line[..<tab]), url: String(line[line.index(after: tab)...].dropLast(" (push)".count)))
    }
  }

  /// Where git looks for hooks, absolute: what `core.hooksPath` says, or `hooks` in the common directory.
  package func hooksDirectory() throws(GitError) -> String {
    Path.joined(location.top, try git.line(of: ["rev-parse", "--git-path", "hooks"]))
  }
}

/// Another repository that this one pushes to.
package struct Remote: Hashable, Sendable {
  package let name: String
  /// For pushing, with `pushInsteadOf` applied.
  package let url: String

  package init(name: String, url: String) {
    self.name = name
    self.url = url
  }
}

extension Identity {
  /// Reads `Name <address> seconds offset`, as git-var(1) prints it.
  package init?(_ line: String) {
    guard let open = line.firstIndex(of: "<"), let close = line[open...].firstIndex(of: ">") else { return nil }
    let time = line[line.index(after: close)...].split(separator: " ")
    guard time.count == 2, let seconds = Int64(time[0]), let zone = Int(time[1]).flatMap(Self.minutes)
    else { return nil }
    let name = line[..<open]
    self.init(
      name: String(name.hasSuffix(" ") ? name.dropLast() : name),
      address: String(line[line.index(after: open)..<close]),
      seconds: seconds, offset: zone)
  }
}
