/// Which expected lines are there, which are missing, and which are there though nobody expected them.
struct LineComparison {
  enum Line: Hashable {
    /// Expected and found.
    case same(expected: String, found: String)
    case missing(String)
    case unexpected(String)
  }

  private(set) var lines: [Line] = []

  /// Pairs of lines that are compared; beyond that, all counts as different.
  private static let limit = 250_000

  /// Lines up the longest common subsequence, where `isSame` is asked with an expected and a found line.
  init(_ expected: [String], _ found: [String], isSame: (String, String) -> Bool) {
    guard expected.count * found.count <= Self.limit else {
      lines = expected.map(Line.missing) + found.map(Line.unexpected)
      return
    }
    let matches = expected.map { expected in found.map { isSame(expected, $0) } }
    var lengths = [[Int]](repeating: Array(repeating: 0, count: found.count + 1), count: expected.count + 1)
    for row in expected.indices.reversed() {
      for column in found.indices.reversed() {
        lengths[row][column] =
          matches[row][column]
          ? lengths[row + 1][column + 1] + 1 : max(lengths[row + 1][column], lengths[row][column + 1])
      }
    }
    walk(expected, found, matches, lengths)
  }

  private mutating func walk(_ expected: [String], _ found: [String], _ matches: [[Bool]], _ lengths: [[Int]]) {
    var (row, column) = (0, 0)
    while row < expected.count || column < found.count {
      if row < expected.count, column < found.count, matches[row][column] {
        lines.append(.same(expected: expected[row], found: found[column]))
        (row, column) = (row + 1, column + 1)
      } else if row < expected.count, column == found.count || lengths[row + 1][column] >= lengths[row][column + 1] {
        lines.append(.missing(expected[row]))
        row += 1
      } else {
        lines.append(.unexpected(found[column]))
        column += 1
      }
    }
  }

  /// All lines: `-` before the missing ones, `+` before the unexpected ones.
  var marked: [String] {
    lines.map { line in
      switch line {
      case .same(_, let found): "  " + found
      case .missing(let expected): "- " + expected
      case .unexpected(let found): "+ " + found
      }
    }
  }
}
