import PlanModel

/// A file of captions cut into its blocks, as far as it has any: what is broken is read as the words that it holds.
///
/// The rules are those of WebVTT (w3.org/TR/webvtt1, section 6.1), of which SubRip's are a part; where people break
/// them, words go to the cue before them.
struct CaptionFile {
  struct Cue {
    /// Nil for words that stand before any time.
    var timing: CaptionTiming?
    /// Its lines with words.
    var lines: [Range<Int>] = []
  }

  /// Words of whoever made the file, behind the cue before them: a comment, or the lines below the first.
  struct Note {
    var range: Range<Int>
    var cuesBefore: Int
  }

  private(set) var cues: [Cue] = []
  private(set) var notes: [Note] = []
  /// What stands behind `WEBVTT`.
  private(set) var title: Range<Int>?

  private let text: [UInt8]
  private let lines: [TextLine]
  private let isWebVTT: Bool
  private var index = 0
  /// The number of the last cue, where cues are numbered.
  private var number = 0

  init(_ text: [UInt8], lines: [TextLine], format: SourceFormat) {
    (self.text, self.lines, isWebVTT) = (text, lines, format == .vtt)
    if isWebVTT { readHeader() }
    while index < lines.count { readBlock() }
  }

  private func words(_ index: Int) -> ArraySlice<UInt8> { text[lines[index].range] }

  private func isBlank(_ index: Int) -> Bool { !lines.indices.contains(index) || lines[index].isBlank }

  private func timing(at index: Int) -> CaptionTiming? { isBlank(index) ? nil : CaptionTiming(words(index)) }

  // MARK: header

  private mutating func readHeader() {
    while index < lines.count, isBlank(index) { index += 1 }
    guard index < lines.count, words(index).starts(with: "WEBVTT".utf8) else { return }
    let rest = words(index).dropFirst(6).drop { !$0.isWord }
    if !rest.isEmpty { title = rest.startIndex..<rest.endIndex }
    index += 1
    while !isBlank(index), timing(at: index) == nil, timing(at: index + 1) == nil {
      if !CaptionMetadata.isMetadata(words(index)) { note(lines[index].range) }
      index += 1
    }
  }

  private mutating func note(_ range: Range<Int>) { notes.append(Note(range: range, cuesBefore: cues.count)) }

  // MARK: blocks

  private mutating func readBlock() {
    if isBlank(index) {
      index += 1
    } else if let timing = timing(at: index) {
      cues.append(Cue(timing: timing))
      index += 1
    } else if isWebVTT, isBlank(index - 1), isNote(words(index)) {
      readNote()
    } else if isWebVTT, isBlank(index - 1), cues.isEmpty, isSheet(words(index)) {
      skipBlock()
    } else if isIdentifier {
      number = Int(words(index).prefix(9).string) ?? number
      index += 1
    } else {
      if cues.isEmpty { cues.append(Cue()) }
      cues[cues.count - 1].lines.append(lines[index].range)
      index += 1
    }
  }

  private func isNote(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "NOTE".utf8) && (line.count == 4 || line[line.startIndex + 4].isWhite)
  }

  /// A style sheet, or the place of captions on the screen.
  private func isSheet(_ line: ArraySlice<UInt8>) -> Bool {
    line.elementsEqual("STYLE".utf8) || line.elementsEqual("REGION".utf8)
  }

  private mutating func readNote() {
    let start = words(index).dropFirst(4).trimmed
    var range = start.startIndex..<start.endIndex
    index += 1
    while !isBlank(index), timing(at: index) == nil {
      range = (range.isEmpty ? lines[index].range.lowerBound : range.lowerBound)..<lines[index].range.upperBound
      index += 1
    }
    if !range.isEmpty, !CaptionMetadata.isMetadata(text[range]) { note(range) }
  }

  private mutating func skipBlock() {
    while !isBlank(index), timing(at: index) == nil { index += 1 }
  }

  // MARK: identifiers

  /// Whether the line names the cue that follows: a number, in WebVTT any line between a blank one and the time.
  private var isIdentifier: Bool {
    let isNumber = words(index).allSatisfy(\.isDigit)
    if timing(at: index + 1) != nil { return isNumber || isWebVTT && isBlank(index - 1) }
    guard isNumber, isBlank(index - 1) else { return false }
    // The time is a line further down, or was lost.
    if isBlank(index + 1) { return timing(at: index + 2) != nil }
    return Int(words(index).prefix(9).string) == number + 1
  }
}

/// Lines that programs write for programs.
enum CaptionMetadata {
  private static let labels: Set<String> = [
    "kind", "language", "confidence", "duration", "recognizability", "x-timestamp-map", "position", "size", "align",
  ]

  /// `Kind: captions`, `X-TIMESTAMP-MAP=…`, and the figures of speech recognition: `Confidence: 0.91`.
  static func isMetadata(_ line: ArraySlice<UInt8>) -> Bool {
    let label = line.prefix(20).prefix { $0.isLetter || $0 == ASCII.hyphen }
    guard let mark = line[label.endIndex...].first, mark == ASCII.colon || mark == ASCII.equals else { return false }
    return line.count <= 120 && labels.contains(label.string.lowercased())
  }
}
