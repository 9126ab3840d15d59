import CodeIndex
import FileSystem
import Foundation
import Git
import Grounding
import JSONText

/// Computes the columns of instances, and keeps them, so that learning again does not need the repositories.
struct Collection {
  /// Where the repositories are: names as in the instances, and paths.
  let repositories: [String: String]
  /// Where indexes and columns are kept.
  let scratch: String
  let environment: [String: String]

  init(repositories path: String, scratch: String, environment: [String: String]) throws {
    let root = try JSONDocument(try FileSystem.read(path, limit: 1 << 20)).root
    repositories = Dictionary(root.members.compactMap { member in member.value.string.map { (member.name, $0) } }) {
      $1
    }
    self.scratch = scratch
    self.environment = environment
  }

  func examples(of instances: [Instance]) throws -> [Example] {
    try FileManager.default.createDirectory(atPath: scratch + "/columns", withIntermediateDirectories: true)
    var examples: [Example] = []
    for (name, group) in Dictionary(grouping: instances, by: \.repository).sorted(by: { $0.key < $1.key }) {
      var index: CodeIndex?
      for instance in group.sorted(by: { $0.id < $1.id }) {
        let path = "\(scratch)/columns/\(instance.id).bin"
        if !FileSystem.exists(path) {
          if index == nil { index = try self.index(of: name) }
          guard let index else { continue }
          let record = try record(of: instance, in: index)
          try Data(record.bytes).write(to: URL(filePath: path))
          print("\(instance.id): \(record.paths.count) files, \(record.units.count) functions")
        }
        examples.append(
          Example(instance: instance, record: RankingRecord(bytes: try FileSystem.read(path, limit: 1 << 30))))
      }
    }
    return examples
  }

  private func index(of name: String) throws -> CodeIndex? {
    guard let path = repositories[name] else {
      print("no repository \(name)")
      return nil
    }
    let folder = scratch + "/" + name.replacing("/", with: "+")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return CodeIndex(try Repository(at: path, environment: environment), directory: folder, environment: environment)
  }

  private func record(of instance: Instance, in index: CodeIndex) throws -> RankingRecord {
    let commit = try index.repository.resolve(instance.commit)
    let query = Query(Array(instance.text.utf8))
    return try index.read(commit, withHistory: true) { snapshot throws(CodeIndexError) in
      try RankingRecord(query, snapshot)
    }
  }
}
