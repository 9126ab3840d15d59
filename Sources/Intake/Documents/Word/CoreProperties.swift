import PlanModel
import XMLText

/// Title, creator and date of an office document (ISO/IEC 29500-2, core properties).
struct CoreProperties {
  private(set) var title = ""
  /// Empty where a program put its own name.
  private(set) var creator = ""
  /// ISO 8601.
  private(set) var created: String?

  init(_ part: [UInt8]) throws(IntakeError) {
    var xml = try WordXML(part)
    var element = ""
    var found: [String: String] = [:]
    while let event = try xml.next() {
      switch event {
      case .start(let start): element = start.name
      case .text(let text): found[element, default: ""] += text
      case .end: element = ""
      }
    }
    title = (found["title"] ?? "").foldingWhiteSpace()
    creator = Self.person(found["creator"] ?? "")
    let date = CalendarScanner.reading(of: Array((found["created"] ?? "").utf8)[...]).iso()
    created = date.isEmpty ? nil : date
  }

  /// A name, or nothing where a program put its own.
  static func person(_ name: String) -> String {
    let name = name.foldingWhiteSpace()
    return programs.contains(name.lowercased()) ? "" : name
  }

  private static let programs: Set<String> = [
    "python-docx", "apache poi", "microsoft office user", "microsoft office-anwender", "utilisateur microsoft office",
    "usuario de microsoft office", "microsoft", "microsoft corporation", "windows user", "windows-benutzer",
    "utilisateur windows", "usuario de windows", "un-named", "unknown", "unknown author", "author", "user", "admin",
    "administrator",
    "owner", "docx", "openxml", "aspose", "docx4j", "google docs", "libreoffice", "openoffice.org", "pandoc",
  ]
}
