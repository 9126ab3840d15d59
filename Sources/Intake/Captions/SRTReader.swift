import PlanModel

/// SubRip captions: a number, a line of times, the words; there is no standard.
struct SRTReader: FileReader {
  static let format = SourceFormat.srt

  /// A line of times first or behind a number, or anywhere near the beginning of a file that is named for them.
  static func recognises(_ sample: FormatSample) -> Bool {
    let lines = sample.lines(50).map(\.trimmed)
    if sample.fileExtension == "srt" { return lines.contains { CaptionTiming($0) != nil } }
    guard let first = lines.first else { return false }
    return CaptionTiming(first) != nil
      || first.allSatisfy(\.isDigit) && lines.count > 1 && CaptionTiming(lines[1]) != nil
  }

  static func manuscript(of bytes: [UInt8]) throws(IntakeError) -> Manuscript {
    try CaptionWriter.manuscript(of: bytes, format: format)
  }
}
