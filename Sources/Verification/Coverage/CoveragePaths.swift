/// Finds which files of the judged tree the paths of reports mean.
///
/// Reports name files as the machine knew them that ran the tests: in full, below some folder of sources, or by a module's
/// name. So the end of a path decides, whole components of it:
/// 1. a path that is one of the tree's means that file;
/// 2. a path that is not in full and that some files of the tree end with means the only one of them, and none if there are several;
/// 3. a path that ends with a file of the tree means the longest such.
///
/// By the third way a file that lies elsewhere could be taken for one of the tree, such as a library's `utils.py` for that at
/// the top. So a file at the top is only meant by paths in the folder that most of the report's lie in; and where several
/// paths mean one file, only those of the folder that most lie in count.
struct CoveragePaths {
  /// Components of a path; no tree is deeper.
  private static let depthLimit = 256

  private let tree: Set<String>
  /// The files by their last component.
  private let byName: [Substring: [String]]

  init(tree paths: [String]) {
    tree = Set(paths)
    byName = Dictionary(grouping: paths) { path in path.split(separator: "/").last ?? "" }
  }

  /// What a report measures, by the files of the tree.
  func measured(by report: CoverageReport) -> [String: MeasuredLines] {
    let matches = report.files.map { file in file.paths.lazy.compactMap(match).first { _ in true } }
    var files: [String: Int] = [:]
    for case let match? in matches { files[match.folder, default: 0] += 1 }
    let main = files.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    var best: [String: Int] = [:]
    for case let match? in matches { best[match.path] = max(best[match.path] ?? 0, rank(match, files, main)) }
    var measured: [String: MeasuredLines] = [:]
    for case let (file, match?) in zip(report.files, matches) {
      let rank = rank(match, files, main)
      if rank > 0, rank == best[match.path] { measured[match.path, default: MeasuredLines()].add(file.lines) }
    }
    return measured
  }

  private struct Match {
    var path: String
    /// What the report has before the tree's path; empty for a path that is not longer.
    var folder: String
  }

  /// How far a match is to be relied on; zero when not at all.
  private func rank(_ match: Match, _ files: [String: Int], _ main: String?) -> Int {
    if match.folder.isEmpty { return .max }
    if !match.path.contains("/"), match.folder != main { return 0 }
    return files[match.folder] ?? 0
  }

  private func match(_ written: String) -> Match? {
    let parts = written.split(separator: "/").filter { $0 != "." }
    guard parts.count <= Self.depthLimit, let name = parts.last, let named = byName[name], !parts.contains("..")
    else { return nil }
    let path = parts.joined(separator: "/")
    if tree.contains(path) { return Match(path: path, folder: "") }
    if !written.hasPrefix("/"), parts.first?.last != ":" {
      let ending = "/" + path
      let below = Array(named.lazy.filter { $0.hasSuffix(ending) }.prefix(2))
      if below.count > 1 { return nil }
      if let only = below.first { return Match(path: only, folder: "") }
    }
    for start in parts.indices.dropFirst() {
      let end = parts[start...].joined(separator: "/")
      if tree.contains(end) { return Match(path: end, folder: parts[..<start].joined(separator: "/")) }
    }
    return nil
  }
}
