import FileSystem
import JSONText

/// A report of a defect, with the code as it was and what its repair changed.
struct Instance: Sendable {
  var id: String
  var repository: String
  var commit: String
  var text: String
  var files: Set<String>
  /// `path::Outer.name`.
  var symbols: Set<String>
  /// By path, the lines that were changed: an instance names these, or symbols.
  var lines: [String: [ClosedRange<Int>]]
  /// How much it counts.
  var weight: Double
  /// `lite`, `verified`.
  var sets: Set<String>

  /// Reads lines of JSON, as docs/reference/ground.md describes them.
  static func read(_ path: String) throws -> [Instance] {
    let bytes = try FileSystem.read(path, limit: 1 << 30)
    var found: [Instance] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0a) ?? bytes.count
      if end > start {
        let node = try JSONDocument(bytes, in: start..<end).root
        func word(_ name: String) -> String { node[name]?.string ?? "" }
        func list(_ name: String) -> Set<String> { Set(node[name]?.elements.compactMap(\.string) ?? []) }
        found.append(
          Instance(
            id: word("id"), repository: word("repo"), commit: word("base_commit"), text: word("problem_statement"),
            files: list("gold_files"), symbols: list("gold_functions"), lines: lines(node["gold_lines"]),
            weight: node["weight"]?.number ?? 1, sets: list("sets")))
      }
      start = end + 1
    }
    return found
  }

  /// `{"path": [[first, last]]}`
  private static func lines(_ node: JSONNode?) -> [String: [ClosedRange<Int>]] {
    var lines: [String: [ClosedRange<Int>]] = [:]
    guard let node else { return [:] }
    for member in node.members {
      lines[member.name] = member.value.elements.compactMap { pair in
        let ends = pair.elements.compactMap { $0.number.map { Int($0) } }
        return ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
      }
    }
    return lines
  }
}
