/// Captions that roll up: each cue shows the line before it again, or the same line with more words.
///
/// Recognition of live speech writes them, YouTube's among others.
enum RollingCaptions {
  /// Takes out what only stays on the screen. Files in which that is no habit keep their repetitions: somebody who says
  /// "No." twice has said it twice.
  static func unroll(_ utterances: inout [Utterance], of text: [UInt8]) {
    let cues = cues(of: utterances)
    var shown = [Range<Int>](repeating: 0..<0, count: 0)
    var repeated: [(count: Int, grown: Int)] = []
    for cue in cues {
      repeated.append(overlap(of: shown, with: utterances[cue].map(\.range), in: text))
      shown = utterances[cue].map(\.range)
    }
    let rolling = repeated.count { $0.count > 0 || $0.grown > 0 }
    guard rolling >= 2, rolling * 100 >= (cues.count - 1) * 40 else { return }
    var kept: [Utterance] = []
    for (cue, old) in zip(cues, repeated) {
      var rest = utterances[cue].dropFirst(old.count)
      if old.grown > 0, let first = rest.first {
        rest[rest.startIndex].range = (first.range.lowerBound + old.grown)..<first.range.upperBound
      }
      kept += rest
    }
    utterances = kept
  }

  /// The utterances of each cue that has any.
  private static func cues(of utterances: [Utterance]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for index in utterances.indices
    where index + 1 == utterances.count || utterances[index + 1].cue != utterances[index].cue {
      result.append(start..<(index + 1))
      start = index + 1
    }
    return result
  }

  /// How many lines of the new cue end the old one, or by how many bytes the old cue's last line has grown.
  private static func overlap(
    of old: [Range<Int>], with new: [Range<Int>], in text: [UInt8]
  ) -> (count: Int, grown: Int) {
    for count in stride(from: min(old.count, new.count, 8), to: 0, by: -1) {
      let isSame = zip(old.suffix(count), new).allSatisfy { text[$0].elementsEqual(text[$1]) }
      if isSame { return (count, 0) }
    }
    // The line that grows is the last of the old cue; lines above it may have scrolled away.
    guard let last = old.last, let first = new.first, first.count > last.count, text[first].starts(with: text[last]),
      text[first.lowerBound + last.count] == ASCII.space
    else { return (0, 0) }
    return (0, last.count + 1)
  }
}
