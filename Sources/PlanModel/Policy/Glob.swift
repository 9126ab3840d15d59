/// A pattern for paths and ref names: `*` within one component, `**` across them, `?`, `[a-z]`, `\` escapes.
///
/// A pattern with a slash is matched from the top; one without matches the last component at any depth;
/// a pattern that matches a folder matches all that is below it. All as in gitignore(5), but that there is no `!`.
/// Matching takes time in the product of the two lengths, whatever the pattern.
package struct Glob: Hashable, Sendable, CustomStringConvertible {
  package let pattern: String
  /// What every path that matches begins with; pushes of thousands of files are told apart by it.
  private let start: [UInt8]
  /// Whether the pattern is `start` and `**`, so that no more need be looked at.
  private let isFolder: Bool
  private let isLiteral: Bool

  package init(_ pattern: String) {
    self.pattern = pattern
    let slash = UInt8(ascii: "/")
    var bytes = Array(pattern.utf8)[...]
    if bytes.last == slash { bytes.removeLast() }
    let isAnchored = bytes.contains(slash)
    if bytes.first == slash { bytes.removeFirst() }
    let literal = bytes.prefix { !Self.special.contains($0) }
    let isPlain = isAnchored && !Self.hasEmptyPart(bytes)
    start = isPlain ? Array(literal) : []
    isLiteral = isPlain && literal.count == bytes.count
    isFolder = isPlain && literal.last == slash && bytes.dropFirst(literal.count).elementsEqual("**".utf8)
  }

  /// The bytes of the one path that matches, with all below it; nil where any of it is a wildcard, or at any depth.
  var literal: [UInt8]? { isLiteral ? start : nil }

  /// The folder that every path that matches lies in; nil where it may be any.
  package var folder: String? {
    guard let slash = start.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    let folder = String(decoding: start[..<slash], as: UTF8.self)
    // Where a path of other bytes is shown so, its folder is not called so.
    return folder.unicodeScalars.contains("\u{FFFD}") ? nil : folder
  }

  private static let special = Set("*?[\\".utf8)

  private static func hasEmptyPart(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "/") && $1 == UInt8(ascii: "/") }
  }

  package var description: String { pattern }

  /// Whether `path`, relative to the top of the work tree, matches.
  package func matches(_ path: String) -> Bool {
    if !path.utf8.starts(with: start) { return false }
    if isFolder { return path.utf8.count > start.count }
    var glob = Array(pattern.utf8)
    let slash = UInt8(ascii: "/")
    if glob.last == slash { glob.removeLast() }
    let isAnchored = glob.contains(slash)
    if glob.first == slash { glob.removeFirst() }
    let components = path.utf8.split(separator: slash, omittingEmptySubsequences: true).map(Array.init)
    if isAnchored {
      return Self.match(glob.split(separator: slash).map(Array.init)[...], components[...])
    }
    return components.contains { Self.matchComponent(glob, $0) }
  }

  /// Whether `ref`, as `main` or `refs/heads/main`, matches; `*` alone matches every ref.
  package func matches(ref: String) -> Bool {
    if pattern == "*" || pattern == "**" { return true }
    let glob = Array(pattern.utf8).split(separator: UInt8(ascii: "/")).map(Array.init)
    return Self.match(glob[...], ref.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)[...])
  }

  /// Whether `text` as a whole matches, where `*` also crosses slashes: for names that are no paths.
  package func matches(name text: String) -> Bool {
    Self.matchComponent(Array(pattern.utf8), Array(text.utf8))
  }

  /// Components against components; what is left of `path` when `glob` is used up lies below a matching folder.
  /// One backtracking point, the last `**`, is enough: an earlier one can match no more than it.
  private static func match(_ glob: ArraySlice<[UInt8]>, _ path: ArraySlice<[UInt8]>) -> Bool {
    let anyDepth = Array("**".utf8)
    var glob = glob
    var path = path
    var retry: (glob: ArraySlice<[UInt8]>, path: ArraySlice<[UInt8]>)?
    while let expected = glob.first {
      if expected == anyDepth {
        glob = glob.dropFirst()
        // `dir/**` is all below `dir`, and not `dir` itself.
        if glob.isEmpty { return !path.isEmpty }
        retry = (glob, path)
      } else if let component = path.first, matchComponent(expected, component) {
        glob = glob.dropFirst()
        path = path.dropFirst()
      } else if let point = retry, !point.path.isEmpty {
        retry = (point.glob, point.path.dropFirst())
        (glob, path) = (point.glob, point.path.dropFirst())
      } else {
        return false
      }
    }
    return true
  }

  /// One component, or one name, with the usual single backtracking point at the last `*`.
  private static func matchComponent(_ glob: [UInt8], _ text: [UInt8]) -> Bool {
    var at = 0
    var position = 0
    var retry: (glob: Int, text: Int)?
    while position < text.count {
      if at < glob.count, glob[at] == UInt8(ascii: "*") {
        at += 1
        retry = (at, position)
      } else if let next = matchOne(glob, at, text[position]) {
        at = next
        position += 1
      } else if let point = retry {
        retry = (point.glob, point.text + 1)
        (at, position) = (point.glob, point.text + 1)
      } else {
        return false
      }
    }
    return glob[at...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// Matches one byte against the pattern element at `at`; the index behind that element, or nil.
  private static func matchOne(_ glob: [UInt8], _ at: Int, _ byte: UInt8) -> Int? {
    guard at < glob.count else { return nil }
    switch glob[at] {
    case UInt8(ascii: "?"):
      return at + 1
    case UInt8(ascii: "\\") where at + 1 < glob.count:
      return glob[at + 1] == byte ? at + 2 : nil
    case UInt8(ascii: "["):
      guard let set = CharacterSet(glob, at) else { return byte == glob[at] ? at + 1 : nil }
      return set.contains(byte) ? set.end : nil
    default:
      return glob[at] == byte ? at + 1 : nil
    }
  }
}

/// A bracket expression of a glob: `[abc]`, `[a-z]`, `[!x]`.
private struct CharacterSet {
  private var ranges: [ClosedRange<UInt8>] = []
  private var isNegated = false
  /// The index behind the closing bracket.
  let end: Int

  /// Reads the expression that opens at `start`; nil when it never closes.
  init?(_ glob: [UInt8], _ start: Int) {
    var at = start + 1
    if at < glob.count, glob[at] == UInt8(ascii: "!") || glob[at] == UInt8(ascii: "^") {
      isNegated = true
      at += 1
    }
    let first = at
    while at < glob.count, glob[at] != UInt8(ascii: "]") || at == first {
      var low = glob[at]
      if low == UInt8(ascii: "\\"), at + 1 < glob.count {
        at += 1
        low = glob[at]
      }
      if at + 2 < glob.count, glob[at + 1] == UInt8(ascii: "-"), glob[at + 2] != UInt8(ascii: "]") {
        let high = glob[at + 2]
        if low <= high { ranges.append(low...high) }
        at += 3
      } else {
        ranges.append(low...low)
        at += 1
      }
    }
    guard at < glob.count else { return nil }
    end = at + 1
  }

  func contains(_ byte: UInt8) -> Bool {
    ranges.contains { $0.contains(byte) } != isNegated
  }
}
