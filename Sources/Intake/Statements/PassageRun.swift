/// Neighbouring passages of a manuscript with the text that they stand in: what is cut into statements by itself.
///
/// It has bytes of its own, so that threads which read different runs do not wait for each other to count who holds
/// the text.
struct PassageRun {
  var text: [UInt8]
  /// Ranges are of `text`.
  var passages: [Passage]
  /// Places are of `text`.
  var times: [PassageTime]

  private init(_ places: Range<Int>, of manuscript: Manuscript) {
    let all = manuscript.passages[places]
    let start = all.reduce(manuscript.text.count) { min($0, $1.range.lowerBound) }
    let end = all.reduce(start) { max($0, $1.range.upperBound) }
    text = Array(manuscript.text[start..<end])
    passages = all.map { $0.moved(by: -start) }
    let begun = Self.count(of: manuscript.times, before: start)..<Self.count(of: manuscript.times, before: end)
    times = manuscript.times[begun].map { PassageTime(place: $0.place - start, time: $0.time) }
  }

  /// How many of the times, which are in the order of the text, begin before `place`.
  private static func count(of times: [PassageTime], before place: Int) -> Int {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// All passages of a manuscript.
  static func all(of manuscript: Manuscript) -> [PassageRun] {
    let passages = manuscript.passages
    var result: [PassageRun] = []
    var (start, bytes) = (0, 0)
    for place in passages.indices {
      bytes += passages[place].range.count
      guard bytes >= RunSize.bytes || place + 1 == passages.count else { continue }
      result.append(PassageRun(start..<(place + 1), of: manuscript))
      (start, bytes) = (place + 1, 0)
    }
    return result
  }
}
