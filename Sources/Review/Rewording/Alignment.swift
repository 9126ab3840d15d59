/// A place where two sequences differ: what stands there in the one, and what in the other.
package struct Hunk: Hashable, Sendable {
  package var before: Range<Int>
  package var after: Range<Int>

  package init(before: Range<Int>, after: Range<Int>) {
    self.before = before
    self.after = after
  }

  package var isInsertion: Bool { before.isEmpty }
  package var isRemoval: Bool { after.isEmpty }
}

/// Finds what two sequences have in common, in order: a longest common subsequence.
package enum Alignment {
  /// As many pairs are compared at most; what is longer counts as one place that differs.
  private static let cellLimit = 1 << 20

  /// The places where the two differ, in order.
  package static func hunks<Element: Hashable>(_ before: [Element], _ after: [Element]) -> [Hunk] {
    var start = 0
    while start < before.count, start < after.count, before[start] == after[start] { start += 1 }
    var end = 0
    while end < before.count - start, end < after.count - start,
      before[before.count - 1 - end] == after[after.count - 1 - end]
    {
      end += 1
    }
    let old = start..<before.count - end
    let new = start..<after.count - end
    if old.isEmpty && new.isEmpty { return [] }
    if old.isEmpty || new.isEmpty || old.count * new.count > cellLimit { return [Hunk(before: old, after: new)] }
    return walk(before[old], after[new])
  }

  /// The classic table of Wagner and Fischer, from the end, so that it is walked from the start.
  private static func walk<Element: Hashable>(_ before: ArraySlice<Element>, _ after: ArraySlice<Element>) -> [Hunk] {
    let width = after.count + 1
    var lengths = [Int32](repeating: 0, count: (before.count + 1) * width)
    for row in stride(from: before.count - 1, through: 0, by: -1) {
      for column in stride(from: after.count - 1, through: 0, by: -1) {
        let isSame = before[before.startIndex + row] == after[after.startIndex + column]
        lengths[row * width + column] =
          isSame
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var hunks: [Hunk] = []
    var (row, column) = (0, 0)
    var open = (row: 0, column: 0)
    func close() {
      guard open.row < row || open.column < column else { return }
      hunks.append(
        Hunk(
          before: before.startIndex + open.row..<before.startIndex + row,
          after: after.startIndex + open.column..<after.startIndex + column))
    }
    while row < before.count || column < after.count {
      let isSame =
        row < before.count && column < after.count
        && before[before.startIndex + row] == after[after.startIndex + column]
      if isSame {
        close()
        (row, column) = (row + 1, column + 1)
        open = (row, column)
      } else if column == after.count
        || row < before.count && lengths[(row + 1) * width + column] >= lengths[row * width + column + 1]
      {
        row += 1
      } else {
        column += 1
      }
    }
    close()
    return hunks
  }
}
