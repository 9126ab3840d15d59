package import Git
import PlanFiles
package import PlanModel
import Processes

extension Workspace {
  /// Commits some files of the plan, and nothing else that is changed or staged, as who git says the user is.
  ///
  /// The hooks run as for every commit.
  ///
  /// - Parameters:
  ///   - subject: one line.
  ///   - item: what the commit is about; a story is named in the trailer.
  package func commitPlanFiles(_ paths: [String], subject: String, about item: ItemID?) throws(Failure) -> Commit {
    let directory = try top()
    var findings: [Finding] = []
    let key = try plan().policy(&findings).trailer
    let trailer = item.flatMap { $0.kind == .story ? "\n\n\(key): \($0)" : nil } ?? ""
    let message = Array((subject.foldingWhiteSpace() + trailer + "\n").utf8)
    let git = GitProgram(directory: directory, environment: repository.git.environment)
    let names = Set(paths).sorted().map { ":(top,literal)\($0)" }
    return try self.git { () throws(GitError) in
      _ = try git.output(of: ["add", "--"] + names)
      _ = try git.output(
        of: ["commit", "--quiet", "--only", "--file=-", "--"] + names, input: message,
        limits: .init(output: 1 << 20, seconds: 120))
      guard let id = try repository.head().commit else { throw .program(arguments: ["commit"], status: 1, stderr: "") }
      return try repository.commit(id)
    }
  }
}
