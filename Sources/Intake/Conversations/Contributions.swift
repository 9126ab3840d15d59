/// The turns of an issue or ticket, comment by comment: each comment with the replies that belong under it.
struct Contributions {
  private var all: [[Turn]] = []

  mutating func add(_ turns: [Turn]) {
    guard !turns.isEmpty else { return }
    var turns = turns
    turns[0].startsAnew = true
    all.append(turns)
  }

  /// In the order of their times; where one of them has none, in the order in which they are written.
  ///
  /// Systems give them newest first, or a list a kind.
  var inTime: [Turn] {
    let times = all.map { $0[0].time }
    guard !times.contains("") else { return all.flatMap(\.self) }
    return all.indices.sorted { (times[$0], $0) < (times[$1], $1) }.flatMap { all[$0] }
  }
}
