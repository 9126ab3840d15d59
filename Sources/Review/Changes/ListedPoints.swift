import PlanModel

/// The points of a section: its list items, or its paragraphs where it has no list.
struct ListedPoints {
  struct Point: Hashable {
    var text: String
    var line: Int
  }

  var points: [Point] = []

  init(_ section: Section?) {
    guard let section else { return }
    var number = section.line + 1
    // What stands under a heading begins behind it; how many empty lines are between is not known here.
    for line in section.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.drop { $0 == " " || $0 == "\t" }
      let isItem = ["- ", "* ", "+ "].contains { words.hasPrefix($0) } || Self.isNumbered(words)
      if isItem || points.isEmpty || words.isEmpty {
        if !words.isEmpty { points.append(Point(text: Self.withoutMark(words), line: number)) }
        if words.isEmpty, points.last?.text.isEmpty == false { points.append(Point(text: "", line: number)) }
      } else if let last = points.indices.last {
        points[last].text += points[last].text.isEmpty ? String(words) : " " + words
      }
      number += 1
    }
    points = points.filter { !$0.text.isEmpty }.map { Point(text: $0.text.foldingWhiteSpace(), line: $0.line) }
  }

  private static func isNumbered(_ words: Substring) -> Bool {
    let digits = words.prefix { $0.isASCII && $0.isNumber }
    let rest = words.dropFirst(digits.count)
    return (1...3).contains(digits.count) && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }

  private static func withoutMark(_ words: Substring) -> String {
    if ["- ", "* ", "+ "].contains(where: { words.hasPrefix($0) }) { return String(words.dropFirst(2)) }
    return isNumbered(words) ? String(words.drop { $0 != " " }.dropFirst()) : String(words)
  }

  /// The points of both that are the same thing in other words, and those that only one side has.
  static func paired(
    _ old: [Point], _ new: [Point]
  ) -> (pairs: [(old: Point, new: Point)], removed: [Point], added: [Point]) {
    var removed = old.filter { point in !new.contains { $0.text == point.text } }
    var added = new.filter { point in !old.contains { $0.text == point.text } }
    var pairs: [(old: Point, new: Point)] = []
    // More points than anyone writes are not compared with each other.
    guard removed.count * added.count <= 400 else { return ([], removed, added) }
    let stems = Dictionary((removed + added).map { ($0, WordedSide($0.text).stems) }) { first, _ in first }
    for point in removed {
      let likeness = { (other: Point) -> Double in
        let (one, two) = (stems[point] ?? [], stems[other] ?? [])
        return Double(one.intersection(two).count) / Double(max(1, min(one.count, two.count)))
      }
      guard let best = added.indices.max(by: { likeness(added[$0]) < likeness(added[$1]) }),
        likeness(added[best]) >= 0.5
      else { continue }
      pairs.append((point, added.remove(at: best)))
    }
    let used = Set(pairs.map(\.old))
    removed.removeAll { used.contains($0) }
    return (pairs, removed, added)
  }
}
