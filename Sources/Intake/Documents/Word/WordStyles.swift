import XMLText

/// The paragraph styles of a Word file, by what they are for.
///
/// A style's id is in the language of the program that made it (`berschrift1`); the names of those that come with Word
/// are English everywhere (29500-1, 17.7.4.9).
struct WordStyles {
  enum Purpose {
    case title, heading, contents, code
  }

  private struct Style {
    var name = ""
    var parent: String?
    var isHeading = false
  }

  private var styles: [String: Style] = [:]
  /// Styles build upon each other no deeper than this.
  private static let deepest = 16

  init() {}

  init(_ part: [UInt8]) throws(IntakeError) {
    var xml = try WordXML(part)
    var id: String?
    while let event = try xml.next() {
      guard case .start(let element) = event else { continue }
      switch element.name {
      case "style":
        id = element["styleId"]
        if let id { styles[id] = Style() }
      case "name": if let id { styles[id]?.name = (element["val"] ?? "").lowercased() }
      case "basedOn": if let id { styles[id]?.parent = element["val"] }
      case "outlineLvl": if let id { styles[id]?.isHeading = WordStyles.isHeading(level: element["val"]) }
      default: break
      }
    }
  }

  /// Levels from 0; 9 is body text (29500-1, 17.3.1.20).
  static func isHeading(level: String?) -> Bool { level.flatMap { Int($0) }.map { 0..<9 ~= $0 } ?? false }

  /// Without a list of styles, the id itself tells, as it does in English.
  func purpose(of id: String) -> Purpose? {
    var next: String? = id
    for _ in 0..<Self.deepest {
      guard let id = next else { return nil }
      let style = styles[id] ?? Style(name: id.lowercased())
      if let purpose = Self.purpose(ofName: style.name) { return purpose }
      if style.isHeading { return .heading }
      next = style.parent
    }
    return nil
  }

  private static func purpose(ofName name: String) -> Purpose? {
    let words = name.filter { $0 != " " }
    if words == "title" { return .title }
    if words == "subtitle" || words.hasPrefix("heading") { return .heading }
    if words.hasPrefix("toc") || words.hasPrefix("contents") || words == "tableoffigures" { return .contents }
    if words.hasSuffix("preformatted") || words.hasSuffix("preformattedtext") || words.contains("code") { return .code }
    return nil
  }
}
