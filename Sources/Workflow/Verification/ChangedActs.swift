import Git
import PlanFiles
import PlanModel

extension Repository {
  /// The sign-offs and attachments that commits change or take away, by the commit: acts are only ever added.
  ///
  /// Merges are asked against each parent; one that leaves out what one side had takes it away like any other commit. One
  /// process.
  ///
  /// - Parameters:
  ///   - known: what these can reach is not asked.
  ///   - tips: of what these can reach, every commit is.
  func changedActs(from known: [ObjectID], to tips: [ObjectID]) throws(GitError) -> [ObjectID: [String]] {
    let arguments = [
      "log", "--stdin", "-m", "--full-history", "--no-show-signature", "--format=/%H", "--name-only", "--no-renames",
      "--diff-filter=DMT", "-z",
    ]
    let lines = tips.map(\.hex) + known.map { "^" + $0.hex } + ["--", ".handoff/sign-offs", Attachment.folder]
    let output = try git.output(of: arguments, input: Array(lines.map { $0 + "\n" }.joined().utf8))
    var acts: [ObjectID: [String]] = [:]
    var commit: ObjectID?
    for field in output.split(separator: 0) {
      // Behind the name of a commit, before the first of its paths, stands the end of a line.
      let text = String(decoding: field.first == UInt8(ascii: "\n") ? field.dropFirst() : field, as: UTF8.self)
      if text.hasPrefix("/") {
        commit = ObjectID(text.dropFirst())
      } else if let commit {
        acts[commit, default: []].append(text)
      }
    }
    return acts
  }
}
