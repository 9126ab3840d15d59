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
