/// Tells when the words of a passage are said, where that changes within it.
struct PassageClock {
  /// The times that begin in the passage, each with how many bytes of words stand before it.
  private var times: [(bytes: Int, time: String)] = []
  /// The first that has not begun yet.
  private var next = 0
  /// How many bytes of words stand before `place` in the folded passage.
  private var bytes = 0
  private var place: Int?

  /// Takes the times of a passage from those of the text.
  init(of passage: ArraySlice<UInt8>, takingFrom rest: inout ArraySlice<PassageTime>) {
    var (bytes, place) = (0, passage.startIndex)
    while let next = rest.first, next.place < passage.endIndex {
      rest.removeFirst()
      guard next.place >= place else { continue }
      bytes += Self.words(passage[place..<next.place])
      place = next.place
      times.append((bytes, next.time))
    }
  }

  /// The time of `piece`, which stands behind those that were asked for before; nil where the turn's time holds.
  mutating func time(of piece: ArraySlice<UInt8>, in folded: ArraySlice<UInt8>) -> String? {
    guard !times.isEmpty else { return nil }
    bytes += Self.words(folded[(place ?? folded.startIndex)..<piece.startIndex])
    place = piece.startIndex
    while next < times.count, times[next].bytes <= bytes { next += 1 }
    return next > 0 ? times[next - 1].time : nil
  }

  private static func words(_ text: ArraySlice<UInt8>) -> Int { text.count { !$0.isWhite } }
}
