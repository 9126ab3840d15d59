import Git
import PlanModel

/// `exists` and `missing`: which files the judged tree has. A symbolic link or submodule is there like any file.
struct TreeConditions {
  let files: [TreeEntry]

  func exists(_ glob: Glob) -> Observation {
    let paths = matching(glob)
    return paths.isEmpty ? .fails(.noFile) : .holds(.files(paths))
  }

  func missing(_ glob: Glob) -> Observation {
    let paths = matching(glob)
    return paths.isEmpty ? .holds(.noFile) : .fails(.files(paths))
  }

  private func matching(_ glob: Glob) -> [String] {
    files.map(\.path).filter { glob.means($0) }
  }
}
