/// The marks that captions put where somebody else begins to speak: `- `, `>> `, and `>>> ` for another subject.
enum VoiceMarks {
  /// A line cut at its marks.
  static func parts(of line: ArraySlice<UInt8>) -> [(isOther: Bool, words: ArraySlice<UInt8>)] {
    let dash = dashLength(of: line)
    var result: [(isOther: Bool, words: ArraySlice<UInt8>)] = []
    var isOther = dash > 0
    var start = line.startIndex + dash
    var index = start
    while let place = line[index...].firstIndex(of: ASCII.greater) {
      let arrows = line[place...].prefix { $0 == ASCII.greater }.count
      index = place + arrows
      guard 2...3 ~= arrows, place == line.startIndex || line[place - 1] == ASCII.space else { continue }
      result.append((isOther, line[start..<place].trimmed))
      start = index
      isOther = true
    }
    result.append((isOther, line[start...].trimmed))
    return result
  }

  /// A hyphen or short dash before words; two are an interruption, and one before a digit is a sign.
  private static func dashLength(of line: ArraySlice<UInt8>) -> Int {
    let mark = line.first == ASCII.hyphen ? 1 : line.starts(with: "–".utf8) ? 3 : 0
    let next = line.dropFirst(mark).first
    return next == ASCII.hyphen || next?.isDigit ?? true ? 0 : mark
  }
}

/// A name with a colon before the words of a cue: `Dana Ng: It fails.`, `[Dana]: it fails`.
struct VoicePrefix {
  let name: String
  /// Where the words begin, which may be the end.
  let body: Int

  init?(_ words: ArraySlice<UInt8>) {
    let head = words.prefix(62)
    guard var colon = WideColon.firstColon(in: head) else { return nil }
    var label = head[..<colon]
    if head[colon] == ASCII.colon {
      guard colon + 1 == words.endIndex || words[colon + 1] == ASCII.space else { return nil }
      colon += 1
    } else {
      colon += WideColon.length
    }
    if label.first == ASCII.openBracket, label.last == ASCII.closeBracket { label = label.dropFirst().dropLast() }
    guard let name = SpeakerName.plain(label), SpeakerName.isNameLike(name) else { return nil }
    self.name = name
    body = words[colon...].trimmed.startIndex
  }

  /// The names that are believed: all where most cues have one, else those that recur or are set in capitals.
  static func names(in utterances: [Utterance], of text: [UInt8]) -> Set<String> {
    var counts: [String: Int] = [:]
    for utterance in utterances {
      if let prefix = VoicePrefix(text[utterance.range]) { counts[prefix.name, default: 0] += 1 }
    }
    let isRule = counts.values.reduce(0, +) * 100 >= utterances.count * 40
    return Set(counts.filter { isRule || $0.value > 1 || isCapital($0.key) }.keys)
  }

  private static func isCapital(_ name: String) -> Bool {
    name.utf8.count > 2 && name.utf8.first?.isUpper ?? false && !name.utf8.contains(where: \.isLower)
  }
}
