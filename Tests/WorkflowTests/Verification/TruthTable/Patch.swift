import TestKit

/// What one file's part of a patch of git says.
struct Patch {
  var paths: Set<String> = []
  var added: [String] = []
  var removed: [String] = []

  /// The files that differ between two trees.
  static func all(
    from old: String, to new: String, in repository: TemporaryRepository
  ) throws -> [Patch] {
    let text = try repository.git(
      "-c", "core.quotePath=false", "diff", "--no-ext-diff", "-M", "-U0", "--no-color", "--submodule=short", old, new)
    // With the carriage return, a line end of Windows is one character to Swift.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.last == "\r" ? line.dropLast() : line)
    }
    var patches: [Patch] = []
    var isSubmodule = false
    for line in lines {
      if line.hasPrefix("diff --git ") {
        patches.append(Patch())
        isSubmodule = false
        continue
      }
      guard let last = patches.indices.last else { continue }
      if line.hasSuffix(" 160000") || line.hasSuffix("mode 160000") { isSubmodule = true }
      for head in ["--- a/", "+++ b/", "rename from ", "rename to "] where line.hasPrefix(head) {
        // A name with spaces in it has a tab behind it.
        patches[last].paths.insert(String(line.dropFirst(head.count).prefix { $0 != "\t" }))
      }
      if isSubmodule || line.hasPrefix("+++ ") || line.hasPrefix("--- ") { continue }
      let content = String(line.dropFirst())
      if line.hasPrefix("+") { patches[last].added.append(content) }
      if line.hasPrefix("-") { patches[last].removed.append(content) }
    }
    return patches
  }
}
