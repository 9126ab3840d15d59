import Foundation

/// The cases of an enum as its source declares them: what samples have to be complete by.
///
/// A switch would make the compiler ask for a new case, but not for a sample of it.
enum DeclaredCases {
  /// The names of the cases of `type`, declared in the file at `path` below `Sources`.
  static func names(of type: String, in path: String) throws -> Set<String> {
    let top = #filePath.components(separatedBy: "/Tests/ViewsTests/")[0]
    let source = try String(contentsOfFile: "\(top)/Sources/\(path)", encoding: .utf8)
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.contains("enum \(type):") }) else { return [] }
    let margin = lines[start].prefix { $0 == " " }
    let body = lines[(start + 1)...].prefix { $0 != margin + "}" }
    let cases = body.filter { $0.hasPrefix(margin + "  case ") }.flatMap { line in
      Self.withoutPayloads(line.dropFirst(margin.count + 7)).split(separator: ",")
    }
    return Set(cases.map { $0.trimmingCharacters(in: .whitespaces).components(separatedBy: " ")[0] })
  }

  /// The name of the case that `value` is.
  static func name(of value: Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? "\(value)"
  }

  private static func withoutPayloads(_ line: Substring) -> String {
    var depth = 0
    return String(
      line.filter { character in
        if character == "(" { depth += 1 }
        defer { if character == ")" { depth -= 1 } }
        return depth == 0
      })
  }
}
