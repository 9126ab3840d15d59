/// Formats that hold words and are not read as text: taking their bytes for words would invent statements.
package enum OtherFormat: String, CaseIterable, Sendable {
  /// Spreadsheets, presentations and OpenDocument files are ZIP inside.
  case zip = "a zip archive or an office file"
  case rtf = "RTF"
  case postScript = "PostScript"
  case gzip
  case jiraXML = "an XML export of Jira"
  case msg = "an Outlook message (.msg) or an old Office file"

  /// The format that `bytes` begin as, by the marks that file(1) goes by.
  init?(_ bytes: [UInt8]) {
    if Self.isJiraXML(bytes) {
      self = .jiraXML
      return
    }
    guard let format = Self.allCases.first(where: { !$0.mark.isEmpty && bytes.starts(with: $0.mark) }) else {
      return nil
    }
    self = format
  }

  /// What Jira calls "Export XML": a feed whose comment or first link names it.
  private static func isJiraXML(_ bytes: [UInt8]) -> Bool {
    guard bytes.prefix(100).first(where: { !$0.isWhite }) == ASCII.less else { return false }
    let head = String(decoding: bytes.prefix(4_096), as: UTF8.self).lowercased()
    return head.contains("<rss") && head.contains("jira")
  }

  private var mark: [UInt8] {
    switch self {
    case .jiraXML: []
    case .zip: [0x50, 0x4b, 0x03, 0x04]
    case .rtf: Array("{\\rtf".utf8)
    case .postScript: Array("%!PS".utf8)
    case .gzip: [0x1f, 0x8b]
    case .msg: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    }
  }
}
