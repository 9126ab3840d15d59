import Yams

/// Reads the YAML of plan files: what tools write by our own reader, everything else by libyaml.
///
/// Composing one front matter with libyaml takes some 80 µs, our reader some 5: the difference between a plan of
/// 10,000 stories checked in a second or in two (docs/decisions/0002). The two agree on all that ours accepts, by test.
package enum YAMLReader {
  /// Reads one document.
  ///
  /// - Parameter firstLine: the number that the first line of `bytes` has in its file.
  /// - Returns: the root, or nil when the document is empty.
  package static func read(_ bytes: ArraySlice<UInt8>, firstLine: Int = 1) throws(YAMLError) -> YAMLNode? {
    if let quick = BlockYAML.read(bytes, firstLine: firstLine) { return quick.root }
    return try LibYAML.read(bytes, firstLine: firstLine)
  }
}

/// Why a text is no YAML that a plan file may hold, and where.
package struct YAMLError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// The parser's own words.
    case syntax(String)
    case duplicateKey(String)
    /// A key that is a list or a map.
    case compoundKey
    /// Deeper or larger than any plan file is, as aliases can make it.
    case tooComplex
  }

  package var reason: Reason
  package var line: Int
  package var column: Int
}

/// libyaml, through Yams, for YAML of every shape, within limits.
enum LibYAML {
  /// Aliases can make a short text into billions of nodes; no plan file has this many.
  private static let nodeLimit = 50_000
  private static let depthLimit = 32
  /// Behind this many brackets or dashes the parser itself would run out of stack.
  private static let indicatorLimit = 500

  static func read(_ bytes: ArraySlice<UInt8>, firstLine: Int) throws(YAMLError) -> YAMLNode? {
    try refuseDeepNesting(bytes, firstLine: firstLine)
    let root: Node?
    do {
      root = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self))
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

  private static func refuseDeepNesting(_ bytes: ArraySlice<UInt8>, firstLine: Int) throws(YAMLError) {
    var line = firstLine
    var brackets = 0
    var dashesOfLine = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n"): (line, dashesOfLine) = (line + 1, 0)
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "?"): brackets += 1
      case UInt8(ascii: "-"): dashesOfLine += 1
      default: continue
      }
      if brackets > indicatorLimit || dashesOfLine > indicatorLimit {
        throw YAMLError(reason: .tooComplex, line: line, column: 1)
      }
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
      YAMLError(reason: .syntax("\(error)"), line: firstLine, column: 1)
    }
  }
}
