import Processes

extension Repository {
  /// What HEAD says; read from its files, or asked of git where refs are kept in another way.
  package func head() throws(GitError) -> Head {
    guard references.areUsed else { return try headByGit() }
    switch try references.target(of: "HEAD") {
    case .object(let id)?: return Head(branch: nil, commit: id)
    case .reference(let name)?: return Head(branch: Self.branch(name), commit: try references.id(of: name))
    case nil: return try headByGit()
    }
  }

  /// The commit that `revision`, in any form of gitrevisions(7), means.
  /// Throws ``GitError/unknownRevision(_:)``.
  package func resolve(_ revision: String) throws(GitError) -> ObjectID {
    if revision == "HEAD", let commit = try head().commit { return commit }
    // Behind `:/text`, which finds commits alone, a suffix would be part of the text.
    let commit = revision.hasPrefix(":/") ? revision : revision + "^{commit}"
    let outcome = try git.outcome(of: ["rev-parse", "--verify", "--quiet", "--end-of-options", commit])
    let answer = outcome.text.split(separator: "\n")
    guard outcome.status == 0, answer.count == 1, let id = ObjectID(answer[0]) else {
      throw .unknownRevision(revision)
    }
    return id
  }

  /// What the ref with this full name, such as `refs/heads/main`, leads to; nil when there is none. A tag's own object
  /// may be no commit: see ``commitID(peeling:)``.
  package func reference(_ name: String) throws(GitError) -> ObjectID? {
    if references.areUsed { return try references.id(of: name) }
    let outcome = try git.outcome(of: ["rev-parse", "--verify", "--quiet", "--end-of-options", name])
    return outcome.text.split(separator: "\n").first.flatMap { ObjectID($0) }
  }

  /// The name of the ref that the ref `name` stands for, as `refs/remotes/origin/HEAD` does; nil for any other.
  package func symbolicTarget(of name: String) throws(GitError) -> String? {
    if references.areUsed {
      return if case .reference(let target)? = try references.target(of: name) { target } else { nil }
    }
    let outcome = try git.outcome(of: ["symbolic-ref", "--quiet", name])
    return outcome.text.split(separator: "\n").first.map(String.init)
  }

  /// All refs whose full names lie at or below `prefix`, such as `refs/remotes/origin`, sorted by name.
  package func references(below prefix: String) throws(GitError) -> [Reference] {
    if references.areUsed { return try references.all(below: prefix) }
    let output = try git.output(of: ["for-each-ref", "--format=%(objectname) %(refname)", "--", prefix])
    return String(decoding: output, as: UTF8.self).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let id = ObjectID(parts[0]) else { return nil }
      return Reference(name: String(parts[1]), id: id)
    }
  }

  private func headByGit() throws(GitError) -> Head {
    let branch = try git.outcome(of: ["symbolic-ref", "--quiet", "HEAD"])
    let commit = try git.outcome(of: ["rev-parse", "--verify", "--quiet", "HEAD"])
    guard branch.status == 0 || commit.status == 0 else {
      throw .program(arguments: ["rev-parse", "HEAD"], status: commit.status, stderr: commit.complaint)
    }
    let name = branch.text.split(separator: "\n").first.map(String.init)
    return Head(
      branch: name.flatMap(Self.branch), commit: commit.text.split(separator: "\n").first.flatMap { ObjectID($0) })
  }

  private static func branch(_ name: String) -> String? {
    name.hasPrefix("refs/heads/") ? String(name.dropFirst("refs/heads/".count)) : name
  }
}
