/// Small charts, drawn as SVG without a style of their own: the stylesheet colours what has a class.
enum Bars {
  private static let order: [StatementState] = [
    .met, .waived, .planned, .unproven, .stale, .unmet, .lost, .aside, .chatter,
  ]

  /// One bar of 144 by 10, a piece for each state.
  static func html(_ counts: StateCounts) -> String {
    let total = counts.total
    guard total > 0 else { return "" }
    let words = order.filter { counts[$0] > 0 }.map { "\(counts[$0]) \($0.word)" }.joined(separator: ", ")
    var svg =
      "<svg class=\"bar\" viewBox=\"0 0 144 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"\(words)\">"
    var start = 0
    for state in order where counts[state] > 0 {
      let end = start + counts[state]
      let (left, right) = (start * 1440 / total, end * 1440 / total)
      svg += "<rect class=\"seg s-\(state.rawValue)\" x=\"\(tenths(left))\" y=\"0\" "
      svg += "width=\"\(tenths(max(right - left, 4)))\" height=\"10\"/>"
      start = end
    }
    return svg + "</svg>"
  }

  /// `14.4` for 144: the same digits on every machine.
  static func tenths(_ value: Int) -> String { value % 10 == 0 ? "\(value / 10)" : "\(value / 10).\(value % 10)" }
}
