import PlanModel

/// Reads what people say in a chat or aloud: a line is meant as one, lines behind `>` are somebody else's, and nobody
/// signs, so that thanks and the lines below them are not taken for the end of a letter.
struct Talk {
  /// A line shorter than this, in bytes, was not broken by a program.
  private static let wrapped = 60

  /// Adds `words` behind the text; they are said by the manuscript's last voice.
  static func read(_ words: [UInt8], into manuscript: inout Manuscript) throws(IntakeError) {
    let start = manuscript.text.count
    let author = manuscript.voices.count - 1
    manuscript.text += words
    var previous: TextLine?
    for line in try LineTable.lines(of: &manuscript.text, from: start, quoted: true) {
      let words = manuscript.text[line.range]
      guard !line.isBlank, !Ruler.isLayout(words) else {
        previous = nil
        continue
      }
      if let previous, goesOn(previous, with: line, in: manuscript.text), !manuscript.passages.isEmpty {
        let last = manuscript.passages.count - 1
        manuscript.passages[last].range = manuscript.passages[last].range.lowerBound..<line.range.upperBound
      } else {
        let range = (line.range.lowerBound + (ListMarker.layoutLength(of: words) ?? 0))..<line.range.upperBound
        let isQuoted = line.depth > 0
        if isQuoted, previous?.depth ?? 0 == 0 { manuscript.voices.append(Voice()) }
        let voice = isQuoted ? manuscript.voices.count - 1 : author
        if !range.isEmpty { manuscript.passages.append(Passage(range: range, voice: voice, isQuoted: isQuoted)) }
      }
      previous = line
    }
  }

  /// Whether a line was broken within a sentence: it is long, ends without a stop, and the next begins in lower case.
  private static func goesOn(_ line: TextLine, with next: TextLine, in text: [UInt8]) -> Bool {
    guard line.depth == next.depth, line.range.count >= wrapped, let last = text[line.range].last else {
      return false
    }
    return last.isWord || last == ASCII.comma ? text[next.range].first?.isLower ?? false : false
  }
}
