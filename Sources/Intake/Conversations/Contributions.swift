/// The turns of an issue or ticket, comment by comment: each comment with the replies that belong under it.
struct Contributions {
  private var all: [[Turn]] = []

  mutating func add(_ turns: [Turn]) {
    guard !turns.isEmpty else { return }
    var turns = turns
    turns[0].startsAnew = true
    all.append(turns)
  }

  /// In the order of their times, as systems give them newest first, or a list a kind; one without a time stays behind
  /// the one that is written before it.
  var inTime: [Turn] {
    var time = ""
    let times = all.map { turns in
      if !turns[0].time.isEmpty { time = turns[0].time }
      return time
    }
    return all.indices.sorted { (times[$0], $0) < (times[$1], $1) }.flatMap { all[$0] }
  }
}
