extension [LineRange] {
  /// Adds a line behind all others; neighbours are one range.
  package mutating func add(_ line: Int) {
    if let last, last.bounds.upperBound == line - 1 {
      self[count - 1] = LineRange(last.bounds.lowerBound...line)
    } else {
      append(LineRange(line...line))
    }
  }
}
