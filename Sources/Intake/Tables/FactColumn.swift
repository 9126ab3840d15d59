/// A column of what is known of each row: what is written before its fields, worked out once for many rows.
struct FactColumn {
  let place: Int
  /// `Rating: `
  let label: [UInt8]
  /// Which of the columns that name groups it is, and what its groups are called.
  let segment: (index: Int, name: SegmentName)?

  init(at place: Int, _ name: [UInt8], segments: [Int]) {
    self.place = place
    let isOpen = name.last.map { $0.isWord || $0 == ASCII.closeParenthesis } ?? false
    label = name + (isOpen ? [ASCII.colon] : []) + (name.isEmpty ? [] : [ASCII.space])
    segment = segments.firstIndex(of: place).map { ($0, SegmentName(column: name)) }
  }
}
