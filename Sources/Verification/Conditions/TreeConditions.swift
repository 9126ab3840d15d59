import Git
import PlanModel

/// `exists` and `missing`: which files the judged tree has. A symbolic link or submodule is there like any file.
struct TreeConditions {
  let tree: any CodeTree

  func exists(_ glob: Glob) throws -> Observation {
    let paths = try tree.files(meantBy: glob).map(\.path)
    return paths.isEmpty ? .fails(.noFile) : .holds(.files(paths))
  }

  func missing(_ glob: Glob) throws -> Observation {
    let paths = try tree.files(meantBy: glob).map(\.path)
    return paths.isEmpty ? .holds(.noFile) : .fails(.files(paths))
  }
}
