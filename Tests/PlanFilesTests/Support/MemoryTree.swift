import PlanFiles
import PlanModel

/// A plan made of texts, by path.
struct MemoryTree: PlanTree {
  var files: [String: String]
  var links: Set<String> = []

  func entries(in folder: String) throws(PlanTreeError) -> [PlanTreeEntry] {
    let below = files.keys.filter { $0.hasPrefix(folder + "/") }.map { $0.dropFirst(folder.count + 1) }
    let entries = below.map { rest in
      let name = String(rest.prefix { $0 != "/" })
      let isLink = links.contains("\(folder)/\(name)")
      return PlanTreeEntry(name: name, kind: isLink ? .symbolicLink : rest.contains("/") ? .folder : .file)
    }
    return Set(entries).sorted { $0.name < $1.name }
  }

  func read(_ path: String, limit: Int) throws(PlanTreeError) -> [UInt8] {
    guard let text = files[path] else { throw .notFound(path) }
    guard text.utf8.count <= limit else {
      throw .unusable(.tooLarge(bytes: text.utf8.count, limit: limit), path: path)
    }
    return Array(text.utf8)
  }
}
