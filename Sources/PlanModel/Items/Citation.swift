/// The statements that a plan item comes from: `so-7h3q2dkm#L12`, or a range `so-7h3q2dkm#L12-L14`.
package struct Citation: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let source: ID<Source>
  /// Statement numbers, from 1, both ends included.
  package let lines: ClosedRange<Int>

  package init(source: ID<Source>, lines: ClosedRange<Int>) {
    self.source = source
    self.lines = lines
  }

  /// Reads a whole citation; anything before or behind it makes it nil.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 2, let source = ID<Source>(parts[0]), let lines = LineRange(parts[1]) else { return nil }
    self.init(source: source, lines: lines.bounds)
  }

  package var description: String { "\(source)#\(LineRange(lines))" }

  package static func < (left: Citation, right: Citation) -> Bool {
    (left.source, left.lines.lowerBound, left.lines.upperBound)
      < (right.source, right.lines.lowerBound, right.lines.upperBound)
  }
}

/// One or more statement lines as people write them: `L12` or `L12-L14`.
package struct LineRange: Hashable, Sendable, CustomStringConvertible {
  package let bounds: ClosedRange<Int>

  package init(_ bounds: ClosedRange<Int>) { self.bounds = bounds }

  package init?(_ text: some StringProtocol) {
    let ends = String(text).split(separator: "-", omittingEmptySubsequences: false).map(Self.line)
    guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1], first >= 1, first <= last else {
      return nil
    }
    bounds = first...last
  }

  package var description: String {
    bounds.count == 1 ? "L\(bounds.lowerBound)" : "L\(bounds.lowerBound)-L\(bounds.upperBound)"
  }

  /// At most nine digits, so that no citation can overflow.
  private static func line(_ text: Substring) -> Int? {
    guard text.utf8.first == UInt8(ascii: "L"), text.utf8.count <= 10,
      text.utf8.dropFirst().allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    return Int(text.dropFirst())
  }
}
