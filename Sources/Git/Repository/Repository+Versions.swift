import CLibgit2
import Processes

extension Repository {
  /// Git's own version, as `2.39.5`.
  package func gitVersion() throws(GitError) -> String {
    let words = try git.line(of: ["version"]).split(separator: " ")
    return words.count > 2 ? String(words[2]) : ""
  }

  /// The version of libgit2 that this program runs with; nil where it cannot be loaded.
  package static var libraryVersion: String? {
    guard (try? Libgit2.start()) != nil else { return nil }
    var numbers: (Int32, Int32, Int32) = (0, 0, 0)
    git_libgit2_version(&numbers.0, &numbers.1, &numbers.2)
    return "\(numbers.0).\(numbers.1).\(numbers.2)"
  }
}
