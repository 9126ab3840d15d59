import Processes

extension Repository {
  /// The moment that words such as `2 weeks ago` mean to git, in seconds since 1970; nil where it makes nothing of them.
  ///
  /// - Parameter now: what they are counted from, in the same seconds.
  package func moment(of words: String, now: Int64) throws(GitError) -> Int64? {
    // date.c, get_time.
    let environment = git.environment.merging(["GIT_TEST_DATE_NOW": String(now)]) { $1 }
    let dating = GitProgram(directory: git.directory, environment: environment)
    let answer = try dating.line(of: ["rev-parse", "--since=\(words)"])
    let prefix = "--max-age="
    guard answer.hasPrefix(prefix), let moment = Int64(answer.dropFirst(prefix.count)) else { return nil }
    // For what it does not know git takes the present moment.
    return moment == now && words != "now" ? nil : moment
  }

  /// The last commit of HEAD's history that was committed at a moment or before it; nil when there is none.
  package func lastCommit(before seconds: Int64) throws(GitError) -> ObjectID? {
    guard let head = try head().commit else { return nil }
    let arguments = ["rev-list", "--max-count=1", "--before=\(seconds)", "--end-of-options", head.hex]
    return Self.ids(try git.output(of: arguments)).first
  }
}
