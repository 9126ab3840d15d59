/// The columns of functions beside each other, and those that say where their files stand.
package enum SymbolColumns {
  /// How many follow those of ``UnitColumn``.
  package static let count = 8
  /// Functions of so many of the best files are compared.
  package static let files = 20

  /// The rows of some units: those columns that only compare are divided by the largest among them.
  package static func rows(_ columns: [[Double]], of units: [Int]) -> [[Double]] {
    var rows = units.map { unit in columns.map { $0[unit] } }
    for column in UnitColumn.relative {
      let most = max(1e-9, rows.map { $0[column.rawValue] }.max() ?? 0)
      for index in rows.indices { rows[index][column.rawValue] /= most }
    }
    return rows
  }

  /// The rows of the functions of the best files.
  ///
  /// - Parameters:
  ///   - files: by unit of `units`, the place of its file among the best, from 0.
  ///   - shares: by that place, the file's share of the judgement.
  package static func rows(
    _ columns: [[Double]], of units: [Int], files: [Int], shares: [Double]
  ) -> [[Double]] {
    var rows = rows(columns, of: units)
    var counts = [Double](repeating: 0, count: shares.count)
    var most = Array(repeating: [Double](repeating: 0, count: 4), count: shares.count)
    let compared: [UnitColumn] = [.all, .title, .log, .nameWords]
    for (row, file) in zip(rows, files) {
      counts[file] += 1
      for (index, column) in compared.enumerated() { most[file][index] = max(most[file][index], row[column.rawValue]) }
    }
    let scores = rows.map { $0[UnitColumn.all.rawValue] }
    var ranks = [Double](repeating: 0, count: rows.count)
    var seen = counts.map { _ in 0.0 }
    for index in scores.order() {
      ranks[index] = 1 / (1 + seen[files[index]])
      seen[files[index]] += 1
    }
    for index in rows.indices {
      let file = files[index]
      var more = [Logarithm.natural(shares[file] + 1e-6), 1 / Double(1 + file)]
      for (place, column) in compared.enumerated() {
        more.append(rows[index][column.rawValue] / max(1e-9, most[file][place]))
      }
      rows[index] += more + [ranks[index], Logarithm.of1plus(counts[file])]
    }
    return rows
  }
}
