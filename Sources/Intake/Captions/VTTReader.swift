import PlanModel

/// Web Video Text Tracks (w3.org/TR/webvtt1), as Teams, Zoom, Meet, YouTube and players of video write them.
///
/// Times are offsets from the beginning of the recording: `00:00:04.500`.
struct VTTReader: FileReader {
  static let format = SourceFormat.vtt

  /// The signature, or the name of one with times: people save captions without the signature.
  static func recognises(_ sample: FormatSample) -> Bool {
    let lines = sample.lines(50)
    guard let first = lines.first else { return false }
    if first.starts(with: "WEBVTT".utf8), first.dropFirst(6).first?.isWhite ?? true { return true }
    return sample.fileExtension == "vtt" && lines.contains { CaptionTiming($0.trimmed) != nil }
  }

  static func manuscript(of bytes: [UInt8]) throws(IntakeError) -> Manuscript {
    try CaptionWriter.manuscript(of: bytes, format: format)
  }
}
