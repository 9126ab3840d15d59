import Views

/// The loop as a flow: what was said, what became of it, and what is shown of what is carried.
///
/// Heights are shares of all statements, in tenths of a unit, so that every machine draws the same digits.
struct FlowChart {
  let counts: StateCounts

  private static let height = 2600
  private static let gap = 140
  private static let least = 24
  private static let columns = [0, 3300, 6600]
  private static let width = 140

  private struct Node {
    var name: String
    var count: Int
    var state: String
    var top = 0
    var size = 0
    var bottom: Int { top + size }
    /// How much of its right side has been left already.
    var used = 0
  }

  func svg() -> String {
    let total = counts.total
    guard total > 0 else { return "" }
    var said = [Node(name: "said", count: total, state: "planned")]
    var fates = [
      Node(name: "carried", count: counts.carried, state: "planned"),
      Node(name: "lost", count: counts[.lost], state: "lost"),
      Node(name: "set aside", count: counts[.aside], state: "aside"),
      Node(name: "chatter", count: counts[.chatter], state: "chatter"),
    ].filter { $0.count > 0 }
    let states: [StatementState] = [.met, .waived, .planned, .unproven, .stale, .unmet]
    var ends = states.filter { counts[$0] > 0 }.map { Node(name: $0.word, count: counts[$0], state: $0.rawValue) }
    for column in [0, 1, 2] {
      switch column {
      case 0: Self.place(&said, of: total)
      case 1: Self.place(&fates, of: total)
      default: Self.place(&ends, of: total)
      }
    }
    var shapes = Self.bands(&said[0], &fates, from: 0)
    if let carried = fates.firstIndex(where: { $0.name == "carried" }) {
      shapes += Self.bands(&fates[carried], &ends, from: 1)
    }
    let bottom = ([said, fates, ends].joined().map(\.bottom).max() ?? 0) + 60
    for (column, nodes) in [said, fates, ends].enumerated() { shapes += nodes.map { Self.drawn($0, column) } }
    let words = "\(total) statements: " + (fates + ends).map { "\($0.count) \($0.name)" }.joined(separator: ", ")
    return
      "<svg viewBox=\"0 0 860 \(Bars.tenths(bottom))\" role=\"img\" aria-label=\"\(words)\">\(shapes.joined())</svg>"
  }

  private static func place(_ nodes: inout [Node], of total: Int) {
    var top = 20
    for index in nodes.indices {
      nodes[index].top = top
      nodes[index].size = max(height * nodes[index].count / total, least)
      top = nodes[index].bottom + gap
    }
  }

  /// What leads from a node to those of the next column.
  private static func bands(_ node: inout Node, _ ends: inout [Node], from column: Int) -> [String] {
    let left = columns[column] + width
    let right = columns[column + 1]
    let middle = (left + right) / 2
    let all = max(1, ends.map(\.count).reduce(0, +))
    return ends.map { end in
      let share = max(node.size * end.count / all, 8)
      let (top, bottom) = (node.top + node.used, min(node.top + node.used + share, node.bottom))
      node.used += share
      let points = [left, top, middle, top, middle, end.top, right, end.top].map(Bars.tenths)
      let back = [right, end.bottom, middle, end.bottom, middle, bottom, left, bottom].map(Bars.tenths)
      return "<path class=\"band s-\(end.state)\" d=\"M\(points[0]) \(points[1])"
        + "C\(points[2]) \(points[3]) \(points[4]) \(points[5]) \(points[6]) \(points[7])"
        + "L\(back[0]) \(back[1])C\(back[2]) \(back[3]) \(back[4]) \(back[5]) \(back[6]) \(back[7])Z\"/>"
    }
  }

  private static func drawn(_ node: Node, _ column: Int) -> String {
    let x = Bars.tenths(columns[column])
    // Beside the top of the node, where no band but the first passes.
    let middle = Bars.tenths(node.top + min(node.size / 2 + 45, 180))
    return "<rect class=\"node s-\(node.state)\" x=\"\(x)\" y=\"\(Bars.tenths(node.top))\" rx=\"2\" "
      + "width=\"\(Bars.tenths(width))\" height=\"\(Bars.tenths(node.size))\"/>"
      + "<text x=\"\(Bars.tenths(columns[column] + width + 80))\" y=\"\(middle)\">"
      + "\(node.count) <tspan class=\"soft\">\(node.name)</tspan></text>"
  }
}
