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
    let subjects = Dictionary((removed + added).map { ($0, PointSubject($0.text)) }) { first, _ in first }
    var likely: [(likeness: Double, old: Int, new: Int)] = []
    for (old, point) in removed.enumerated() {
      for (new, other) in added.enumerated() {
        guard let one = subjects[point], let two = subjects[other] else { continue }
        let likeness = one.likeness(to: two)
        if likeness >= 0.5 { likely.append((likeness, old, new)) }
      }
    }
    // The likest first, so that none takes what is liker to another; in the order of the list where they are alike.
    likely.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
    var (left, right): (Set<Int>, Set<Int>) = ([], [])
    for match in likely where !left.contains(match.old) && !right.contains(match.new) {
      (left, right) = (left.union([match.old]), right.union([match.new]))
      pairs.append((removed[match.old], added[match.new]))
    }
    added = added.indices.filter { !right.contains($0) }.map { added[$0] }
    let used = Set(pairs.map(\.old))
    removed.removeAll { used.contains($0) }
    return (pairs, removed, added)
  }
}
