import Yams

/// libyaml, through Yams, for YAML of every shape, within limits.
package enum LibYAML {
  /// Aliases can make a short text into billions of nodes; no plan file has this many.
  private static let nodeLimit = 50_000
  private static let depthLimit = 32

  /// Reads one document whose first line has the number `firstLine`; nil when it is empty.
  package static func read(_ bytes: ArraySlice<UInt8>, firstLine: Int) throws(YAMLError) -> YAMLNode? {
    try YAMLBounds.check(bytes, firstLine: firstLine)
    let root: Node?
    do {
      // The basic resolver: tags mean nothing here, and the default one compiles regular expressions for them first.
      root = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self), .basic)
    } catch {
      throw located(error, firstLine: firstLine)
    }
    guard let root else { return nil }
    var budget = nodeLimit
    return try convert(root, firstLine: firstLine, depth: 0, budget: &budget)
  }

  private static func convert(
    _ node: Node, firstLine: Int, depth: Int, budget: inout Int
  ) throws(YAMLError) -> YAMLNode {
    let line = (node.mark?.line ?? 1) + firstLine - 1
    let column = node.mark?.column ?? 1
    budget -= 1
    guard budget > 0, depth < depthLimit else { throw YAMLError(reason: .tooComplex, line: line, column: column) }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style != .plain && scalar.style != .any
      return YAMLNode(.scalar(scalar.string, isQuoted: isQuoted), line: line, column: column)
    case .sequence(let sequence):
      var list: [YAMLNode] = []
      for element in sequence {
        list.append(try convert(element, firstLine: firstLine, depth: depth + 1, budget: &budget))
      }
      return YAMLNode(.list(list), line: line, column: column)
    case .mapping(let mapping):
      var entries: [YAMLNode.Entry] = []
      for (key, value) in mapping {
        let keyLine = (key.mark?.line ?? 1) + firstLine - 1
        guard let name = key.scalar?.string else {
          throw YAMLError(reason: .compoundKey, line: keyLine, column: key.mark?.column ?? 1)
        }
        let value = try convert(value, firstLine: firstLine, depth: depth + 1, budget: &budget)
        entries.append(YAMLNode.Entry(key: name, line: keyLine, value: value))
      }
      return YAMLNode(.map(entries), line: line, column: column)
    case .alias:
      throw YAMLError(reason: .tooComplex, line: line, column: column)
    }
  }

  private static func located(_ error: any Error, firstLine: Int) -> YAMLError {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      YAMLError(reason: .syntax(problem), line: mark.line + firstLine - 1, column: max(1, mark.column))
    case .duplicatedKeysInMapping(let duplicates, let context):
      YAMLError(
        reason: .duplicateKey(duplicates.first ?? ""), line: context.mark.line + firstLine - 1,
        column: context.mark.column)
    case .reader(let problem, _, _, _):
      YAMLError(reason: .syntax(problem), line: firstLine, column: 1)
    default:
      YAMLError(reason: .syntax("it cannot be read"), line: firstLine, column: 1)
    }
  }
}
