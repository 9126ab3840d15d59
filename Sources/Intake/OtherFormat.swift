/// Formats that hold words and are not read as text: taking their bytes for words would invent statements.
package enum OtherFormat: String, CaseIterable, Sendable {
  /// Spreadsheets, presentations and OpenDocument files are ZIP inside.
  case zip = "a zip archive or an office file"
  case rtf = "RTF"
  case postScript = "PostScript"
  case gzip
  case msg = "an Outlook message (.msg) or an old Office file"

  /// The format that `bytes` begin as, by the marks that file(1) goes by.
  init?(_ bytes: [UInt8]) {
    guard let format = Self.allCases.first(where: { bytes.starts(with: $0.mark) }) else { return nil }
    self = format
  }

  private var mark: [UInt8] {
    switch self {
    case .zip: [0x50, 0x4b, 0x03, 0x04]
    case .rtf: Array("{\\rtf".utf8)
    case .postScript: Array("%!PS".utf8)
    case .gzip: [0x1f, 0x8b]
    case .msg: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    }
  }
}
