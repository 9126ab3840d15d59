/// Formats that hold words and are not read as text: taking their bytes for words would invent statements.
enum OtherFormat {
  /// What a file begins with, as file(1) tells it.
  private static let marks: [(name: String, bytes: [UInt8])] = [
    ("PDF", Array("%PDF-".utf8)), ("a zip archive, as DOCX is one", [0x50, 0x4b, 0x03, 0x04]),
    ("RTF", Array("{\\rtf".utf8)), ("PostScript", Array("%!PS".utf8)), ("gzip", [0x1f, 0x8b]),
  ]

  static func name(of bytes: [UInt8]) -> String? {
    marks.first { bytes.starts(with: $0.bytes) }?.name
  }
}
